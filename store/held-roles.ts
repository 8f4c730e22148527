import { reachOf, type HeldRole, type Reach, type Standing } from '../core/access/reach.ts';
import { isRole, type Role } from '../core/access/roles.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { today } from './clock.ts';

/** A role that is held today, with the name of where. */
export interface ShownRole extends HeldRole {
  /** Null for the region as a whole, and where the register no longer knows the organisation. */
  readonly organisation: string | null;
}

/** A role of somebody else, and whose. */
export interface StandIn extends ShownRole {
  /** The number of the person. */
  readonly in_stead_of: string;
  readonly in_stead_of_name: string;
}

/** Who an account is, and as what they act today. */
export interface Holder {
  readonly account: string;
  readonly person_id: number;
  readonly display_name: string;
  readonly kind: 'staff' | 'student' | 'guardian';
  readonly student_id: string | null;
  readonly wards: readonly string[];
  readonly roles: readonly ShownRole[];
  /** Roles of others who gave them leave to act in their stead today. */
  readonly standing_in: readonly StandIn[];
  /** What they may touch by all that. */
  readonly reach: Reach;
}

/** What `HOLDER_COLUMNS` selects. */
export interface HolderRow {
  readonly account: string;
  readonly person_id: bigint;
  readonly display_name: string;
  readonly person_kind: Holder['kind'];
  readonly student_id: string | null;
  readonly roles: readonly ShownRole[];
  readonly wards: readonly string[];
  readonly granted: readonly string[];
  readonly standing_in: readonly StandIn[];
}

const ROLE = `'role', ap.role, 'org_id', ap.org_id, 'organisation', o.name, 'division_code', o.division_code,
        'campuses', to_jsonb(ap.campuses), 'classes', to_jsonb(ap.classes), 'staff_no', ap.staff_no`;
const PLACE = 'left join register_organisations o on o.region_id = ap.region_id and o.key = ap.org_id and o.superseded_at is null and not o.withdrawn';

/**
 * Everything that decides what the account `a` of the open person `p` may touch, on the day that the parameter holds.
 * Asked anew with every request, so that an appointment's end is felt by the next one.
 */
export function holderColumns(day: string): string {
  const on = `${day}::date`;
  return `a.account, p.person_id, p.display_name, p.kind as person_kind, p.student_id,
    coalesce((select jsonb_agg(jsonb_build_object(${ROLE}) order by ap.appointment_id)
      from appointments ap ${PLACE}
      where ap.region_id = p.region_id and ap.person_id = p.person_id and ap.ended_at is null
        and ap.valid_from <= ${on} and (ap.valid_to is null or ap.valid_to >= ${on})), '[]'::jsonb) as roles,
    coalesce((select jsonb_agg(jsonb_build_object(${ROLE}, 'in_stead_of', f.person_id::text, 'in_stead_of_name', f.display_name) order by d.delegation_id, ap.appointment_id)
      from delegations d join people f on f.region_id = d.region_id and f.person_id = d.from_person and f.closed_at is null
        join appointments ap on ap.region_id = d.region_id and ap.person_id = d.from_person and ap.role = d.role and ap.ended_at is null
          and ap.valid_from <= ${on} and (ap.valid_to is null or ap.valid_to >= ${on}) ${PLACE}
      where d.region_id = p.region_id and d.to_person = p.person_id and d.ended_at is null
        and d.first_day <= ${on} and d.last_day >= ${on}), '[]'::jsonb) as standing_in,
    array(select g.student_id from guardianships g where g.region_id = p.region_id and g.person_id = p.person_id
        and g.ended_at is null and g.valid_from <= ${on} order by 1) as wards,
    array(select m.scope from minor_grants m where m.region_id = a.region_id and m.account = a.account
        and m.approved and m.ended_at is null and m.expires_on >= ${on} order by 1) as granted`;
}

/** The day by which appointments hold. */
export const roleDay = (): PlainDate => today();

/** Reads the row; null when the person is nothing at all today: neither appointed, nor a student, nor a guardian. */
export function holderOf(row: HolderRow): Holder | null {
  const roles = [...row.roles.filter(({ role }) => isRole(role)), ...personRoles(row)];
  if (roles.length === 0) return null;
  const standing_in = row.standing_in.filter(({ role }) => isRole(role));
  const standing: Standing = { roles, student_id: row.student_id, wards: row.wards, granted: row.granted, standing_in };
  return {
    account: row.account, person_id: Number(row.person_id), display_name: row.display_name, kind: row.person_kind,
    student_id: row.student_id, wards: row.wards, roles, standing_in, reach: reachOf(standing),
  };
}

/** What a person is without an appointment. */
function personRoles({ student_id, wards }: HolderRow): ShownRole[] {
  const as = (role: Role): ShownRole => ({ role, org_id: null, organisation: null, division_code: null, campuses: [], classes: [] });
  return [...(student_id === null ? [] : [as('student')]), ...(wards.length === 0 ? [] : [as('guardian')])];
}

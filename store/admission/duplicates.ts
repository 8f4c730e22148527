import { mayTouch } from '../../core/access/reach.ts';
import { refusalOfDecision, type DuplicateDecision, type DuplicateRefusal } from '../../core/admission/duplicates.ts';
import { AWAITED, type AdmissionState } from '../../core/admission/states.ts';
import type { RollStatus } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { standing, type Instant } from '../known-time.ts';
import { lockFacts } from '../record-stamp.ts';
import { masksOf } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import { admissionsById, readableAdmissions, type StoredAdmission } from './admission.ts';
import { bringUpIntakes } from './intakes.ts';
import { moveAdmissions } from './move-admissions.ts';

/** One of two records that look alike, as they are shown side by side. */
export interface LookalikeSide {
  readonly kind: 'admission' | 'student';
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birth_date: PlainDate;
  /** Masked. */
  readonly id_number: string | null;
  readonly school_id: string;
  readonly programme_id: string;
  readonly school: string;
  readonly programme: string;
  /** Of an admission. */
  readonly exam_number: string | null;
  readonly state: AdmissionState | RollStatus;
  readonly since: PlainDate;
}

export interface Duplicate {
  readonly duplicate_id: number;
  readonly by_id: boolean;
  readonly sides: readonly [LookalikeSide, LookalikeSide];
  readonly decision: (DuplicateDecision & { readonly at: Instant; readonly by: string }) | null;
  /** Nobody has decided, and neither record is settled otherwise. */
  readonly open: boolean;
  readonly scopes: readonly string[];
}

type Side = Omit<LookalikeSide, 'school' | 'programme'>;
interface Found {
  readonly duplicate_id: bigint;
  readonly by_id: boolean;
  readonly scopes: string[];
  readonly one: Side;
  readonly other: Side | null;
  readonly decision: Duplicate['decision'];
}

const awaited = AWAITED.map((one) => `'${one}'`).join(', ');
const sideOf = (alias: string): string => `jsonb_build_object('kind', 'admission', 'id', ${alias}.admission_id::text, 'name', ${alias}.name, 'sex', ${alias}.sex, 'birth_date', ${alias}.birth_date,
  'id_number', ${alias}.id_number, 'school_id', ${alias}.school_id, 'programme_id', ${alias}.programme_id, 'exam_number', ${alias}.exam_number, 'state', ${alias}.state, 'since', ${alias}.admitted_on)`;

/** A pair that nobody has decided on, of records that both still count. */
export const UNDECIDED = `a.superseded_at is null and a.state in (${awaited})
  and (d.other_kind = 'student' or o.admission_id is not null and o.superseded_at is null and o.state in (${awaited}))
  and not exists (select 1 from admission_decisions x where x.region_id = d.region_id and x.duplicate_id = d.duplicate_id)`;
/** The two admissions of a pair `d`. */
export const OF_PAIR = `join admissions a on a.region_id = d.region_id and a.admission_id = d.admission_id
  left join admissions o on o.region_id = d.region_id and o.admission_id = case when d.other_kind = 'admission' then d.other_id::bigint end`;

const MOST = 500;

/** Pairs of records in reach that may be of one person: those to be decided first, then what was decided. */
export async function listDuplicates(tx: Transaction, { duplicate_id, year }: { readonly duplicate_id?: number; readonly year?: number }): Promise<Duplicate[]> {
  // Which pairs are in reach is asked of the database in the actor's own name; what is on the other side may be another school's.
  const own = (await tx.arrays(
    `select d.duplicate_id from admission_duplicates d where d.region_id = $1 and ($2::bigint is null or d.duplicate_id = $2) and ($3::text[] is null or d.scopes && $3) order by 1 desc`,
    [tx.actor.region_id, duplicate_id ?? null, readableAdmissions(tx)])).map(([id]) => id as bigint);
  if (own.length === 0) return [];
  const rows = await tx.whole((whole) => whole.query<Found & { open: boolean }>(
    `select d.duplicate_id, d.by_id, d.scopes, ${sideOf('a')} as one,
       case when d.other_kind = 'admission' then ${sideOf('o')} else s.side end as other, ${UNDECIDED} as open,
       (select jsonb_build_object('verdict', x.verdict, 'stands', x.stands, 'reason', x.reason, 'at', x.recorded_at, 'by', x.recorded_by)
        from admission_decisions x where x.region_id = $1 and x.duplicate_id = d.duplicate_id order by x.decision_no desc limit 1) as decision
     from admission_duplicates d ${OF_PAIR}
       left join lateral (select jsonb_build_object('kind', 'student', 'id', r.student_id, 'name', r.name, 'sex', r.sex, 'birth_date', r.birth_date, 'id_number', r.id_number,
         'school_id', r.school_id, 'programme_id', r.programme_id, 'exam_number', null, 'state', r.status, 'since', r.valid_from) as side
         from register_students r where d.other_kind = 'student' and r.region_id = $1 and r.student_id = d.other_id and ${standing('r')} order by r.valid_from desc limit 1) s on true
     where d.region_id = $1 and d.duplicate_id = any($2::bigint[]) and ($3::integer is null or a.year = $3)
     order by open desc, d.duplicate_id desc limit ${MOST}`, [whole.actor.region_id, own, year ?? null]));
  const tokens = rows.flatMap(({ one, other }) => [one.id_number, other?.id_number ?? null]).filter((token) => token !== null);
  const masks = await masksOf(tx, [...new Set(tokens)]);
  const schools = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const programmes = new Map((await loadRows(tx, 'programmes', {})).map(({ programme_id, name }) => [programme_id, name]));
  const masked = (side: Side): LookalikeSide => ({
    ...side, id_number: side.id_number === null ? null : masks.get(side.id_number) ?? null,
    school: schools.get(side.school_id) ?? side.school_id, programme: programmes.get(side.programme_id) ?? side.programme_id,
  });
  return rows.flatMap(({ one, other, open, decision, by_id, scopes, duplicate_id: id }) =>
    (other === null ? [] : [{ duplicate_id: Number(id), by_id, scopes, sides: [masked(one), masked(other)] as const, decision, open }]));
}

export type DuplicateDecided =
  | { readonly outcome: 'done'; readonly duplicate_id: number }
  | { readonly outcome: 'unknown_duplicate' | 'not_allowed' | 'decided_already' | 'changed_meanwhile' }
  | { readonly outcome: 'refused'; readonly why: DuplicateRefusal };

/** Says of two records whether they are of one person and which of them stands. The other one, an admission, gives its place back. */
export async function decideDuplicate(
  tx: Transaction, duplicate_id: number, decision: DuplicateDecision, { leavers_return, today }: { readonly leavers_return: boolean; readonly today: PlainDate },
): Promise<DuplicateDecided> {
  const stamp = await lockFacts(tx);
  const [pair] = await listDuplicates(tx, { duplicate_id });
  if (pair === undefined || stamp === null) return { outcome: 'unknown_duplicate' };
  if (!mayTouch(tx.actor.reach, 'students', 'write', pair.scopes)) return { outcome: 'not_allowed' };
  if (!pair.open) return { outcome: 'decided_already' };
  const [one, other] = pair.sides;
  const why = refusalOfDecision({ by_id: pair.by_id, other: other.kind === 'admission' ? 'admission' : { status: other.state as RollStatus } }, decision, { leavers_return });
  if (why !== null) return { outcome: 'refused', why };
  const loser = decision.verdict === 'different' ? null : decision.stands === 'admission' ? other : one;
  const [losing] = loser?.kind === 'admission' ? await tx.whole((whole) => admissionsById(whole, [Number(loser.id)])) : [];
  if (losing !== undefined && !mayTouch(tx.actor.reach, 'students', 'write', losing.scopes)) return { outcome: 'not_allowed' };
  await tx.change(
    `insert into admission_decisions (region_id, duplicate_id, decision_no, verdict, stands, reason, scopes, recorded_at, recorded_by) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)`,
    [tx.actor.region_id, duplicate_id, decision.verdict, decision.verdict === 'same' ? decision.stands : null, decision.reason.trim(), pair.scopes, stamp.at, tx.actor.account]);
  if (losing !== undefined && !await giveBack(tx, losing, { duplicate_id, reason: decision.reason.trim(), on: today, at: stamp.at })) return { outcome: 'changed_meanwhile' };
  if (losing !== undefined) await tx.whole((whole) => bringUpIntakes(whole, stamp, { year: losing.year, programmes: [losing.programme_id] }));
  await tx.audit({ action: 'admission.duplicate', object: `admission-duplicates/${duplicate_id}`, detail: { verdict: decision.verdict, stands: decision.stands } });
  return { outcome: 'done', duplicate_id };
}

function giveBack(tx: Transaction, losing: StoredAdmission, { duplicate_id, reason, on, at }: { readonly duplicate_id: number; readonly reason: string; readonly on: PlainDate; readonly at: Instant }): Promise<boolean> {
  return moveAdmissions(tx, [losing], { act: 'duplicate', to: 'place_lost', on, reason, at, duplicate_id });
}

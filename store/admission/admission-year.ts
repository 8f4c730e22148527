import { schemeInForce } from '../../core/schemes/in-force.ts';
import { loadRows } from '../campus-rows.ts';
import { approvedQuota, type ApprovedQuota } from '../plan-quota.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { approvedSchemes } from '../schemes/scheme.ts';
import type { Transaction } from '../transaction.ts';
import { readableAdmissions } from './admission.ts';
import { OF_PAIR, UNDECIDED } from './duplicates.ts';
import { firstDays } from './register-newcomers.ts';

/** How one programme's admission of a year stands. */
export interface ProgrammeYear {
  readonly programme_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly school: string;
  /** Figures of two that student numbers of the school and the major begin with. */
  readonly school_code: string;
  readonly major_code: string;
  readonly first_day: PlainDate | null;
  /** M9-b: whether a scheme is approved that this cohort is taught by; without one its classes open no course. */
  readonly has_scheme: boolean;
  readonly quota: ApprovedQuota | null;
  readonly admitted: number;
  readonly kept: number;
  readonly registered: number;
  readonly lost: number;
  readonly undecided: number;
  /** Classes and numbers that are given already. */
  readonly numbered: readonly string[];
}

interface Counted {
  readonly programme_id: string;
  readonly admitted: number;
  readonly kept: number;
  readonly registered: number;
  readonly lost: number;
  readonly undecided: number;
  readonly numbered: string[];
}

/** Every programme whose admissions are in reach, with the year's quota and how many came. */
export async function admissionYear(tx: Transaction, year: number, on: PlainDate): Promise<ProgrammeYear[]> {
  const counted = new Map((await tx.query<Counted>(
    `select a.programme_id, count(*) filter (where a.state = 'admitted')::int as admitted, count(*) filter (where a.state = 'admission_kept')::int as kept,
       count(*) filter (where a.state = 'registered')::int as registered, count(*) filter (where a.state = 'place_lost')::int as lost,
       count(*) filter (where u.admission_id is not null)::int as undecided, array_remove(array_agg(e.student_id), null) as numbered
     from admissions a left join (select distinct unnest(array[d.admission_id, o.admission_id]) as admission_id from admission_duplicates d ${OF_PAIR} where d.region_id = $1 and ${UNDECIDED}) u
         on u.admission_id = a.admission_id
       left join admission_entries e on e.region_id = $1 and e.admission_id = a.admission_id and e.act = 'register'
     where a.region_id = $1 and a.superseded_at is null and a.year = $2 and ($3::text[] is null or a.scopes && $3) group by 1`,
    [tx.actor.region_id, year, readableAdmissions(tx)])).map((row) => [row.programme_id, row]));
  const labels = tx.actor.reach.get('students.read') ?? [];
  const programmes = await loadRows(tx, 'programmes', {});
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const { plan, begins, schemes } = await tx.whole(async (whole) => ({ plan: await approvedQuota(whole, year), begins: await firstDays(whole, year), schemes: await approvedSchemes(whole) }));
  const schools = [...new Set(programmes.map(({ school_id }) => school_id))].sort();
  const mine = (school_id: string, college_id: string): boolean => labels === '*' || labels.includes(`org:${school_id}`) || labels.includes(`org:${college_id}`);
  return programmes.filter(({ programme_id, school_id, college_id }) => mine(school_id, college_id) || counted.has(programme_id)).map((one) => {
    const majors = programmes.filter(({ school_id }) => school_id === one.school_id).map(({ programme_id }) => programme_id).sort();
    const { admitted = 0, kept = 0, registered = 0, lost = 0, undecided = 0, numbered = [] } = counted.get(one.programme_id) ?? {};
    return {
      programme_id: one.programme_id, name: one.name, school_id: one.school_id, school: names.get(one.school_id) ?? one.school_id,
      school_code: two(schools.indexOf(one.school_id)), major_code: two(majors.indexOf(one.programme_id)), first_day: begins.get(one.programme_id) ?? null,
      has_scheme: schemeInForce(schemes, one.programme_id, year, on) !== null,
      quota: plan.get(one.programme_id) ?? null, admitted, kept, registered, lost, undecided, numbered,
    };
  }).sort((a, b) => (a.school_id < b.school_id ? -1 : a.school_id > b.school_id ? 1 : a.programme_id < b.programme_id ? -1 : 1));
}

const two = (at: number): string => String(at + 1).padStart(2, '0');

import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { FilledYear } from './facts.ts';
import type { Law } from './law.ts';

export interface Suggested {
  readonly school_id: string;
  readonly programme: string;
  readonly years: readonly FilledYear[];
  readonly places: readonly { readonly place_id: string; readonly place: string }[];
}

const FEES = { tuition: 'tuition_yuan', dorm: 'dorm_yuan', custody: 'custody_yuan' } as const;

/** What a programme's five years come to by the registers: school and campus as places, and what students of each year are charged. Null where there is no such programme. */
export async function suggestYears(tx: Transaction, { programme_id, cohort }: { readonly programme_id: string; readonly cohort: number }, { value }: Law): Promise<Suggested | null> {
  const { region_id } = tx.actor;
  const [programme] = await tx.query<{ school_id: string; campus_id: string | null; name: string }>(
    `select p.school_id, p.campus_id, p.name from register_programmes p where p.region_id = $1 and p.key = $2 and ${standing('p')}`, [region_id, programme_id]);
  if (programme === undefined) return null;
  // What one is charged is a figure of the class, and nobody's in particular.
  const charged = await tx.whole((whole) => whole.query<{ academic_year: number; kind: keyof typeof FEES; amount: string }>(
    `select c.academic_year, c.kind, mode() within group (order by c.amount_yuan)::text as amount from register_charges c
       join register_students s on s.region_id = $1 and s.student_id = c.student_id and s.programme_id = $2 and s.cohort = $3 and ${standing('s')}
     where c.region_id = $1 and c.kind in ('tuition', 'dorm', 'custody') and ${standing('c')} group by 1, 2`, [region_id, programme_id, cohort]));
  const [secondary, higher] = [wholeNumber(value('roll.secondary_years')) ?? 0, wholeNumber(value('roll.higher_years')) ?? 0];
  const years = Array.from({ length: secondary + higher }, (_, at): FilledYear => ({
    place_id: at < secondary ? programme.school_id : programme.campus_id, ...feesOf(charged.filter(({ academic_year }) => academic_year === cohort + at)),
  }));
  const places = await tx.query<{ place_id: string; place: string }>(
    `select o.org_id as place_id, o.name as place from register_organisations o where o.region_id = $1 and o.kind in ('school', 'college') and ${standing('o')}
       and (o.org_id = $2 or o.org_id in (select p.college_id from register_programmes p where p.region_id = $1 and p.school_id = $2 and ${standing('p')}))
     union all select c.campus_id, c.name from register_campuses c where c.region_id = $1 and c.school_id = $2 and c.status <> 'closed' and ${standing('c')}`, [region_id, programme.school_id]);
  return { school_id: programme.school_id, programme: programme.name, years, places };
}

function feesOf(charged: readonly { readonly kind: keyof typeof FEES; readonly amount: string }[]): Omit<FilledYear, 'place_id'> {
  const amount = (kind: keyof typeof FEES): string | null => charged.find((one) => one.kind === kind)?.amount.replace(/\.0+$/, '') ?? null;
  return { tuition_yuan: amount('tuition'), dorm_yuan: amount('dorm'), custody_yuan: amount('custody') };
}

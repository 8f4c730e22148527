import { itemsOf, itemsOffList, pricesOf, type ApprovedItem } from '../../core/billing/custody-items.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

/** R4-f: rows of custody spending for what no list of the student's college and year names; of who is not on the roll yet nothing is said. To be called within `tx.whole`. */
export async function findItemsOffList(tx: Transaction, { custody_spending = [] }: Dataset): Promise<Problem[]> {
  if (custody_spending.length === 0) return [];
  const lists = await tx.query<{ college_id: string; academic_year: number; items: string }>(
    `select college_id, academic_year::int, items from fee_rates where region_id = $1 and kind = 'custody' and superseded_at is null`, [tx.actor.region_id]);
  if (lists.length === 0) return [];
  const colleges = await collegesOf(tx, [...new Set(custody_spending.map(({ student_id }) => student_id))]);
  const approved = new Map<string, Set<string>>();
  for (const { college_id, academic_year, items } of lists) {
    const key = `${academic_year} ${college_id}`;
    approved.set(key, new Set([...approved.get(key) ?? [], ...itemsOf(items).map(({ item }) => item)]));
  }
  return itemsOffList(custody_spending, (student_id, academic_year) => {
    const college_id = colleges.get(student_id);
    return college_id === undefined ? null : approved.get(`${academic_year} ${college_id}`) ?? null;
  });
}

/** R4-f: by college and item, what the approved lists of a year say that a piece costs. */
export async function pricedIn(whole: Transaction, academic_year: number): Promise<ReadonlyMap<string, ReadonlyMap<string, ApprovedItem>>> {
  const lists = await whole.query<{ college_id: string; items: string[] }>(
    `select college_id, array_agg(items) as items from fee_rates where region_id = $1 and kind = 'custody' and academic_year = $2 and superseded_at is null group by 1`, [whole.actor.region_id, academic_year]);
  return new Map(lists.map(({ college_id, items }) => [college_id, pricesOf(items.flatMap(itemsOf))]));
}

/** The college of each student's latest campus. */
async function collegesOf(tx: Transaction, students: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ student_id: string; college_id: string }>(
    `select distinct on (r.student_id) r.student_id, c.college_id from register_students r
       join register_campuses c on c.region_id = r.region_id and c.campus_id = r.campus_id and ${standing('c')}
     where r.region_id = $1 and ${standing('r')} and r.stage = 'higher' and r.student_id = any($2::text[]) order by r.student_id, r.valid_from desc`, [tx.actor.region_id, students]);
  return new Map(rows.map(({ student_id, college_id }) => [student_id, college_id]));
}

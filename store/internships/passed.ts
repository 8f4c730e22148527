import { HELD } from '../../core/internships/states.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import type { Transaction } from '../transaction.ts';
import type { Placement } from './placement.ts';

type Assessed = { readonly act: string; readonly detail: { readonly passed?: boolean } };

/** How an internship ended by both assessments; null while one is wanting. */
export function passedOf({ entries }: { readonly entries: readonly Assessed[] } | Pick<Placement, 'entries'>): boolean | null {
  const last = (act: string): boolean | undefined => entries.findLast((one) => one.act === act)?.detail.passed;
  const [firm, school] = [last('assess_firm'), last('assess_school')];
  return firm === undefined || school === undefined ? null : firm && school;
}

/** R3-d: how the internships of students ended, as far as both sides said: the last one of each. To be called within `tx.whole`. */
export async function passedByStudent(whole: Transaction, students: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await whole.query<{ student_id: string; entries: Assessed[] }>(
    `select p.student_id, jsonb_agg(jsonb_build_object('act', e.act, 'detail', e.detail) order by e.version) as entries
     from placements p join placement_entries e on e.region_id = $1 and e.placement_id = p.placement_id
     where p.region_id = $1 and p.student_id = any($2::text[]) and not p.state = any($3::text[]) group by p.student_id, p.placement_id, p.since order by p.since, p.placement_id`,
    [whole.actor.region_id, students, HELD]);
  return new Map(rows.flatMap(({ student_id, entries }): [string, boolean][] => {
    const passed = passedOf({ entries });
    return passed === null ? [] : [[student_id, passed]];
  }));
}

/** Credits that are recorded take along how an internship ended, where they say nothing of it themselves. To be called within `tx.whole`. */
export async function withInternshipResults(whole: Transaction, credits: readonly Row<'credits'>[]): Promise<readonly Row<'credits'>[]> {
  const silent = credits.filter(({ internship_ok }) => internship_ok === null).map(({ student_id }) => student_id);
  const passed = silent.length === 0 ? new Map<string, boolean>() : await passedByStudent(whole, silent);
  return passed.size === 0 ? credits : credits.map((row) => (row.internship_ok === null ? { ...row, internship_ok: passed.get(row.student_id) ?? null } : row));
}

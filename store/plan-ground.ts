import type { Dataset, Row, SheetName } from '../core/exchange/sheets.ts';
import { groundOf, type Ground } from '../core/forecast/ground.ts';
import type { Pack } from '../core/policy/pack.ts';
import { lastYearOf } from '../core/plans/outlook.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import type { Transaction } from './transaction.ts';

/** What a plan of one college is looked ahead from. */
export interface PlanGround {
  readonly ground: Ground;
  /** Those of the college. */
  readonly programmes: readonly Row<'programmes'>[];
}

const OF_SCHOOL = ['campuses', 'programmes', 'schools', 'students', 'intakes'] as const satisfies readonly SheetName[];
const OF_CAMPUS = ['rooms', 'land', 'equipment', 'bases', 'headcounts'] as const satisfies readonly SheetName[];

/** Read for the schools of one college and their campuses alone, so that the work does not grow with the region. To be called within `tx.whole`. */
export async function planGround(
  whole: Transaction, college_id: string, { pack, today, ...plan }: { readonly pack: Pack; readonly today: PlainDate; readonly year: number; readonly lag: number },
): Promise<PlanGround> {
  const programmes = await loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id);
  const schools = [...new Set(programmes.map(({ school_id }) => school_id))];
  const reported = await reportedSheets(whole);
  const dataset: Partial<Record<SheetName, unknown>> = {};
  const load = async (sheet: SheetName, condition: string, ids: readonly string[]): Promise<void> => {
    if (reported.has(sheet)) dataset[sheet] = await loadRows(whole, sheet, {}, condition, ids);
  };
  for (const sheet of OF_SCHOOL) await load(sheet, 'r.school_id = any($2::text[])', schools);
  const campuses = ((dataset.campuses ?? []) as readonly Row<'campuses'>[]).map(({ campus_id }) => campus_id);
  for (const sheet of OF_CAMPUS) await load(sheet, 'r.campus_id = any($2::text[])', campuses);
  const posts = reported.has('staff') ? await loadRows(whole, 'staff', {}, 'r.campus_id = any($2::text[])', campuses) : [];
  await load('staff', 'r.person_id = any($2::text[])', [...new Set(posts.map(({ person_id }) => person_id))]);
  return { programmes, ground: groundOf(dataset as Dataset, pack, today, lastYearOf(plan)) };
}

import type { Row } from '../core/exchange/sheets.ts';
import { loadRows } from '../store/campus-rows.ts';
import { revisePlan } from '../store/plans.ts';
import type { Playing } from './sample-playing.ts';

const YEAR = 2026;

/** The plan of the coming year as it stands in the sample: drawn up from the register, signed by the college and by one of its schools, which says why it plans beyond its campus; the others are awaited. */
export async function addSamplePlan({ as, given, open, play }: Playing, { college, school, department }: { readonly college: string; readonly school: string; readonly department: string }): Promise<void> {
  const matter_id = await open('college_programme', { kind: 'enrolment_plan', subject: college, details: { year: YEAR, department } });
  const drawn = await as('college_programme', async (tx) => {
    const rows = await tx.whole((whole) => loadRows(whole, 'intakes', {}, 'r.year = $2', YEAR));
    return revisePlan(tx, { matter_id, version: 1, lines: rows.map(lineOf(school)) }, given);
  });
  if (drawn.outcome !== 'done') throw new Error(`the sample's plan: ${JSON.stringify(drawn)}`);
  await play(matter_id, ['school_head', 'sign_school', { details: { school } }], ['college_programme', 'sign_college']);
}

const lineOf = (school: string) => ({ programme_id, school_id, planned }: Row<'intakes'>) =>
  ({ programme_id, secondary_heads: planned ?? 0, reason: school_id === school ? '示例：新实训楼和设备计划 2028 年投入使用' : null });

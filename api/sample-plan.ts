import type { Row } from '../core/exchange/sheets.ts';
import { date } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { revisePlan } from '../store/plans.ts';
import type { Playing } from './sample-playing.ts';

interface Planners {
  readonly college: string;
  readonly school: string;
  readonly department: string;
}

const YEAR = 2026;
const LAST_YEAR = YEAR - 1;
export const PLAN_DAY = date('2025-05-20');

/**
 * Last year's plan of the sample's own school, from its lines to both receipts: it says what the register says, so that
 * students can be admitted under it, and nothing of the figures moves.
 */
export async function addFiledPlan({ as, given, open, play }: Playing, { college, school, department }: Planners): Promise<void> {
  const matter_id = await open('college_programme', { kind: 'enrolment_plan', subject: college, details: { year: LAST_YEAR, department } });
  const drawn = await as('college_programme', async (tx) => {
    const rows = await tx.whole((whole) => loadRows(whole, 'intakes', {}, 'r.year = $2', LAST_YEAR));
    return revisePlan(tx, { matter_id, version: 1, lines: rows.filter((row) => row.school_id === school).map(lineOf(school)) }, given);
  });
  if (drawn.outcome !== 'done') throw new Error(`the sample's filed plan: ${JSON.stringify(drawn)}`);
  const receipt = (number: string) => ({ details: { number, on: PLAN_DAY } });
  await play(
    matter_id,
    ['school_head', 'sign_school', { details: { school } }], ['college_programme', 'sign_college'], ['college_programme', 'table', { reason: '示例：提请统筹和审定' }],
    ['department', 'coordinate_drc', { reason: '示例：同意' }], ['city_bureau', 'coordinate_bureau', { reason: '示例：同意' }],
    ['college_leadership', 'resolve', {
      documents: [{ name: '示例会议纪要.pdf', sha256: '5'.repeat(64) }], votes: { members: 9, present: 8, for: 8, against: 0, abstained: 0 },
      details: { number: '示例招委〔2025〕2号', on: PLAN_DAY, attendees: '示例：领导小组成员 8 人' },
    }],
    ['college_programme', 'file_province', receipt('示例教〔2025〕31号')], ['college_programme', 'file_exam', receipt('示例考〔2025〕12号')],
  );
}

/** The plan of the coming year as it stands in the sample: drawn up from the register, signed by the college and by one of its schools, which says why it plans beyond its campus; the others are awaited. */
export async function addSamplePlan({ as, given, open, play }: Playing, { college, school, department }: Planners): Promise<void> {
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

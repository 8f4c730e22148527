import type { Dataset } from '../core/exchange/sheets.ts';
import { sha256 } from '../core/sample-tests/sha256.ts';
import { date } from '../core/values/plain-date.ts';
import { exact } from '../core/values/exact.ts';
import type { Database } from '../store/database.ts';
import { bringIn } from '../store/import.ts';
import { lockFacts } from '../store/record-stamp.ts';
import { closeList, drawSampleTest, planSampleTest, scoreSampleTest, type Held } from '../store/sample-tests/holding.ts';
import { closedList, readPopulation } from '../store/sample-tests/population.ts';
import { reportSampleTest } from '../store/sample-tests/report.ts';
import { loadSampleTest } from '../store/sample-tests/sample-test.ts';
import { arrangeSeason } from '../store/step-up/season.ts';
import type { Transaction } from '../store/transaction.ts';
import { playing } from './sample-playing.ts';

const COLLEGE = 'H1';
const SEED = '示例：七星彩 2025118 期 3 0 7 5 2 9 11';
/** The school whose sample does badly, so that the sample region has a finding. */
const LOW = 'S4';
const SEASON = { college_id: COLLEGE, year: 2025, test_on: date('2025-04-12'), resit_on: date('2025-05-17'), place: '示例：学院主校区' } as const;
const STEPPED_UP = 2022;

/** A sample test from plan to report, with a finding at one school, and the season of a step-up test with its scores, to be published by whoever tries it. */
export async function addSampleLearning(database: Database, region_id: number, dataset: Dataset): Promise<void> {
  const acting = async (on: string, work: (tx: Transaction, given: ReturnType<typeof playing>['given']) => Promise<Held | { readonly outcome: string }>): Promise<number> => {
    const { as, given } = playing(database, region_id, date(on));
    const answer = await as('college_academic', (tx) => work(tx, given));
    if (answer.outcome !== 'done') throw new Error(`the sample's tests: ${JSON.stringify(answer)}`);
    return 'sample_test_id' in answer ? answer.sample_test_id : 0;
  };
  const id = await acting('2025-09-22', (tx, given) => planSampleTest(tx, {
    college_id: COLLEGE, title: '示例：2025学年公共基础课抽测', grades: [1, 2], programmes: [], test_on: date('2025-10-20'), papers: '语文、数学', seed: { way: 'public', source: '体彩七星彩 2025118 期开奖号码' },
  }, given));
  await acting('2025-09-22', (tx, given) => closeList(tx, id, given));
  await acting('2025-10-13', (tx, given) => drawSampleTest(tx, { sample_test_id: id, seed: SEED }, given));
  await acting('2025-10-21', async (tx, given) => scoreSampleTest(tx, { sample_test_id: id, lines: await scored(tx, id) }, given));
  await acting('2025-10-24', (tx, given) => reportSampleTest(tx, id, given));
  await acting('2025-03-03', (tx) => arrangeSeason(tx, SEASON));
  await acting('2025-03-03', (tx) => reportConduct(tx, dataset));
}

/** Scores that follow from the student's number: most pass, but for one school; one of forty did not come. */
async function scored(tx: Transaction, sample_test_id: number): Promise<{ student_id: string; score: string }[]> {
  const test = await loadSampleTest(tx, sample_test_id);
  const schools = new Map(readPopulation(await closedList(tx, sample_test_id) ?? '').students.map((one) => [one.student_id, one.school_id]));
  return (test?.draw?.students ?? []).map((student_id) => {
    const chance = Number.parseInt(sha256(student_id).slice(0, 6), 16);
    return { student_id, score: chance % 40 === 0 ? '缺考' : String((schools.get(student_id) === LOW ? 38 : 56) + chance % 40) };
  });
}

/** What the schools report of the cohort that stepped up: credits of three years, conduct passed. */
async function reportConduct(tx: Transaction, { students = [] }: Dataset): Promise<{ readonly outcome: string }> {
  const stamp = await lockFacts(tx);
  if (stamp === null) return { outcome: 'no_region' };
  const ids = [...new Set(students.filter(({ cohort, grade, stage }) => cohort === STEPPED_UP && stage === 'secondary' && grade === 3).map(({ student_id }) => student_id))];
  const credits = ids.map((student_id, at) => ({ student_id, required: exact(140), earned: exact(84), conduct_ok: true, internship_ok: null, certificate_exemption: null, row: at + 1 }));
  return tx.whole((whole) => bringIn(whole, { credits }, { stamp, name: '示例：操行上报' }));
}

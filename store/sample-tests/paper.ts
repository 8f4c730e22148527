import type { DocumentContent } from '../../core/documents/kinds.ts';
import { outcomeOnPaper } from '../../core/documents/in-words.ts';
import { drawBy } from '../../core/sample-tests/draw.ts';
import type { SchoolResult } from '../../core/sample-tests/pass-rates.ts';
import { exact, multiply, toFixed, divide } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { issueDocument, type Issued } from '../documents.ts';
import type { Transaction } from '../transaction.ts';
import { closedList, readPopulation } from './population.ts';
import { sampleTestObject, type SampleTest } from './sample-test.ts';

const PERCENT = exact(100);

/** M9-c: what was planned and what came of it, by number, with all that it takes to draw again. */
export function issueReport(tx: Transaction, test: SampleTest, results: readonly SchoolResult[], dated: PlainDate): Promise<Issued> {
  return tx.decided(['documents'], (deciding) => deciding.whole(async (whole) =>
    issueDocument(whole, 'sample_test_report', await contentOf(whole, test, results, dated), { object: sampleTestObject(test.sample_test_id), thing: { labels: test.scopes } })));
}

async function contentOf(whole: Transaction, { sample_test_id, college_id, title, year, test_on, papers, seed, list, draw }: SampleTest, results: readonly SchoolResult[], dated: PlainDate): Promise<DocumentContent<'sample_test_report'>> {
  const text = await closedList(whole, sample_test_id);
  if (text === null || list === null || draw === null) throw new Error('a sample test without list or draw is reported');
  const { students, rules } = readPopulation(text);
  const { strata, drawn } = drawBy(students, draw.seed, rules);
  const names = new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const schools = new Map(students.map((one) => [one.student_id, one.school_id]));
  return {
    dated, college: names.get(college_id) ?? college_id, title, year, test_on, papers, list_on: list.closed_on, list_hash: list.hash, population: list.many, seed: draw.seed,
    seed_source: seed.way === 'public' ? seed.source : `事先公开的校验值 ${seed.commitment}`,
    classes: strata.map(({ class_id, population, sampled }) => ({ class_id: class_id ?? '', population, sampled })),
    schools: results.map(({ school_id, drawn: many, sat, absent, passed, mean, verdict }) => ({
      school: names.get(school_id) ?? school_id, drawn: many, sat, absent, passed, mean: mean === null ? '' : toFixed(mean, 1, 'down'),
      rate: sat === 0 ? '' : `${toFixed(multiply(divide(exact(passed), exact(sat)), PERCENT), 1, 'down')}%`, outcome: outcomeOnPaper(verdict.outcome),
    })),
    sample: drawn.map(({ student_id, class_id }) => ({ school: names.get(schools.get(student_id) ?? '') ?? '', class_id: class_id ?? '', student_id })),
  };
}

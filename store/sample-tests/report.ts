import { isSeverity } from '../../core/approvals/matters/finding.ts';
import { choiceOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { passRates, type SchoolResult } from '../../core/sample-tests/pass-rates.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { openFinding } from '../findings/open-finding.ts';
import { lockRegion } from '../record-stamp.ts';
import { scoresOf } from '../scores/scores.ts';
import { frozen } from '../snapshot-content.ts';
import type { Transaction } from '../transaction.ts';
import { mayHold, type Held } from './holding.ts';
import { issueReport } from './paper.ts';
import { closedList, readPopulation } from './population.ts';
import { loadSampleTest, sampleTestObject, type SampleTest } from './sample-test.ts';

/** How the sample did by school, as far as scores are there. Null before the draw, and on a day without rules. To be called within `tx.whole`. */
export async function resultsOf(whole: Transaction, { sample_test_id, draw, test_on }: SampleTest, pack: Pack): Promise<SchoolResult[] | null> {
  const text = draw === null ? null : await closedList(whole, sample_test_id);
  if (draw === null || text === null) return null;
  const drawn = new Set(draw.students);
  const tested = readPopulation(text).students.filter(({ student_id }) => drawn.has(student_id));
  return passRates(tested, await scoresOf(whole, { kind: 'sample_test', on: test_on }, draw.students), parametersOn(pack.parameters, test_on));
}

export type Reported = Held | { readonly outcome: 'scores_missing'; readonly many: number };

/** M9-c: ends a sample test when everybody who was drawn has a score or did not come: results are kept and issued, low ones open a finding at the school. */
export async function reportSampleTest(tx: Transaction, sample_test_id: number, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<Reported> {
  const stamp = await lockRegion(tx);
  const test = stamp === null ? null : await loadSampleTest(tx, sample_test_id);
  if (stamp === null || test === null) return { outcome: 'unknown_test' };
  if (!mayHold(tx, test.college_id)) return { outcome: 'not_your_step' };
  if (test.reported_on !== null) return { outcome: 'reported_already' };
  if (test.draw === null) return { outcome: 'not_drawn' };
  const results = await tx.whole((whole) => resultsOf(whole, test, given.pack));
  if (results === null) return { outcome: 'no_rules' };
  const many = results.reduce((sum, { awaited }) => sum + awaited, 0);
  if (many > 0) return { outcome: 'scores_missing', many };
  const findings: number[] = [];
  for (const result of results.filter(({ verdict }) => verdict.outcome === 'unmet')) findings.push(await findingOf(tx, test, result, given));
  await tx.change('insert into sample_reports (region_id, sample_test_id, reported_on, content, findings, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.actor.region_id, sample_test_id, given.today, canonicalJson(results.map(({ verdict, mean: _, ...one }) => ({ ...one, verdict: frozen(verdict) }))), findings, test.scopes, stamp.at, tx.actor.account]);
  const { number } = await issueReport(tx, test, results, given.today);
  await tx.audit({ action: 'sample_test.report', object: sampleTestObject(sample_test_id), detail: { schools: results.length, findings, number } });
  return { outcome: 'done', sample_test_id };
}

async function findingOf(tx: Transaction, { sample_test_id, test_on, title }: SampleTest, { school_id, verdict }: SchoolResult, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<number> {
  const parameters = parametersOn(given.pack.parameters, test_on);
  const severity = parameters.has('sample.low_severity') ? choiceOf(parameters, 'sample.low_severity') : 'C';
  if (!isSeverity(severity)) throw new Error(`no such severity: ${severity}`);
  const opened = await openFinding(tx, {
    school_id, clause: 'M9-c', severity, evidence: `${title}（${sampleTestObject(sample_test_id)}）`, verdict: { ...frozen(verdict), about: `school:${school_id}`, on: test_on },
  }, given);
  if (opened?.outcome !== 'done') throw new Error(`a finding could not be opened: ${opened?.outcome}`);
  return opened.matter_id;
}

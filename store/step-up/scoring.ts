import { amountOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { readScores, type ScoreLine, type ScoreProblem } from '../../core/scores/read-scores.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { lockFacts } from '../record-stamp.ts';
import { enterScores } from '../scores/scores.ts';
import type { Transaction } from '../transaction.ts';
import { publicationsOf } from './published.ts';
import { registeredFor, type Registered } from './registered.ts';
import { loadSeason, mayHoldTests, seasonObject } from './season.ts';

export interface Scoring {
  readonly college_id: string;
  readonly year: number;
  readonly resit: boolean;
  readonly lines: readonly ScoreLine[];
}

export type Scored =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'unknown_season' | 'not_your_step' | 'test_to_come' | 'no_rules' | 'published_already' }
  | { readonly outcome: 'scores_wrong'; readonly problems: readonly ScoreProblem[] };

/** Who may sit the test: whoever is not known to be ineligible for another reason; the resit: whoever did not pass, or has a score of it already. */
export function awaitedFor(registered: readonly Registered[], resit: boolean): Set<string> {
  const wanted = registered.filter((one) => (resit ? one.decision === 'resit' || one.resit !== undefined : one.decision !== 'not_eligible' || one.test !== undefined));
  return new Set(wanted.map(({ row }) => row.student_id));
}

/** M9-d: scores of the test or of the resit, some or all. What is published is put right only where an objection was upheld. */
export async function scoreSeason(tx: Transaction, { college_id, year, resit, lines }: Scoring, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<Scored> {
  const stamp = await lockFacts(tx);
  const season = stamp === null ? null : await loadSeason(tx, college_id, year);
  if (stamp === null || season === null) return { outcome: 'unknown_season' };
  if (!mayHoldTests(tx, college_id)) return { outcome: 'not_your_step' };
  const on = resit ? season.resit_on : season.test_on;
  if (on > today) return { outcome: 'test_to_come' };
  const registered = await tx.whole((whole) => registeredFor(whole, season, { pack, today }));
  if (registered === null) return { outcome: 'no_rules' };
  const published = await publicationsOf(tx, college_id, year);
  const upheld = published.length === 0 ? null : await upheldOf(tx, published.map(({ publication_id }) => publication_id));
  const awaited = awaitedFor(registered, resit);
  if (upheld !== null && lines.some(({ student_id }) => awaited.has(student_id) && !upheld.has(student_id))) return { outcome: 'published_already' };
  const parameters = parametersOn(pack.parameters, season.test_on);
  const full_marks = parameters.has('test.full_marks') ? amountOf(parameters, 'test.full_marks') : null;
  const { scores, problems } = readScores(lines, { students: awaited, full_marks });
  if (problems.length > 0) return { outcome: 'scores_wrong', problems };
  const kind = resit ? 'upgrade_resit' : 'upgrade_test';
  await tx.whole((whole) => enterScores(whole, { kind, on }, scores, { stamp, name: `升段测试成绩 ${college_id} ${on}` }));
  await tx.audit({ action: 'step_up.score', object: seasonObject(season), detail: { kind, scores: scores.length, absent: scores.filter(({ score }) => score === null).length } });
  return { outcome: 'done' };
}

async function upheldOf(tx: Transaction, publications: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await tx.whole((whole) => whole.arrays(
    `select a.student_id from step_up_appeals a join step_up_answers w on w.region_id = $1 and w.appeal_id = a.appeal_id and w.verdict = 'upheld' where a.region_id = $1 and a.publication_id = any($2::bigint[])`,
    [tx.actor.region_id, publications]));
  return new Set(rows.map(([id]) => id as string));
}

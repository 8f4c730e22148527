import { SCORE_FAULTS, type ScoreProblem } from '../core/scores/read-scores.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { NotHeld } from '../store/sample-tests/holding.ts';
import type { Reported } from '../store/sample-tests/report.ts';
import type { Answered, Appealed } from '../store/step-up/appeals.ts';
import type { PublishOutcome } from '../store/step-up/publishing.ts';
import type { Scored } from '../store/step-up/scoring.ts';
import type { NotSet } from '../store/step-up/season.ts';
import type { OutcomeCode } from './outcomes.ts';
import type { Particulars } from './refuse.ts';

type Refused<A> = A extends { readonly outcome: infer O } ? O extends 'done' | 'scores_wrong' ? never : O : never;
type Why = Refused<NotHeld | Reported | Scored | PublishOutcome | NotSet | Appealed | Answered>;

/** What is not there, or not one's own, has an outcome of its own; everything else does not fit how the test stands. */
const ABSENT = {
  unknown_test: 'unknown_sample_test', unknown_season: 'unknown_season', unknown_college: 'unknown_season', unknown_appeal: 'unknown_appeal', nothing_published: 'unknown_season',
  not_your_step: 'not_your_step', no_rules: 'no_rule_in_force', same_person: 'same_person', unknown_programme: 'unknown_programme',
} as const satisfies Partial<Readonly<Record<Why, OutcomeCode>>>;
type TestCode = (typeof ABSENT)[keyof typeof ABSENT] | 'test_refused';

const said = (zh: string, en: string, clause = 'M9-d'): readonly [Bilingual, string] => [{ zh, en }, clause];

const WHY: Partial<Readonly<Record<Why, readonly [Bilingual, string]>>> = {
  test_over: said('测试日期已经过去', 'The day of the test is over', 'M9-c'),
  list_closed: said('名单已经封存', 'The list is closed already', 'M9-c'),
  list_open: said('名单还没有封存，先封存名单再抽取', 'The list is not closed: close it before the draw', 'M9-c'),
  nobody_listed: said('没有符合条件的在校学生', 'There is nobody at school to be drawn', 'M9-c'),
  drawn_already: said('样本已经抽取', 'The sample is drawn already', 'M9-c'),
  not_drawn: said('样本还没有抽取', 'The sample is not drawn yet', 'M9-c'),
  seed_not_announced: said('种子与事先公开的校验值不符', 'The seed is not the one whose hash was made public', 'M9-c'),
  reported_already: said('抽测结果已经发布', 'The results are reported already', 'M9-c'),
  scores_missing: said('还有被抽学生没有成绩，缺考请注明', 'Somebody who was drawn has no score yet; say so of whoever did not come', 'M9-c'),
  test_to_come: said('还没有到测试日', 'The day of the test is yet to come'),
  days_wrong: said('日期不符：测试和补考在当年，补考晚于测试、早于9月1日', 'The days do not fit: both in the year, the resit after the test and before 1 September'),
  published_already: said('结果已经公示，只有申诉成立的学生可以更正', 'It is published already; only where an appeal was upheld something is put right'),
  nobody_registered: said('没有毕业年级的在校学生', 'Nobody is in the final grade'),
  undecided: said('还有学生没有定论：缺成绩、待补考，或名册、操行尚未上报', 'It is not decided of everybody: scores or resits are missing, or the list or conduct is not reported'),
  publication_over: said('公示期已过', 'The time for appeals is over'),
  appealed_already: said('已经提出过申诉', 'There is an appeal already'),
  answered_already: said('申诉已经答复', 'The appeal is answered already'),
};

/** A refusal of what has to do with tests: its outcome, and the reason with its clause. */
export function testRefusal(why: Why): readonly [TestCode, Particulars] {
  const absent = (ABSENT as Partial<Readonly<Record<Why, TestCode>>>)[why];
  if (absent !== undefined) return [absent, {}];
  const [text, clause] = WHY[why] ?? said('', '');
  return ['test_refused', { detail: { zh: `没有改动。${text.zh}（依据 ${clause}）。`, en: `Nothing was changed. ${text.en} (${clause}).` } }];
}

/** Every cell that is wrong, by its line. */
export function scoresWrong(problems: readonly ScoreProblem[]): readonly ['scores_wrong', Particulars] {
  return ['scores_wrong', { errors: problems.map(({ line, column, code, value }) => ({
    path: `scores[${line - 1}].${column}`, code, text: { zh: `第 ${line} 行 ${value}：${SCORE_FAULTS[code].zh}`, en: `Line ${line}, ${value}: ${SCORE_FAULTS[code].en}` },
  })) }];
}

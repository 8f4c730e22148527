import { lackingParties, schemeCourse } from '../../core/schemes/course.ts';
import { totalsOf } from '../../core/schemes/totals.ts';
import { compare, decimal, toDecimalText } from '../../core/values/exact.ts';
import { contentOf } from '../schemes/scheme.ts';
import { firmsOf } from '../schemes/parties.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard, type GuardAsk } from './guard-answer.ts';

const courseOf = ({ matter }: GuardAsk) => schemeCourse(matter.entries);
const contentNow = (whole: Transaction, ask: GuardAsk) => contentOf(whole, ask.matter.matter_id, courseOf(ask).revision);
const nothingYet = held('尚无课程表', 'There is no course table yet');
const agreedAlready = held('现行修订已经同意', 'The revision as it stands is agreed to already');

/** M9-a: the content comes with its revision, written in the same act, and each revision once. */
export const schemeWritten: AskGuard = async (whole, ask) => {
  const { revision } = ask.given;
  if (revision === undefined) return holds;
  const there = revision > courseOf(ask).revision && await contentOf(whole, ask.matter.matter_id, revision) !== null;
  return there ? holds : held('没有随本次修订写入的课程表', 'No course table was written with this revision');
};

export const schoolAwaited: AskGuard = async (_, ask) => {
  const course = courseOf(ask);
  if (course.revision === 0) return nothingYet;
  return lackingParties(course, []).school ? holds : agreedAlready;
};

export const firmAwaited: AskGuard = async (whole, ask) => {
  const [course, content] = [courseOf(ask), await contentNow(whole, ask)];
  if (content === null) return nothingYet;
  const { firm } = ask.given;
  if (firm === undefined) return content.firms.length > 0 ? holds : held('方案没有列明企业', 'The scheme names no firm');
  if (!content.firms.includes(firm)) return held('该企业不是方案的参与方', 'This firm is no party of the scheme');
  return course.agreed.some((one) => one.revision === course.revision && one.firm === firm) ? agreedAlready : holds;
};

/** M9-a: a scheme without one of the three goes nowhere. */
export const schemeParties: AskGuard = async (whole, ask) => {
  const [course, content] = [courseOf(ask), await contentNow(whole, ask)];
  if (content === null) return nothingYet;
  if (content.firms.length === 0) return held('方案没有列明企业，须有至少一家企业参与', 'The scheme names no firm; at least one takes part');
  const { school, firms } = lackingParties(course, content.firms);
  if (!school && firms.length === 0) return holds;
  const known = await firmsOf(whole);
  const listed = firms.map((id) => known.get(id) ?? id);
  const zh = [...(school ? ['学校'] : []), ...(firms.length === 0 ? [] : [`企业（${listed.join('、')}，一家即可）`])].join('、');
  const en = [...(school ? ['the school'] : []), ...(firms.length === 0 ? [] : [`a firm (one of ${listed.join(', ')})`])].join(', ');
  return held(`第 ${course.revision} 次修订尚未同意：${zh}`, `Not agreed to under revision ${course.revision}: ${en}`);
};

/** What nobody could complete is no scheme. */
export const schemeCredits: AskGuard = async (whole, ask) => {
  const content = await contentNow(whole, ask);
  if (content === null) return nothingYet;
  const { credits } = totalsOf(content.courses);
  if (compare(credits, decimal(content.required_credits)) >= 0) return holds;
  const given = toDecimalText(credits);
  return held(`课程学分合计 ${given}，少于应修学分 ${content.required_credits}`, `The courses give ${given} credits, fewer than the ${content.required_credits} required`);
};

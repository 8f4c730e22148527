import { lacking, planCourse } from '../../core/plans/course.ts';
import { planRules } from '../../core/plans/higher-line.ts';
import { planOutlook, unexplained, type PlanOutlook } from '../../core/plans/outlook.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { linesOf } from '../plan-lines.ts';
import { planGround } from '../plan-ground.ts';
import { frozen } from '../snapshot-content.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard, type GuardAsk } from './guard-answer.ts';
import type { KeptVerdict } from './matter.ts';

const courseOf = ({ matter }: GuardAsk) => planCourse(matter.entries);
const linesNow = (whole: Transaction, ask: GuardAsk) => linesOf(whole, ask.matter.matter_id, courseOf(ask).revision);
const schoolsOf = (lines: readonly { readonly school_id: string }[]): string[] => [...new Set(lines.map(({ school_id }) => school_id))].sort();

/** M8-a: lines come with their revision, written in the same act, and each revision once. */
export const planWritten: AskGuard = async (whole, ask) => {
  const { revision } = ask.given;
  if (revision === undefined) return holds;
  const there = revision > courseOf(ask).revision && (await linesOf(whole, ask.matter.matter_id, revision)).length > 0;
  return there ? holds : held('没有随本次修订写入的计划行', 'No lines were written with this revision');
};

export const schoolUnsigned: AskGuard = async (whole, ask) => {
  const schools = schoolsOf(await linesNow(whole, ask));
  const { school } = ask.given;
  if (schools.length === 0) return held('尚无计划行', 'There are no lines yet');
  if (school !== undefined && !schools.includes(school)) return held('该校在现行修订中没有计划行', 'This school has no line in the revision as it stands');
  const left = lacking(courseOf(ask), schools).schools;
  return left.length > 0 && (school === undefined || left.includes(school)) ? holds : held('现行修订已签署', 'The revision as it stands is signed already');
};

export const collegeUnsigned: AskGuard = async (whole, ask) => {
  if ((await linesNow(whole, ask)).length === 0) return held('尚无计划行', 'There are no lines yet');
  return lacking(courseOf(ask), []).college ? holds : held('现行修订已签署', 'The revision as it stands is signed already');
};

/** M8-a: a plan of one side goes nowhere. */
export const planSignatures: AskGuard = async (whole, ask) => {
  const schools = schoolsOf(await linesNow(whole, ask));
  if (schools.length === 0) return held('尚无计划行', 'There are no lines yet');
  const { schools: left, college } = lacking(courseOf(ask), schools);
  if (left.length === 0 && !college) return holds;
  const names = await namesOf(whole, [...left, ...(college ? [ask.matter.subject] : [])]);
  return held(`第 ${courseOf(ask).revision} 次修订尚未签署：${names.join('、')}`, `Not signed under revision ${courseOf(ask).revision}: ${names.join(', ')}`);
};

/** By name, where the register has one. */
async function namesOf(whole: Transaction, ids: readonly string[]): Promise<string[]> {
  const names = new Map((await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', ids)).map(({ org_id, name }) => [org_id, name]));
  return ids.map((id) => names.get(id) ?? id);
}

/** S2-a: judged anew by what is recorded now, the year and rules of the day; the verdicts are kept with the step. */
export const capacityReasons: AskGuard = async (whole, ask) => {
  const { matter, details: { year }, pack, today } = ask;
  const rules = planRules(parametersOn(pack.parameters, today));
  if (year === undefined || rules === null) return held('当日没有生效的计划规则', 'No rule on plans is in force on the day');
  const lines = await linesNow(whole, ask);
  const { ground, programmes } = await planGround(whole, matter.subject, { pack, today, year, lag: rules.lag });
  const outlook = planOutlook(ground, { year, lag: rules.lag, lines, programmes: programmes.map(({ programme_id }) => programme_id) });
  const open = unexplained(outlook, lines).map((id) => programmes.find(({ programme_id }) => programme_id === id)?.name ?? id);
  const days = new Map(ground.rules.map((rule) => [rule.year, rule.on]));
  const verdicts = keptOf(outlook, days);
  if (open.length === 0) return { ...holds, verdicts };
  return { ...held(`超出可容纳人数而未写理由：${open.join('、')}`, `Beyond capacity without a reason: ${open.join(', ')}`), verdicts };
};

function keptOf({ campuses }: PlanOutlook, days: ReadonlyMap<number, KeptVerdict['on']>): KeptVerdict[] {
  return campuses.flatMap(({ campus_id, years }) => years.flatMap(({ year, verdicts }) => {
    const on = days.get(year);
    return on === undefined ? [] : verdicts.map((verdict) => ({ ...frozen(verdict), about: `campus:${campus_id}`, on }));
  }));
}

/** M8-b: a meeting decides on what was tabled for it. */
export const meetingDay: AskGuard = async (_, ask) => {
  const tabled = ask.matter.entries.findLast(({ act }) => act === 'table')?.on;
  return between(ask, tabled, '会议日期须在提请之日至今天之间', 'The meeting is to be between the day it was tabled and today');
};

/** M8-c: what is filed was decided before. */
export const receiptDay: AskGuard = async (_, ask) =>
  between(ask, courseOf(ask).decided?.met_on, '回执日期须在审定之日至今天之间', 'The receipt is to be between the day of the decision and today');

function between({ given, today }: GuardAsk, first: string | undefined, zh: string, en: string) {
  const { on } = given;
  return on === undefined || (first !== undefined && first <= on && on <= today) ? holds : held(zh, en);
}

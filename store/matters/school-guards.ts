import { ANSWERS, eligibility, openItems, type SchoolKnown } from '../../core/approvals/eligibility.ts';
import { judgingOn } from '../../core/check/judging.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import { loadRows } from '../campus-rows.ts';
import { judgeSchoolRows } from '../judge-school.ts';
import { frozen } from '../snapshot-content.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard, type GuardAsk } from './guard-answer.ts';
import { promotionTeamAnswer } from './team-answers.ts';

export const promotionTeam: AskGuard = (whole, { matter, today }) => promotionTeamAnswer(whole, matter.subject, today);

export const partnered: AskGuard = async (whole, { matter }) => {
  const programmes = await loadRows(whole, 'programmes', {}, 'r.school_id = $2', matter.subject);
  return programmes.some(hasPartners) ? holds : held('没有一个专业同时登记了学院和企业', 'No programme names both a college and a firm');
};

function hasPartners({ enterprises }: Row<'programmes'>): boolean {
  return (enterprises ?? []).length > 0;
}

/** S1-a: every item of the checklist can be answered; the answers are kept with the step, and so are the notices. */
export const checklist: AskGuard = async (whole, ask) => {
  const judged = await judgeSchoolRows(whole, judgingOn(ask.pack, ask.today), ask.matter.subject);
  const items = eligibility(await knownOf(whole, ask, judged?.verdicts.map(({ outcome }) => outcome) ?? []));
  const open = openItems(items);
  const say = (lang: 'zh' | 'en'): string => items.map(({ label, clause, answer }) => `${label[lang]}（${clause}）：${ANSWERS[answer][lang]}`).join('；');
  return {
    met: open.length === 0, detail: { zh: say('zh'), en: say('en') }, checklist: items,
    verdicts: (judged?.verdicts ?? []).map((verdict) => ({ ...frozen(verdict), about: `school:${ask.matter.subject}`, on: ask.today })),
  };
};

async function knownOf(whole: Transaction, { matter, today }: GuardAsk, outcomes: readonly Outcome[]): Promise<SchoolKnown> {
  const ofSchool = <S extends 'programmes' | 'campuses' | 'schools'>(sheet: S) => loadRows(whole, sheet, {}, 'r.school_id = $2', matter.subject);
  const [organisation] = await loadRows(whole, 'organisations', {}, 'r.key = $2', matter.subject);
  const programmes = await ofSchool('programmes');
  const many = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  return {
    division_code: organisation?.division_code ?? null,
    registered: organisation?.kind === 'school',
    reported: (await ofSchool('schools')).length > 0,
    programmes: programmes.length, partnered: programmes.filter(hasPartners).length,
    promotionTeam: (await promotionTeamAnswer(whole, matter.subject, today)).met,
    campuses: (await ofSchool('campuses')).filter(({ status }) => status !== 'closed').length,
    notices: { met: many('met'), unmet: many('unmet'), undetermined: many('undetermined') },
  };
}

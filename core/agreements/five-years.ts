import { whole, type ValueOf } from '../duties/declaration.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { plainDate, type PlainDate } from '../values/plain-date.ts';

/** What the registers say of one student's five years. Null is "not recorded". */
export interface FiveYearFacts {
  readonly cohort: number;
  readonly agreement: { readonly done_on: PlainDate | null; readonly due_on: PlainDate | null };
  readonly filed_on: PlainDate | null;
  /** The first test of the step up that was passed. */
  readonly step_up_passed_on: PlainDate | null;
  readonly higher_from: PlainDate | null;
  readonly confirmed_on: PlainDate | null;
  /** The first certificate that counts. */
  readonly certificate_on: PlainDate | null;
  readonly graduated_on: PlainDate | null;
  /** Whether the student is still on the roll. */
  readonly here: boolean;
}

export const MILESTONE_IDS = ['agreement', 'filing', 'step_up_test', 'step_up', 'confirmation', 'certificate', 'graduation'] as const;
export type MilestoneId = (typeof MILESTONE_IDS)[number];

/** `next`: the first that is wanting; `late`: its day has gone; `later`: it comes after; `closed`: it will not come, for the student has left. */
export type MilestoneState = 'done' | 'next' | 'late' | 'later' | 'closed';

export interface Milestone {
  readonly id: MilestoneId;
  readonly clause: string;
  readonly title: Bilingual;
  readonly state: MilestoneState;
  readonly done_on: PlainDate | null;
  readonly by: PlainDate | null;
  /** The year of the five in which it falls. */
  readonly year: number;
}

interface Declared {
  readonly clause: string;
  readonly title: Bilingual;
  readonly done: (facts: FiveYearFacts) => PlainDate | null;
  readonly by: (facts: FiveYearFacts, value: ValueOf) => PlainDate | null;
  readonly year: (value: ValueOf) => number;
}

const FIRST_YEAR = 1;
const secondaryYears = (value: ValueOf): number => whole(value('roll.secondary_years')) ?? 0;
const allYears = (value: ValueOf): number => secondaryYears(value) + (whole(value('roll.higher_years')) ?? 0);
/** School years begin on 1 September. */
const SEPTEMBER = 9;

/** `12-05` of a year; null where the parameter is not in force. */
function dayOfYear(year: number, monthDay: unknown): PlainDate | null {
  const [month, day] = String(monthDay).split('-').map(Number);
  return plainDate(year, month ?? Number.NaN, day ?? Number.NaN);
}

/** The five years in their order: each from a register, and by when it is due. */
const DECLARED: Readonly<Record<MilestoneId, Declared>> = {
  agreement: {
    clause: 'R3-e', title: { zh: '签三方协议', en: 'Sign the tripartite agreement' }, year: () => FIRST_YEAR,
    done: ({ agreement }) => agreement.done_on, by: ({ agreement }) => agreement.due_on,
  },
  filing: {
    clause: 'M3-c', title: { zh: '列入新生备案名单', en: 'Be on the filed list of new students' }, year: () => FIRST_YEAR,
    done: ({ filed_on }) => filed_on, by: ({ cohort }, value) => dayOfYear(cohort, value('filing.by')),
  },
  step_up_test: {
    clause: 'M9-d', title: { zh: '通过升段测试', en: 'Pass the step-up test' }, year: secondaryYears,
    done: ({ step_up_passed_on }) => step_up_passed_on, by: ({ cohort }, value) => dayOfYear(cohort + secondaryYears(value), value('upgrade.done_by')),
  },
  step_up: {
    clause: 'R3-c', title: { zh: '升入高职阶段', en: 'Step up to the higher stage' }, year: (value) => secondaryYears(value) + 1,
    done: ({ higher_from }) => higher_from, by: ({ cohort }, value) => plainDate(cohort + secondaryYears(value), SEPTEMBER, 1),
  },
  confirmation: {
    clause: 'R3-e', title: { zh: '确认原协议', en: 'Confirm the agreement' }, year: (value) => secondaryYears(value) + 1,
    done: ({ confirmed_on }) => confirmed_on, by: () => null,
  },
  certificate: {
    clause: 'M9-e', title: { zh: '取得符合要求的证书', en: 'Hold a certificate that counts' }, year: allYears,
    done: ({ certificate_on }) => certificate_on, by: () => null,
  },
  graduation: {
    clause: 'R3-d', title: { zh: '毕业', en: 'Graduate' }, year: allYears,
    done: ({ graduated_on }) => graduated_on, by: () => null,
  },
};

/** What is done, what is next and by when. What a later step proves, such as the step up the test before it, is not asked for again. */
export function fiveYears(facts: FiveYearFacts, value: ValueOf, today: PlainDate): Milestone[] {
  const ids = MILESTONE_IDS.filter((id) => id !== 'confirmation' || value('agreement.confirm_year_4') === true);
  const done = ids.map((id) => DECLARED[id].done(facts) ?? (id === 'step_up_test' ? facts.higher_from : null));
  const next = done.findIndex((on) => on === null);
  return ids.map((id, at) => {
    const { clause, title, by, year } = DECLARED[id];
    const [done_on, last] = [done[at] ?? null, by(facts, value)];
    return { id, clause, title, done_on, by: last, year: year(value), state: stateOf({ done_on, by: last, isNext: at === next, here: facts.here, today }) };
  });
}

function stateOf({ done_on, by, isNext, here, today }: { done_on: PlainDate | null; by: PlainDate | null; isNext: boolean; here: boolean; today: PlainDate }): MilestoneState {
  if (done_on !== null) return 'done';
  if (!here) return 'closed';
  if (by !== null && by < today) return 'late';
  return isNext ? 'next' : 'later';
}

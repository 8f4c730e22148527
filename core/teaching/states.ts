import type { Bilingual } from '../values/bilingual.ts';

export type OfferingState = 'open' | 'submitted' | 'released';
export type ConductState = 'open' | 'submitted' | 'decided';

/** What is done with a course once it is open. */
export const OFFERING_ACTS = ['assign', 'hours', 'submit', 'return', 'release'] as const;
export type OfferingAct = (typeof OFFERING_ACTS)[number];
export const CONDUCT_ACTS = ['save', 'submit', 'return', 'decide'] as const;
export type ConductAct = (typeof CONDUCT_ACTS)[number];

/** M3-e: from which states a course's grades move where. Teacher and hours may be said in every one, until the term is closed. */
export const OFFERING_MOVES = {
  assign: { from: ['open'], to: null },
  hours: { from: ['open', 'submitted', 'released'], to: null },
  save: { from: ['open'], to: null },
  submit: { from: ['open'], to: 'submitted' },
  return: { from: ['submitted'], to: 'open' },
  release: { from: ['submitted'], to: 'released' },
  correct: { from: ['released'], to: null },
} as const satisfies Readonly<Record<OfferingAct | 'save' | 'correct', { readonly from: readonly OfferingState[]; readonly to: OfferingState | null }>>;

export const CONDUCT_MOVES = {
  save: { from: ['open'], to: null },
  submit: { from: ['open'], to: 'submitted' },
  return: { from: ['submitted'], to: 'open' },
  decide: { from: ['submitted'], to: 'decided' },
} as const satisfies Readonly<Record<ConductAct, { readonly from: readonly ConductState[]; readonly to: ConductState | null }>>;

export const OFFERING_STATES = {
  open: { zh: '待录入成绩', en: 'Grades to be entered' },
  submitted: { zh: '已提交，待发布', en: 'Submitted, to be released' },
  released: { zh: '已发布', en: 'Released' },
} as const satisfies Readonly<Record<OfferingState, Bilingual>>;

export const CONDUCT_STATES = {
  open: { zh: '待录入', en: 'To be entered' },
  submitted: { zh: '已提交，待审定', en: 'Submitted, to be decided' },
  decided: { zh: '已审定', en: 'Decided' },
} as const satisfies Readonly<Record<ConductState, Bilingual>>;

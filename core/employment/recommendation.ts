import type { Bilingual } from '../values/bilingual.ts';

export const RECOMMENDATION_STATE_NAMES = ['recommended', 'offered', 'accepted', 'hired', 'passed', 'refused'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATE_NAMES)[number];
export type RecommendationAct = 'offer' | 'pass' | 'accept' | 'refuse' | 'hire';
export type Side = 'firm' | 'school';

const of = (zh: string, en: string): Bilingual => ({ zh, en });

export const RECOMMENDATION_STATES: Readonly<Record<RecommendationState, Bilingual>> = {
  recommended: of('已推荐', 'Recommended'), offered: of('企业拟录用', 'Offered a place'), accepted: of('毕业生接受', 'Accepted'), hired: of('已录用', 'Hired'), passed: of('企业不录用', 'Not taken'), refused: of('毕业生谢绝', 'Refused by the graduate'),
};

interface Move {
  readonly act: RecommendationAct;
  readonly label: Bilingual;
  readonly by: Side;
  readonly to: RecommendationState;
}

/** State → what may be done in it, and by whom. */
export const MOVES = {
  recommended: [{ act: 'offer', label: of('拟录用', 'Offer a place'), by: 'firm', to: 'offered' }, { act: 'pass', label: of('不录用', 'Do not take'), by: 'firm', to: 'passed' }],
  offered: [{ act: 'accept', label: of('毕业生接受', 'The graduate accepts'), by: 'school', to: 'accepted' }, { act: 'refuse', label: of('毕业生谢绝', 'The graduate refuses'), by: 'school', to: 'refused' }],
  accepted: [{ act: 'hire', label: of('已录用', 'Hired'), by: 'firm', to: 'hired' }, { act: 'refuse', label: of('毕业生谢绝', 'The graduate refuses'), by: 'school', to: 'refused' }],
  hired: [], passed: [], refused: [],
} as const satisfies Readonly<Record<RecommendationState, readonly Move[]>>;

export const RECOMMENDATION_ACTS = ['offer', 'pass', 'accept', 'refuse', 'hire'] as const satisfies readonly RecommendationAct[];

/** What a side may do in a state. */
export function movesOf(state: RecommendationState, side: Side): readonly Move[] {
  return (MOVES[state] as readonly Move[]).filter(({ by }) => by === side);
}

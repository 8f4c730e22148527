import type { Bilingual } from '../values/bilingual.ts';

/** A certificate that a student leaves with: who issues it, and the character of its series. */
export interface DiplomaKind {
  readonly label: Bilingual;
  readonly issuer: 'college' | 'school';
  /** Null: the number is that of the diploma of higher education (C8). */
  readonly mark: string | null;
  readonly clause: string;
}

/** R3-d, B37: every kind has a series of its own at its institution, begun anew each year. */
export const DIPLOMA_KINDS = {
  diploma: { label: { zh: '毕业证书', en: 'Diploma' }, issuer: 'college', mark: null, clause: 'R3-d' },
  completion: { label: { zh: '结业证书', en: 'Certificate of completion' }, issuer: 'college', mark: '结', clause: 'R3-d' },
  study: { label: { zh: '肄业证书', en: 'Certificate of study' }, issuer: 'college', mark: '肄', clause: 'R3-d' },
  statement: { label: { zh: '毕业证明书', en: 'Certificate in place of a lost diploma' }, issuer: 'college', mark: '证', clause: 'R3-d' },
  secondary: { label: { zh: '中职毕业证书', en: 'Secondary diploma' }, issuer: 'school', mark: '中', clause: 'M9-d' },
} as const satisfies Readonly<Record<string, DiplomaKind>>;

export type DiplomaKindId = keyof typeof DIPLOMA_KINDS;
export const DIPLOMA_KIND_IDS = Object.keys(DIPLOMA_KINDS) as readonly DiplomaKindId[];

/** What somebody whose higher stage ended so is given. */
export const DIPLOMA_OF = { graduated: 'diploma', completed: 'completion', incomplete: 'study' } as const;

/** How a certificate stands: with its institution, with the student, or no more. */
export type DiplomaState = 'to_hand_over' | 'handed_over' | 'lost' | 'withdrawn';

export const DIPLOMA_STATES: Readonly<Record<DiplomaState, Bilingual>> = {
  to_hand_over: { zh: '待发放', en: 'To be handed over' },
  handed_over: { zh: '已发放', en: 'Handed over' },
  lost: { zh: '已遗失', en: 'Lost' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

/** What was done with a certificate last decides; a later act never brings an earlier state back. */
export function diplomaState(acts: readonly string[]): DiplomaState {
  return (['withdrawn', 'lost', 'handed_over'] as const).find((one) => acts.includes(one)) ?? 'to_hand_over';
}

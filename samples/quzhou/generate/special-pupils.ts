import type { Pupil, Span } from './pupil.ts';

interface Special {
  readonly name?: string;
  readonly sex?: 1 | 2;
  readonly birth?: string;
  /** Where the id was issued: position in COUNTIES. */
  readonly county?: number;
  readonly guardian?: { readonly name: string; readonly relation: string; readonly phone: string };
  /** What follows grade 3 instead of the usual course. */
  readonly last?: readonly Span[];
  readonly left?: Pupil['left'];
}

const twinsFather = { name: '徐建国', relation: '父亲', phone: '19900009999' };
const fourth = { stage: 'higher', grade: 4 } as const;

/** Pupils that a program may trip over, by number; README.md says what each is there for. */
export const SPECIAL: Readonly<Record<string, Special>> = {
  '20221001': { name: '钟𬭚', sex: 1 },
  '20221002': { name: '周㛃', sex: 2 },
  '20221003': { name: '迪丽娜·艾山', sex: 2, guardian: { name: '艾山·卡德尔', relation: '父亲', phone: '19900009998' } },
  '20221004': { name: '徐以宁', sex: 1, birth: '2007-03-12', county: 1, guardian: twinsFather },
  '20221005': { name: '徐以安', sex: 1, birth: '2007-03-12', county: 1, guardian: twinsFather },
  '20221009': {
    last: [{ ...fourth, from: '2025-09-01', to: '2025-10-01', status: 'enrolled' }],
    left: { on: '2025-10-01', kind: 'withdrawn' },
  },
  '20222009': {
    last: [
      { ...fourth, from: '2025-09-01', to: '2025-09-19', status: 'enrolled' },
      { ...fourth, from: '2025-09-20', to: null, status: 'place_kept' },
    ],
  },
  '20231006': { name: '余闰生', sex: 1, birth: '2008-02-29' },
  '20254012': { name: '祝令仪', sex: 2 },
};
/** Signed on the thirty-first day of term (1 October 2025). */
export const SIGNED_ON_DAY_31 = '20254012';
/** A third-year pupil whose row names a campus of the higher stage: warned of, never counted. */
export const LIVES_AT_CAMPUS = '20233007';

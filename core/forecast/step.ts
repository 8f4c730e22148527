import { multiply } from '../values/exact.ts';
import type { Rates } from './rates.ts';
import { shareFrom, shareOf, type Share } from './share.ts';

/** Heads of a programme in grades 1 to 5: three years of the secondary stage, two of the higher. */
export type Grades = readonly [number, number, number, number, number];

export const NOBODY: Grades = [0, 0, 0, 0, 0];

/** One programme from one autumn to the next: who moved up, finished, left. */
export interface Step {
  readonly after: Grades;
  /** Those who reach the end of grade 5. */
  readonly completing: number;
  readonly graduates: number;
  /** Graduates who work in the region: a figure, never a verdict. */
  readonly local: number;
  readonly leavers: number;
}

/** Rates of a programme made ready: staying and stepping up are one rate, rounded once. */
export interface StepRates {
  readonly stay: Share;
  readonly stay_and_step_up: Share;
  readonly certificate: Share;
  readonly local: Share;
}

export function stepRates({ stay, step_up, certificate, local }: Rates): StepRates {
  return { stay: shareFrom(stay), stay_and_step_up: shareFrom(multiply(stay, step_up)), certificate: shareFrom(certificate), local: shareFrom(local) };
}

/** Nobody is lost: heads before and intake are heads after, those completing, and leavers, who are never negative. */
export function step(before: Grades, intake: number, rates: StepRates): Step {
  const [h1, h2, h3, h4, h5] = before;
  const after: Grades = [
    intake, shareOf(h1, rates.stay), shareOf(h2, rates.stay), shareOf(h3, rates.stay_and_step_up), shareOf(h4, rates.stay),
  ];
  const completing = shareOf(h5, rates.stay);
  const graduates = shareOf(completing, rates.certificate);
  return { after, completing, graduates, local: shareOf(graduates, rates.local), leavers: headsIn(before) + intake - headsIn(after) - completing };
}

export function headsIn(grades: Grades): number {
  return grades[0] + grades[1] + grades[2] + grades[3] + grades[4];
}

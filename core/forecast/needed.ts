import { amountOf } from '../facts/rules.ts';
import { exact, scaled, type Exact } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** Full posts that a number of students asks for (R5-d, R5-e, R5-i, R5-j). */
export interface Needed {
  readonly teachers: number;
  readonly ideology: number;
  readonly counsellors: number;
  readonly psychologists: number;
}

const KEYS = ['ratio.teacher.max_students', 'ratio.ideology.max_students', 'ratio.counsellor.max_students', 'psych.ratio', 'psych.min_per_campus'] as const;

/** Binds the ratios of a year; null when one of them is not in force. */
export function neededOn(parameters: ParametersInForce): ((students: number) => Needed) | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const [teacher, ideology, counsellor, psychologist, least] = [
    amountOf(parameters, KEYS[0]), amountOf(parameters, KEYS[1]), amountOf(parameters, KEYS[2]), amountOf(parameters, KEYS[3]), amountOf(parameters, KEYS[4]),
  ];
  const one = Number(scaled(least, 0, 'up'));
  return (students) => ({
    teachers: posts(students, teacher),
    ideology: posts(students, ideology),
    counsellors: posts(students, counsellor),
    psychologists: students === 0 ? 0 : Math.max(one, posts(students, psychologist)),
  });
}

function posts(students: number, perPost: Exact): number {
  return Number(scaled({ n: exact(students).n * perPost.d, d: perPost.n }, 0, 'up'));
}

import { groupBy } from '../facts/campus-rows.ts';
import { amountOf, choiceOf } from '../facts/rules.ts';
import { exact, multiply, scaled, type Exact } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { sha256 } from './sha256.ts';

export interface Drawable {
  readonly student_id: string;
  /** Students without a class are a stratum of their own. */
  readonly class_id: string | null;
}

/** A sample for a test, with all that is needed to draw it again. */
export interface Sample {
  readonly seed: string;
  readonly population: number;
  readonly strata: readonly { readonly class_id: string | null; readonly population: number; readonly sampled: number }[];
  /** By class, within a class in the order of the draw. */
  readonly drawn: readonly (Drawable & { readonly digest: string })[];
}

const KEYS = ['sample.size', 'sample.size_share', 'sample.size_minimum'] as const;

/** The values of law by which a sample is drawn, as texts and numbers that travel: whoever draws again needs them. */
export interface SampleRules {
  readonly all: boolean;
  readonly share: Exact;
  readonly minimum: number;
}

/** Null on a day without rules. */
export function sampleRules(parameters: ParametersInForce): SampleRules | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  return {
    all: choiceOf(parameters, 'sample.size') === 'all', share: amountOf(parameters, 'sample.size_share'),
    minimum: Number(scaled(amountOf(parameters, 'sample.size_minimum'), 0, 'up')),
  };
}

/**
 * M9-c: the sample that the college tests (B36), decided by a public seed and the list of students alone, in
 * whatever order the list comes; a student listed twice is one. Null on a day without rules.
 *
 * 1. Size: the greater of the share of all students, rounded up, and the minimum; at most everybody.
 * 2. Classes: each gets size × its students ÷ all students, rounded down; those that are left go one each to
 *    the largest remainders, ties to the class id that comes first.
 * 3. Within a class: students by the SHA-256 of the seed, a line feed and the student id, in UTF-8, the
 *    smallest digest first; the first so many are drawn.
 */
export function drawSample(students: readonly Drawable[], seed: string, parameters: ParametersInForce): Sample | null {
  const rules = sampleRules(parameters);
  return rules === null ? null : drawBy(students, seed, rules);
}

/** The same by rules that are at hand. */
export function drawBy(students: readonly Drawable[], seed: string, rules: SampleRules): Sample {
  const listed = [...new Map(students.map((one) => [one.student_id, one])).values()];
  const classes = [...groupBy(listed, (one) => one.class_id ?? '')].sort(([a], [b]) => inOrder(a, b)).map(([, members]) => members);
  const quotas = quotasOf(classes.map((members) => members.length), sampleSize(listed.length, rules));
  const strata = classes.map((members, at) => ({ class_id: members[0]?.class_id ?? null, population: members.length, sampled: quotas[at] ?? 0 }));
  const drawn = classes.flatMap((members, at) => members
    .map(({ student_id, class_id }) => ({ student_id, class_id, digest: sha256(`${seed}\n${student_id}`) }))
    .sort((a, b) => inOrder(a.digest, b.digest))
    .slice(0, quotas[at]));
  return { seed, population: listed.length, strata, drawn };
}

function sampleSize(population: number, { all, share, minimum }: SampleRules): number {
  if (all) return population;
  return Math.min(population, Math.max(Number(scaled(multiply(exact(population), share), 0, 'up')), minimum));
}

/** Shares of a whole number in proportion, by largest remainder. */
function quotasOf(heads: readonly number[], size: number): number[] {
  const all = heads.reduce((sum, one) => sum + one, 0);
  if (all === 0) return heads.map(() => 0);
  const quotas = heads.map((one) => Math.floor((size * one) / all));
  const left = size - quotas.reduce((sum, one) => sum + one, 0);
  const byRemainder = heads.map((one, at) => ({ at, remainder: (size * one) % all })).sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) quotas[at] = (quotas[at] ?? 0) + 1;
  return quotas;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { amountOf } from '../facts/rules.ts';
import { sha256 } from '../sample-tests/sha256.ts';
import { exact, multiply, scaled } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

const KEYS = ['spending.sample_share', 'spending.sample_minimum'] as const;

/** M5-g: how many of so many are looked at: a share, rounded up, and no fewer than the minimum as far as there are any. Null on a day without a rule. */
export function sampleSize(many: number, parameters: ParametersInForce): number | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const [share, minimum] = [amountOf(parameters, KEYS[0]), amountOf(parameters, KEYS[1])];
  return Math.min(many, Math.max(Number(scaled(multiply(exact(many), share), 0, 'up')), Number(scaled(minimum, 0, 'up'))));
}

/**
 * M5-g: the spending that is looked at, decided by the seed and the list of its numbers alone, in whatever order they come: by the
 * SHA-256 of the seed, a line feed and the number, in UTF-8, the smallest first; the first so many.
 */
export function drawSpending(listed: readonly string[], seed: string, size: number): string[] {
  return [...new Set(listed)].map((id) => ({ id, digest: sha256(`${seed}\n${id}`) })).sort((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, size).map(({ id }) => id);
}

/** Draws of one part of the sample: the same name gives the same draws, whatever the other parts do. */
export interface Draws {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True in about `percent` of a hundred draws. */
  readonly chance: (percent: number) => boolean;
}

const SEED = 20_240_529;

/** A small generator of 32-bit numbers (mulberry32) begun from the fixed seed and the part's name. */
export function draws(part: string): Draws {
  let state = SEED;
  for (const character of part) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const between = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    between,
    pick: (from) => {
      const value = from[between(0, from.length - 1)];
      if (value === undefined) throw new Error(`nothing to pick from in ${part}`);
      return value;
    },
    chance: (percent) => between(1, 100) <= percent,
  };
}

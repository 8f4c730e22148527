/** Numbers that look random and that a seed decides: the same seed, the same run, on every machine. */
export interface Stream {
  /** From zero up to, and not, one. */
  readonly next: () => number;
}

const STEP = 0x6d2b79f5;
const ALL = 2 ** 32;

export function streamOf(seed: number): Stream {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + STEP) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / ALL;
    },
  };
}

/** How many of `heads` leave when each does with the chance given: counted along the binomial until the draw is used up. */
export function leaving(heads: number, chance: number, draw: number): number {
  if (chance >= 1) return heads;
  return leavingBy(heads, chance <= 0 ? 0 : chance / (1 - chance), Math.log1p(-chance), draw);
}

/** The same where the odds of leaving and the logarithm of staying are known already. */
export function leavingBy(heads: number, odds: number, log_stay: number, draw: number): number {
  if (heads === 0 || odds === 0) return 0;
  let probability = Math.exp(heads * log_stay);
  let [left, count] = [draw, 0];
  while (left > probability && count < heads) {
    left -= probability;
    probability *= odds * (heads - count) / (count + 1);
    count += 1;
  }
  return count;
}

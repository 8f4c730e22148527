import { exact, type Exact } from '../values/exact.ts';

/** A rate made ready for many heads: its fraction in the numbers of a machine where that is exact, else as it is. */
export interface Share {
  readonly exact: Exact;
  readonly n: number;
  readonly d: number;
}

/** Below this a machine divides whole numbers and rounds down without a doubt: neither has more digits than it keeps. */
const SURE = 2 ** 52;

export function shareFrom({ n, d }: Exact): Share {
  return { exact: exact(n, d), n: Number(n), d: Number(d) };
}

/** ⌊heads × rate + ½⌋, on exact fractions. */
export function shareOf(heads: number, { n, d, exact: { n: whole, d: of } }: Share): number {
  if (heads === 0) return 0;
  const doubled = 2 * heads * n + d;
  if (doubled >= 0 && doubled < SURE && n < SURE && d < SURE / 2) return Math.floor(doubled / (2 * d));
  return Number((2n * BigInt(heads) * whole + of) / (2n * of));
}

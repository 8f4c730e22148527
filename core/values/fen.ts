import { scaled, toFixed, type Exact } from './exact.ts';

/** An amount of money in whole fen. Every payment is one; nothing in between exists. */
export type Fen = bigint;

const FEN_PER_YUAN = 100n;

/** Fen of an amount in yuan; throws when there is a part of a fen, which no reader lets in. */
export function fenOf(yuan: Exact): Fen {
  const fen = yuan.n * FEN_PER_YUAN;
  if (fen % yuan.d !== 0n) throw new Error(`not whole fen: ${yuan.n}/${yuan.d}`);
  return fen / yuan.d;
}

export function yuanOf(fen: Fen): Exact {
  return { n: fen, d: FEN_PER_YUAN };
}

/** `1234.50`: yuan with two decimals, no grouping. */
export function yuanText(fen: Fen): string {
  return toFixed(yuanOf(fen), 2, 'down');
}

/** ⌈share × amount⌉: a part of an amount, up to the next whole fen, so that it is never less than the share. */
export function shareOfFen(amount: Fen, share: Exact): Fen {
  return scaled({ n: amount * share.n, d: share.d }, 0, 'up');
}

/** ⌊share × amount⌋. */
export function shareOfFenDown(amount: Fen, share: Exact): Fen {
  return scaled({ n: amount * share.n, d: share.d }, 0, 'down');
}

export function sumOf<T>(rows: readonly T[], fen: (row: T) => Fen): Fen {
  let sum = 0n;
  for (const row of rows) sum += fen(row);
  return sum;
}

/** What is above zero of an amount, else zero: an overpayment here owes nothing there. */
export function aboveZero(fen: Fen): Fen {
  return fen > 0n ? fen : 0n;
}

export function lesser(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

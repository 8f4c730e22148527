import type { Random } from './random.ts';

/** Rows of a made region by sheet: cells by English heading, dates ISO, shares as decimals. */
export type MadeRow = Readonly<Record<string, string | number>>;
export type MadeSheets = Record<string, MadeRow[]>;

export function add(sheets: MadeSheets, sheet: string, row: MadeRow): void {
  (sheets[sheet] ??= []).push(row);
}

/** Hundredths as text: 1234 → `12.34`. */
export function hundredths(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** One part of an amount: the figure written in the row, and its share. Both times each other give a whole number of hundredths. */
export interface Part { readonly amount: string; readonly share: string }

const SHARES: readonly (readonly [share: string, bottom: number, top: number])[] = [['0.5', 2, 1], ['0.25', 4, 1], ['0.6', 5, 3], ['0.2', 5, 1], ['0.125', 8, 1]];

/** Splits an amount (hundredths, not negative) into rows whose amount × share add up to it exactly. */
export function parts(random: Random, total: number): Part[] {
  const pieces: Part[] = [];
  let left = total;
  for (let more = random.whole(0, 2); more > 0 && left > 1000; more--) {
    const [share, bottom, top] = random.pick(SHARES);
    const contributes = Math.floor(random.whole(1, left - 1) / top) * top;
    pieces.push(random.oneIn(2)
      ? { amount: hundredths((contributes / top) * bottom), share }
      : { amount: hundredths(contributes), share: random.pick(['', '1']) });
    left -= contributes;
  }
  pieces.push({ amount: hundredths(left), share: random.pick(['', '', '1']) });
  return random.shuffled(pieces);
}

/** A hundredth or a unit under a line, exactly on it, over it, or far away. */
export const near = (random: Random, line: number): number =>
  Math.max(0, line + random.pick([0, 0, -1, 1, -100, 100, random.whole(-line, line)]));
/** One under, exactly on, one over, or anywhere about. */
export const nearWhole = (random: Random, line: number): number => Math.max(0, line + random.pick([0, 0, 0, -1, 1, random.whole(-2, 3)]));

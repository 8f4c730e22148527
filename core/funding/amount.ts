import type { Fen } from '../values/fen.ts';
import { fenOf } from '../values/fen.ts';
import { parseExact } from '../values/exact.ts';

export type AmountFault = 'not_an_amount' | 'not_above_zero' | 'too_many_decimals';

/** Fen of an amount in yuan as somebody typed it; every movement is above zero and in whole fen. */
export function amountIn(yuan: string): { readonly fen: Fen } | { readonly fault: AmountFault } {
  const amount = parseExact(yuan);
  if (amount === null) return { fault: 'not_an_amount' };
  if (amount.n <= 0n) return { fault: 'not_above_zero' };
  return (amount.n * 100n) % amount.d === 0n ? { fen: fenOf(amount) } : { fault: 'too_many_decimals' };
}

import { amountIn, type AmountFault } from '../funding/amount.ts';
import type { Fen } from '../values/fen.ts';

/** An amount as banks print it: with signs of currency and groups of three. */
export function typedAmount(text: string): { readonly fen: Fen } | { readonly fault: AmountFault } {
  return amountIn(text.replaceAll(/[¥￥元,，\s]/gu, ''));
}

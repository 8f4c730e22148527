import { divide, exact, toDecimalText } from '../values/exact.ts';
import type { Fen } from '../values/fen.ts';

const MILLION = 1_000_000n;
const TEN_THOUSAND = 10_000;
const DECIMALS = 4;

/** M5-e: received ÷ due in percent; cut, not rounded: what is short of all is never shown as all. Null where one is not known or nothing is due. */
export function inPlace(received: Fen | null, due: Fen | null): string | null {
  if (received === null || due === null || due === 0n) return null;
  return toDecimalText(divide(exact(Number(received * MILLION / due)), exact(TEN_THOUSAND)), DECIMALS);
}

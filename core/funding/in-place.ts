import { exact, toFixed } from '../values/exact.ts';
import type { Fen } from '../values/fen.ts';

const DECIMALS = 4;

/** M5-e: received ÷ due in percent; cut, not rounded: what is short of all is never shown as all. Null where one is not known or nothing is due. */
export function inPlace(received: Fen | null, due: Fen | null): string | null {
  if (received === null || due === null || due === 0n) return null;
  return toFixed(exact(received * 100n, due), DECIMALS, 'down');
}

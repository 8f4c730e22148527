import { exact, toFixed } from '../values/exact.ts';

const DECIMALS = 2;
const PERCENT = 100;

/** `61.11%`: cut off, never rounded up over a line; null where there is nobody to divide by. */
export function percentOf(part: number, whole: number): string | null {
  return whole === 0 ? null : `${toFixed(exact(part * PERCENT, whole), DECIMALS, 'down')}%`;
}

import type { PlainDate } from '../values/plain-date.ts';
import { WHOLE_PERCENT } from './field.ts';

/** What a party holds of a base, in whole percent, from a day to a day. */
export interface HeldShare {
  readonly base_id: string;
  readonly owner_id: string;
  readonly share_percent: number;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** M4-c: the first day on which the shares of a base would come to more than the whole; null when on none. Sums change on first days only. */
export function dayOverWhole(shares: readonly HeldShare[]): { readonly base_id: string; readonly on: PlainDate; readonly percent: number } | null {
  const firsts = [...new Set(shares.map(({ from }) => from))].sort();
  for (const on of firsts) {
    for (const base_id of new Set(shares.map((one) => one.base_id))) {
      const percent = sharesOn(shares, base_id, on).reduce((total, one) => total + one.share_percent, 0);
      if (percent > WHOLE_PERCENT) return { base_id, on, percent };
    }
  }
  return null;
}

/** The shares of a base that are in force on a day. */
export function sharesOn(shares: readonly HeldShare[], base_id: string, on: PlainDate): HeldShare[] {
  return shares.filter((one) => one.base_id === base_id && one.from <= on && (one.to === null || on <= one.to));
}

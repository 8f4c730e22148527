import type { PlainDate } from '../core/values/plain-date.ts';

/** A moment as the store writes it: `2026-11-23T16:25:21.5Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

/** How much is to be taken as known: all that was recorded by the end of a day in Shanghai, or by a moment. */
export type Known = PlainDate | Instant;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The last moment that counts, for SQL; null for "everything known now". */
export function lastMoment(known: Known | undefined): string | null {
  if (known === undefined) return null;
  return DAY.test(known) ? `${known} 23:59:59.999999+08` : known;
}

/**
 * The condition on a register that leaves what was known: one record at most for each key. `moment` is the
 * parameter that holds `lastMoment`; without it, what stands now.
 */
export function standing(alias: string, moment?: string): string {
  if (moment === undefined) return `${alias}.superseded_at is null and not ${alias}.withdrawn`;
  return `${alias}.recorded_at <= ${moment}::timestamptz and (${alias}.superseded_at is null or ${alias}.superseded_at > ${moment}::timestamptz) and not ${alias}.withdrawn`;
}

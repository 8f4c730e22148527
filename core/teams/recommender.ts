import type { PlainDate } from '../values/plain-date.ts';

/** What decides which education bureau recommends the leaders of a campus. */
export interface Placed {
  /** Division of the level that keeps the school, as its credit code says; null where the code is not known. */
  readonly school_level: string | null;
  /** Division where the campus lies. */
  readonly campus_division: string;
  /** Division of the region as a whole. */
  readonly region_code: string;
  /** Education bureaus by the division that they are of. */
  readonly bureaus: ReadonlyMap<string, string>;
}

export type Recommender =
  | { readonly outcome: 'known'; readonly org_id: string }
  /** The school's credit code, or an education bureau, is not in the directory. */
  | { readonly outcome: 'unknown'; readonly missing: 'credit_code' | 'education_bureau' };

/**
 * R6-c 待释义 B49: which bureau is "local"? By default that of the level which keeps the school, else that of the place
 * where the campus lies. A county without a bureau of its own in the directory is looked after by the region's.
 */
export function recommenderOf(reading: string, { school_level, campus_division, region_code, bureaus }: Placed): Recommender {
  const division = reading === 'bureau_of_place' ? campus_division : school_level;
  if (division === null) return { outcome: 'unknown', missing: 'credit_code' };
  const org_id = bureaus.get(division) ?? bureaus.get(region_code);
  return org_id === undefined ? { outcome: 'unknown', missing: 'education_bureau' } : { outcome: 'known', org_id };
}

/** The division of the authority that a body is registered with: places 3 to 8 of its credit code (GB 32100-2015). */
export function registeredAt(credit_code: string | null): string | null {
  return credit_code === null ? null : credit_code.slice(2, 8);
}

/** R6-c: a recommendation comes before the appointment, or on the same day. */
export function inOrder(recommended_on: PlainDate, appointed_on: PlainDate): boolean {
  return recommended_on <= appointed_on;
}

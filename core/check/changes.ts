import type { Exact } from '../values/exact.ts';

/**
 * What is imagined beside the records of a campus: additions, or reductions where negative. People are
 * whole heads with a full post.
 */
export interface Changes {
  readonly students?: number;
  readonly boarders?: number;
  readonly teaching_area_m2?: Exact;
  readonly land_area_m2?: Exact;
  readonly dormitory_area_m2?: Exact;
  /** Bought this year by school or college: counts in the total and in what is new. */
  readonly equipment_yuan?: Exact;
  /** Full-time teachers, ideology teachers not among them. */
  readonly teachers?: number;
  /** Full-time ideology teachers: they count among all teachers too. */
  readonly ideology_teachers?: number;
  /** Counted persons with a master's degree or higher: of those added, or gained by those who are there. */
  readonly masters?: number;
  /** The part of `masters` that is among ideology teachers. */
  readonly ideology_masters?: number;
  /** Counted persons with a senior title, likewise. */
  readonly seniors?: number;
  readonly external_teachers?: number;
  readonly counsellors?: number;
  readonly psychologists?: number;
  /** Industry experts, by heads. */
  readonly experts?: number;
  /** Hours that experts teach instead of others. */
  readonly expert_hours?: Exact;
  /** Persons in both stages; negative: settled. */
  readonly overlaps?: number;
  /** Persons in both stages with an exception; negative: settled. */
  readonly excepted?: number;
  readonly unqualified?: number;
  readonly classes_without_head?: number;
  readonly stations?: number;
  /** Higher major codes that come to the campus. */
  readonly majors?: readonly string[];
  /** Higher major codes that a training base will name. */
  readonly majors_with_base?: readonly string[];
  /** Kinds of facility that will be there. */
  readonly facilities?: readonly string[];
}

/** The changes that are whole numbers. */
export const HEAD_CHANGES = [
  'students', 'boarders', 'teachers', 'ideology_teachers', 'masters', 'ideology_masters', 'seniors', 'external_teachers',
  'counsellors', 'psychologists', 'experts', 'overlaps', 'excepted', 'unqualified', 'classes_without_head', 'stations',
] as const satisfies readonly (keyof Changes)[];

/** The changes that are exact amounts. */
export const AMOUNT_CHANGES = [
  'teaching_area_m2', 'land_area_m2', 'dormitory_area_m2', 'equipment_yuan', 'expert_hours',
] as const satisfies readonly (keyof Changes)[];

/** The changes that are lists of codes. */
export const LIST_CHANGES = ['majors', 'majors_with_base', 'facilities'] as const satisfies readonly (keyof Changes)[];

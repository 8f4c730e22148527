import type { CampusFacts } from '../facts/campus-facts.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Linear } from './linear.ts';
import type { Given } from './stock.ts';

/** A campus in one year, as the rules of a plan see it. */
export interface CampusYearAsked {
  /** Without a plan. */
  readonly facts: CampusFacts;
  readonly parameters: ParametersInForce;
  /** N with the classes that are added. */
  readonly heads: Linear;
  /** One where anybody is there, else zero. */
  readonly present: Linear;
  /** Added students of programmes whose major no training base of the campus names. */
  readonly without_base: Linear;
  readonly given: Given;
  /** A further whole number, at most as large as something that is chosen. */
  readonly whole: (name: string, most: Linear) => Linear;
}

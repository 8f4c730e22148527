/** Whether the majors of the two stages belong together, as the catalogue of 2021 numbers them. */
export type PairFit = 'same_class' | 'same_category' | 'other';

/** Categories of the secondary catalogue (61–79) run parallel to those of the higher one (41–59). */
const APART = 20;

const categoryOf = (code: string): number => Number(code.slice(0, 2));
const classOf = (code: string): string => code.slice(2, 4);

/** Codes are two digits of category, two of class, two of major. 待释义: M8-a names no rule on pairs; the class decides, another category is explained. */
export function pairFit(secondary_code: string, higher_code: string): PairFit {
  if (categoryOf(secondary_code) !== categoryOf(higher_code) + APART) return 'other';
  return classOf(secondary_code) === classOf(higher_code) ? 'same_class' : 'same_category';
}

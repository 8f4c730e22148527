import { multiply, scaled, subtract, type Exact } from '../values/exact.ts';
import type { Figure } from './measure.ts';

/** m² or yuan still missing from the numerator: `required × denominator − numerator`, up to the hundredth. */
export function shortOfNumerator(figure: Figure, required: Exact): Exact {
  const short = subtract(multiply(required, figure.denominator), figure.numerator);
  return { n: scaled(short, 2, 'up'), d: 100n };
}

/** Whole posts still missing from the denominator of `heads ÷ posts ≤ required`. */
export function shortOfPosts(figure: Figure, required: Exact): Exact {
  const needed = { n: figure.numerator.n * required.d, d: figure.numerator.d * required.n };
  return { n: scaled(subtract(needed, figure.denominator), 0, 'up'), d: 1n };
}

/** Qualifying persons to add to numerator and denominator alike until `numerator ÷ denominator ≥ required`. */
export function shortOfPersons(figure: Figure, required: Exact): Exact {
  if (figure.denominator.n === 0n) return { n: 1n, d: 1n };
  const short = subtract(multiply(required, figure.denominator), figure.numerator);
  const perPerson = subtract({ n: 1n, d: 1n }, required);
  return { n: scaled({ n: short.n * perPerson.d, d: short.d * perPerson.n }, 0, 'up'), d: 1n };
}

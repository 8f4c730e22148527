import { exact, ONE } from '../values/exact.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy, worst } from '../verdict/measure.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Outcome, Part, Required, Verdict } from '../verdict/verdict.ts';

/** A test that counts people: so many there are, so many there must be. */
export function headsPart(name: string, count: number, required: Required & { readonly value: NonNullable<Required['value']> }): Part {
  const figure = { numerator: exact(count), denominator: ONE };
  return { name, outcome: outcomeOf(figure, required.op, required.value), measured: measuredOf(figure, 'person'), required };
}

/** Asks so many people of each side; what is measured is the side that has fewer. */
export function bothSides(
  standard: Parameters<typeof answerOf>[0], parameters: ParametersInForce, key: string, counts: { readonly college: number; readonly school: number },
): Verdict {
  const required = requiredBy(parameters, key, '>=');
  const parts = [headsPart('college', counts.college, required), headsPart('school', counts.school, required)];
  const outcome: Outcome = worst(parts.map((part) => part.outcome));
  const least = Math.min(counts.college, counts.school);
  const needed = Number(required.value.n / required.value.d);
  const short = Math.max(0, needed - counts.college) + Math.max(0, needed - counts.school);
  return answerOf(standard, required, {
    outcome, parts, measured: measuredOf({ numerator: exact(least), denominator: ONE }, 'person'), gap: short === 0 ? null : { value: exact(short), unit: 'person' },
  });
}

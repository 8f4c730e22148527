import { choiceOf } from '../facts/rules.ts';
import { parsePlainDate, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { addMonths } from './retention.ts';

const UNTIL = 'employment.responsible_until';
const YEAR_IN_MONTHS = 12;

/** M10-b, B61: the last day on which the first destination of a graduate is in time; null where nothing says so. */
export function destinationDeadline(parameters: ParametersInForce, graduated_on: PlainDate): PlainDate | null {
  if (!parameters.has(UNTIL)) return null;
  const until = choiceOf(parameters, UNTIL);
  return until === 'one_year' ? addMonths(graduated_on, YEAR_IN_MONTHS) : parsePlainDate(`${yearOf(graduated_on)}-${until}`);
}

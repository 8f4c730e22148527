import type { DestinationCodes } from '../facts/employment.ts';
import { amountOf, listOf } from '../facts/rules.ts';
import { daysInMonth, dayOf, monthOf, plainDate, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { isLocal, type Destination, type Graduate } from './counts.ts';

/** How many of the graduates of a year were at work in the city so many months after graduation (1.2-c). */
export interface Retention {
  readonly months: number;
  /** Graduates for whom that moment has come. */
  readonly reached: number;
  /** Of those: told of near that moment, and at work in the city. The rest is unknown, and not gone. */
  readonly known: number;
  readonly local: number;
  readonly unknown: readonly string[];
}

export interface RetentionRules {
  readonly months: readonly number[];
  readonly window: number;
  readonly codes: DestinationCodes;
}

export function retentionRules(parameters: ParametersInForce, codes: DestinationCodes): RetentionRules | null {
  if (!parameters.has('employment.retention_months') || !parameters.has('employment.retention_window')) return null;
  return { months: listOf(parameters, 'employment.retention_months').map(Number), window: Number(amountOf(parameters, 'employment.retention_window').n), codes };
}

const MONTHS = 12;

/** The same day so many months on, or the last day of a month that has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const at = yearOf(day) * MONTHS + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(at / MONTHS), at % MONTHS + 1];
  const found = plainDate(year, month, Math.min(dayOf(day), daysInMonth(year, month)));
  if (found === null) throw new Error(`no such day: ${day} + ${months} months`);
  return found;
}

/** Whoever has no record near the moment is unknown. A record speaks of a moment from `window` months before it until the day before `window` months after it. */
export function retentionOf(graduates: readonly Graduate[], destinations: ReadonlyMap<string, readonly Destination[]>, on: PlainDate, rules: RetentionRules): Retention[] {
  return rules.months.map((months) => {
    const reached = graduates.filter(({ graduated_on }) => addMonths(graduated_on, months) <= on);
    const known = reached.flatMap((one) => recordNear(destinations.get(one.student_id) ?? [], one, months, on, rules) ?? []);
    const told = new Set(known.map(({ student_id }) => student_id));
    return {
      months, reached: reached.length, known: known.length, local: known.filter((one) => isLocal(one, rules.codes)).length,
      unknown: reached.flatMap(({ student_id }) => (told.has(student_id) ? [] : [student_id])),
    };
  });
}

function recordNear(own: readonly Destination[], { graduated_on }: Graduate, months: number, on: PlainDate, { window }: RetentionRules): Destination | null {
  const [from, before] = [addMonths(graduated_on, months - window), addMonths(graduated_on, months + window)];
  return own.filter(({ recorded_on }) => recorded_on >= from && recorded_on < before && recorded_on <= on)
    .reduce<Destination | null>((latest, one) => (latest === null || one.recorded_on > latest.recorded_on ? one : latest), null);
}

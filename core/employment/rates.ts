import { groupBy } from '../facts/campus-rows.ts';
import { destinationCodes, type DestinationCodes } from '../facts/employment.ts';
import type { RateReading } from '../facts/local-rates.ts';
import { amountOf, choiceOf } from '../facts/rules.ts';
import { compare, exact, type Exact } from '../values/exact.ts';
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { countGraduates, latestBy, type Counts, type Destination, type Graduate } from './counts.ts';

/** The days on which it is counted where graduates of a year are (B43). */
export const RATE_DAYS = ['first', 'year_end', 'one_year'] as const;
export type RateDay = (typeof RATE_DAYS)[number];

/** `edge`: exactly what must be exceeded (B42). */
export type RateOutcome = 'met' | 'edge' | 'unmet' | 'undetermined' | 'not_applicable';

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly outcome: RateOutcome;
}

/** The three local rates of some graduates on one day, side by side (B41). */
export interface RatesOnDay {
  readonly key: RateDay;
  readonly day: PlainDate;
  /** Whether the day has come; before it, what is recorded so far. */
  readonly come: boolean;
  readonly counts: Counts;
  readonly city: Readonly<Record<RateReading, Rate>>;
  readonly county: Readonly<Record<RateReading, Rate>>;
}

export const GROUPS = ['city', 'county', 'school', 'programme'] as const;
export type Group = (typeof GROUPS)[number];

export interface GroupRates {
  readonly group: Group;
  /** Empty for the city as a whole, and for schools whose county is not known. */
  readonly id: string;
  readonly days: readonly RatesOnDay[];
}

/** What the rates of a year are worked out by. Null on a day without rules. */
export interface RateRules {
  readonly codes: DestinationCodes;
  readonly above: Exact;
  readonly days: Readonly<Record<RateDay, PlainDate>>;
}

const KEYS = ['local_rate.not_employed', 'local_rate.set_aside', 'local.area', 'target.local_rate', 'destination.reported_by', 'local_rate.year_end'] as const;

export function rateRules(parameters: ParametersInForce, year: number): RateRules | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const by = choiceOf(parameters, 'destination.reported_by');
  const [first, year_end, one_year] = [parsePlainDate(`${year}-${by}`), parsePlainDate(`${year}-${choiceOf(parameters, 'local_rate.year_end')}`), parsePlainDate(`${year + 1}-${by}`)];
  if (first === null || year_end === null || one_year === null) return null;
  return { codes: destinationCodes(parameters), above: amountOf(parameters, 'target.local_rate'), days: { first, year_end, one_year } };
}

export interface CohortRows {
  readonly graduates: readonly Graduate[];
  /** Null where destinations were never reported: then nothing is known of anybody. */
  readonly destinations: readonly Destination[] | null;
}

/** 1.2-k: the city as a whole, then each county, school and programme by id. */
export function groupRates({ graduates, destinations }: CohortRows, on: PlainDate, rules: RateRules): GroupRates[] {
  const latest = new Map(RATE_DAYS.map((key) => [key, latestBy(destinations ?? [], rules.days[key] < on ? rules.days[key] : on)]));
  const ratesOf = (group: Group, id: string, of: readonly Graduate[]): GroupRates => ({
    group, id, days: RATE_DAYS.map((key) => ratesOnDay(key, { on, rules, known: destinations !== null }, countGraduates(of, latest.get(key) ?? new Map(), rules.codes))),
  });
  const sorted = (group: Group, keyOf: (one: Graduate) => string): GroupRates[] =>
    [...groupBy(graduates, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, of]) => ratesOf(group, id, of));
  return [
    ratesOf('city', '', graduates), ...sorted('county', ({ county }) => county ?? ''),
    ...sorted('school', ({ school_id }) => school_id), ...sorted('programme', ({ programme_id }) => programme_id),
  ];
}

interface OnDay {
  readonly on: PlainDate;
  readonly rules: RateRules;
  readonly known: boolean;
}

function ratesOnDay(key: RateDay, { on, rules, known }: OnDay, counts: Counts): RatesOnDay {
  const day = rules.days[key];
  const rates = (numerator: number): RatesOnDay['city'] => threeRates(numerator, counts, known, rules.above);
  return { key, day, come: day <= on, counts, city: rates(counts.local), county: rates(counts.in_county) };
}

/** B41: ÷ graduates who neither study on, left the country nor enlisted; ÷ all graduates; ÷ those at work. */
export function threeRates(numerator: number, { graduates, set_aside, employed }: Counts, known: boolean, above: Exact): RatesOnDay['city'] {
  const rate = (denominator: number): Rate => ({ numerator, denominator, outcome: outcomeOf(numerator, denominator, known, above) });
  return { without_set_aside: rate(graduates - set_aside), all_graduates: rate(graduates), employed: rate(employed) };
}

function outcomeOf(numerator: number, denominator: number, known: boolean, above: Exact): RateOutcome {
  if (!known) return 'undetermined';
  if (denominator === 0) return 'not_applicable';
  const sign = compare(exact(numerator, denominator), above);
  return sign > 0 ? 'met' : sign === 0 ? 'edge' : 'unmet';
}

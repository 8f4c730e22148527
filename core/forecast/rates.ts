import { amountOf } from '../facts/rules.ts';
import type { Exact } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** Shares that a forecast assumes, each from 0 to 1. */
export interface Rates {
  /** Of a grade, those who are there a year later. */
  readonly stay: Exact;
  /** Of those who stay after grade 3, those who step up to the higher stage (升段). */
  readonly step_up: Exact;
  /** Of those who complete grade 5, those whose certificate lets them graduate. */
  readonly certificate: Exact;
  /** Of the graduates, those who work in the region. */
  readonly local: Exact;
}

export const RATE_NAMES = ['stay', 'step_up', 'certificate', 'local'] as const satisfies readonly (keyof Rates)[];
export type RateName = (typeof RATE_NAMES)[number];

/** Whether rates are the planning values of the pack, or those of the past where there is enough of it. */
export const RATE_SOURCES = ['pack', 'history'] as const;
export type RateSource = (typeof RATE_SOURCES)[number];

/** A rate that was used, and where it comes from. `programme_id` is null for what holds wherever nothing else does. */
export interface RateUsed {
  readonly name: RateName;
  readonly value: Exact;
  readonly origin: RateSource;
  readonly programme_id: string | null;
}

/** The planning values of the pack (`forecast.*`). */
export function packRates(parameters: ParametersInForce): Rates {
  return {
    stay: amountOf(parameters, 'forecast.stay'),
    step_up: amountOf(parameters, 'forecast.step_up'),
    certificate: amountOf(parameters, 'forecast.certificate'),
    local: amountOf(parameters, 'forecast.local'),
  };
}

/** The rates that a forecast used: the pack's hold wherever the past does not say otherwise. */
export function ratesUsed(
  { pack_rates, history }: { readonly pack_rates: Rates; readonly history: ReadonlyMap<string, Partial<Rates>> }, source: RateSource,
): RateUsed[] {
  const assumed = RATE_NAMES.map((name) => ({ name, value: pack_rates[name], origin: 'pack' as const, programme_id: null }));
  if (source === 'pack') return assumed;
  const past = [...history].flatMap(([programme_id, rates]) => RATE_NAMES.flatMap((name) => {
    const value = rates[name];
    return value === undefined ? [] : [{ name, value, origin: 'history' as const, programme_id }];
  }));
  return [...assumed, ...past];
}

import type { Ground } from '../forecast/ground.ts';
import { RATE_NAMES, type RateName, type RateSource, type Rates } from '../forecast/rates.ts';
import { planningOn } from '../forecast/year-rules.ts';
import { amountOf } from '../facts/rules.ts';
import type { Pack } from '../policy/pack.ts';
import type { Exact } from '../values/exact.ts';

/** A rate that is not known exactly: anywhere between the two, no part of it likelier than another. */
export interface UncertainRate {
  readonly name: RateName;
  readonly programme_id: string | null;
  readonly origin: RateSource;
  readonly mean: number;
  readonly half_width: number;
  /** Heads of the past of which it is a share; null: assumed by the pack. */
  readonly heads: number | null;
}

/** The rates of one programme, in the order of their names. */
export type ProgrammeRates = Readonly<Record<RateName, UncertainRate>>;

/** Past cohorts say how sure a rate is by how many they were; where they are too few the pack says how far it may be off. */
export function uncertainRates(ground: Ground, pack: Pack, source: RateSource): (programme_id: string) => ProgrammeRates {
  const planning = planningOn(pack, ground.on);
  const half = (name: RateName) => numberOf(amountOf(planning, `forecast.${name}_half_width`));
  const assumed = Object.fromEntries(RATE_NAMES.map((name) => [name, within({ name, programme_id: null, origin: 'pack', mean: numberOf(ground.pack_rates[name]), half_width: half(name), heads: null })])) as unknown as ProgrammeRates;
  return (programme_id) => {
    const [past, heads] = source === 'pack' ? [undefined, undefined] : [ground.history.get(programme_id), ground.history_heads.get(programme_id)];
    if (past === undefined || heads === undefined) return assumed;
    return { ...assumed, ...ofPast(programme_id, past, heads) };
  };
}

function ofPast(programme_id: string, past: Partial<Rates>, heads: Readonly<Record<RateName, number>>): Partial<ProgrammeRates> {
  return Object.fromEntries(RATE_NAMES.flatMap((name) => {
    const rate = past[name];
    if (rate === undefined) return [];
    const mean = numberOf(rate);
    return [[name, within({ name, programme_id, origin: 'history', mean, half_width: halfWidth(mean, heads[name]), heads: heads[name] })]];
  }));
}

/** As wide as an interval without a preferred part must be to vary as much as the share of so many heads does. */
function halfWidth(mean: number, heads: number): number {
  return heads === 0 ? 0 : Math.sqrt(3 * mean * (1 - mean) / heads);
}

/** No rate is below zero or above one, and the mean stays what it is. */
function within(rate: UncertainRate): UncertainRate {
  return { ...rate, half_width: Math.min(rate.half_width, rate.mean, 1 - rate.mean) };
}

export function numberOf({ n, d }: Exact): number {
  return Number(n) / Number(d);
}

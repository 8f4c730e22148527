import { changedParameters, type ParameterChange } from '../core/policy/changed-pack.ts';
import { DEFAULT_PACK, packs } from '../core/policy/packs.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn, type Parameter, type ParametersInForce } from '../core/verdict/parameter.ts';
import { lastMoment, type Known } from './known-time.ts';
import { readRegion } from './regions.ts';
import type { Transaction } from './transaction.ts';

/** The values that the region decided to change, in the order in which they were decided, as far as known then. */
export function loadParameterChanges(tx: Transaction, known_on?: Known): Promise<ParameterChange[]> {
  return tx.query<ParameterChange>(
    `select key, value, valid_from as "from", matter_id::text, decided_on, reason from changed_parameters
     where region_id = $1 and ($2::timestamptz is null or recorded_at <= $2::timestamptz) order by recorded_at, matter_id`,
    [tx.actor.region_id, lastMoment(known_on)]);
}

/** The values of law of the actor's region on a day: those of its document, with the region's own decisions. */
export async function parametersOfRegion(tx: Transaction, on: PlainDate): Promise<ParametersInForce> {
  return parametersOn(await allParametersOfRegion(tx), on);
}

/** The same of all days. */
export async function allParametersOfRegion(tx: Transaction): Promise<readonly Parameter[]> {
  const region = await readRegion(tx);
  const { parameters } = packs.get(region?.pack ?? '') ?? DEFAULT_PACK;
  return changedParameters(parameters, await loadParameterChanges(tx));
}

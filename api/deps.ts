import type { Context } from 'hono';
import type { PersonalChannel } from '../core/messages/address.ts';
import { changedPack } from '../core/policy/changed-pack.ts';
import type { Pack } from '../core/policy/pack.ts';
import { packs } from '../core/policy/packs.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Sealer, SealerState } from '../jobs/sealer.ts';
import { loadParameterChanges } from '../store/changed-parameters.ts';
import type { Context as StoreContext, Database } from '../store/database.ts';
import { readRegion, type Region } from '../store/regions.ts';
import { SESSION_LIMITS, type SessionLimits } from '../store/sessions.ts';
import type { Transaction } from '../store/transaction.ts';
import type { ApiEnv, Asker } from './environment.ts';
import type { Log } from './log.ts';
import type { Reached } from './reached.ts';
import type { AskedDay } from './region-verdicts.ts';
import type { RequestLimits } from './request-limits.ts';
import { SAMPLE_DAY, type LoadedSample } from './sample-region.ts';
import type { SignInDelay } from './sign-in-delay.ts';
import type { SignOn } from './sign-on-provider.ts';
import type { Uploads } from './uploads.ts';

/** What the handlers work with. */
export interface Deps extends Reached {
  readonly database: Database;
  readonly version: string;
  readonly today: () => PlainDate;
  readonly uploads: Uploads;
  readonly delay: SignInDelay;
  /** How long sessions hold; without it as long as is usual. */
  readonly sessionLimits?: SessionLimits;
  /** Single sign-on; without it there is none. */
  readonly signOn?: SignOn;
  /** The ways to reach a person that are configured; without it none is. */
  readonly channels?: readonly PersonalChannel[];
  readonly log: Log;
  readonly limits: RequestLimits;
  /** What reading /metrics from elsewhere takes; null: only this machine may. */
  readonly metricsToken: string | null;
  readonly sealer?: { readonly state: () => SealerState; readonly verified?: Sealer['verified'] };
  /** Makes the sample region in a database that has none. */
  readonly loadSample: () => Promise<LoadedSample>;
}

/** The asker of a request that has passed the door. */
export function askerOf(c: Context<ApiEnv>): Asker {
  const asker = c.get('asker');
  if (asker === null) throw new Error('a route that needs a session was reached without one');
  return asker;
}

/** How long sessions hold here. */
export function limitsOf({ sessionLimits }: Deps): SessionLimits {
  return sessionLimits ?? SESSION_LIMITS;
}

export function storeOf({ database }: Deps, c: Context<ApiEnv>): StoreContext {
  return database.as(askerOf(c).actor);
}

/** The region of a transaction and the pack it runs by. */
export interface Place {
  readonly region: Region;
  readonly pack: Pack;
}

/** The values of law are those of the pack with the region's own decisions, as far as they were known on the day that is asked about. */
export async function placeOf(tx: Transaction, { known_on }: Partial<AskedDay> = {}): Promise<Place> {
  const [region, changes] = await Promise.all([readRegion(tx), loadParameterChanges(tx, known_on)]);
  const pack = region === null ? undefined : packs.get(region.pack);
  if (region === null || pack === undefined) throw new Error('the region of a session, or its pack, is not there');
  return { region, pack: changedPack(pack, changes) };
}

/** The day asked about: that of the request, else the region's own. */
export function dayOf({ today }: Deps, { region }: Place, query: Partial<AskedDay>): AskedDay {
  const on = query.on ?? (region.sample ? SAMPLE_DAY : today());
  return query.known_on === undefined ? { on } : { on, known_on: query.known_on };
}

/** By which ways a code reaches somebody of a region. Where none is set up, the sample region has one in which nothing goes out: its codes are shown, so that everything can be tried. */
export function channelsOf({ channels = [] }: Deps, { sample }: Pick<Region, 'sample'>): readonly PersonalChannel[] {
  return sample && channels.length === 0 ? ['sms'] : channels;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { packs } from '../core/policy/packs.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { reckonDuties } from '../store/duty-run.ts';
import type { Instant } from '../store/known-time.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions, type Region } from '../store/regions.ts';

export interface DutyJob {
  /** Ends after the region under way. */
  readonly stop: () => Promise<void>;
}

export interface StartDuties {
  readonly database: Database;
  /** The day of a region: that of the clock, in a sample the day of its figures. */
  readonly today: (region: Region) => PlainDate;
  readonly log: (entry: { readonly event: string; readonly [detail: string]: string | number | boolean | null }) => void;
  readonly pause_ms?: number;
}

const PAUSE_MS = 30_000;
/** A round takes a tenth of the time at most, however large the regions are. */
const SHARE = 9;
/** What is recorded past the region's clock, if anything, is found by then. */
const AT_LEAST_EVERY_MS = 3_600_000;

/** Works out the duties of every region when something was recorded there, when the day changes, and once an hour. */
export function startDuties({ database, today, log, pause_ms = PAUSE_MS }: StartDuties): DutyJob {
  const stopping = new AbortController();
  const seen = new Map<number, { readonly state: string; readonly at: number }>();
  const round = async (): Promise<void> => {
    for (const region of await listRegions(database)) {
      if (stopping.signal.aborted) return;
      const [on, pack] = [today(region), packs.get(region.pack)];
      const state = `${on} ${await lastRecorded(database, region.region_id)}`;
      const known = seen.get(region.region_id);
      if (pack === undefined || known?.state === state && performance.now() - known.at < AT_LEAST_EVERY_MS) continue;
      const counts = await reckonDuties(database, region.region_id, { today: on, duties: pack.duties, parameters: pack.parameters });
      seen.set(region.region_id, { state, at: performance.now() });
      if (Object.values(counts).some((many) => many > 0)) log({ event: 'duties', region: region.region_id, ...counts });
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A database that is away is back by a later round; readiness tells of it meanwhile.
      const began = performance.now();
      await round().catch((error: unknown) => log({ event: 'duties_failed', code: error instanceof Error && 'code' in error ? String(error.code) : null }));
      await sleep(Math.max(pause_ms, SHARE * (performance.now() - began)), undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** When anything of the region was recorded last. */
async function lastRecorded(database: Database, region_id: number): Promise<Instant | null> {
  const [row] = await database.as(programActor(region_id)).read((tx) => tx.query<{ at: Instant }>('select last_recorded_at as at from regions where region_id = $1', [region_id]));
  return row?.at ?? null;
}

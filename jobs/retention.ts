import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../store/database.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions } from '../store/regions.ts';
import { letGo } from '../store/retention.ts';

export interface Retention {
  /** Ends after the region under way. */
  readonly stop: () => Promise<void>;
}

export interface StartRetention {
  readonly database: Database;
  readonly log: (entry: { readonly event: string; readonly [detail: string]: string | number | boolean | null }) => void;
  /** Between two rounds; a day when it is not given. */
  readonly pause_ms?: number;
}

const DAY_MS = 86_400_000;

/** Once at the start and then every day, lets go in every region what has been kept long enough. */
export function startRetention({ database, log, pause_ms = DAY_MS }: StartRetention): Retention {
  const stopping = new AbortController();
  const round = async (): Promise<void> => {
    for (const { region_id } of await listRegions(database)) {
      if (stopping.signal.aborted) return;
      const counts = await database.as(programActor(region_id)).write(letGo);
      if (Object.values(counts).some((many) => many > 0)) log({ event: 'retention', region: region_id, ...counts });
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A database that is away is back by the next day; readiness tells of it meanwhile.
      await round().catch((error: unknown) => log({ event: 'retention_failed', code: error instanceof Error && 'code' in error ? String(error.code) : null }));
      await sleep(pause_ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
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

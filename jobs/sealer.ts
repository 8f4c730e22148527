import { setTimeout as sleep } from 'node:timers/promises';
import { CheckpointNotWritten, regionsWithChains, sealBatch, waitingEntries } from '../store/audit-sealing.ts';
import type { Checkpoints, Stuck } from '../store/audit-sealing.ts';
import type { Database } from '../store/database.ts';
import { programActor } from '../store/program-actor.ts';
import { lastVerification, type LastVerification } from '../store/verification-file.ts';

/** How sealing stands, over all regions; for readiness and metrics. */
export interface SealerState {
  /** Entries that waited when it was last looked, and for how many seconds the oldest of them had. */
  readonly unsealed: number;
  readonly oldest_seconds: number | null;
  /** When the last pass over all regions ended, and when the last checkpoint was written; as ISO text, null before the first. */
  readonly last_pass_at: string | null;
  readonly last_checkpoint_at: string | null;
  /** Why entries are not sealed; null while they are. */
  readonly stuck: Stuck | 'checkpoint_not_written' | 'database_not_reached' | null;
}

export interface Sealer {
  readonly state: () => SealerState;
  /** What the last verification of a region came to, as it is kept beside the checkpoints; null where none is. */
  readonly verified: (region_id: number) => Promise<LastVerification | null>;
  /** Ends after the batch under way; answers when nothing is running any more. */
  readonly stop: () => Promise<void>;
}

export interface StartSealer {
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  /** Hears of what stands in the way of sealing, once when it comes and once when it goes. */
  readonly log: (entry: { readonly event: string; readonly [detail: string]: string | number | boolean | null }) => void;
  readonly pause_ms?: number;
}

/** Short enough that entries are sealed within two seconds also on a busy machine. */
const PAUSE_MS = 400;

/** Seals what waits, in every region, again and again until it is stopped. */
export function startSealer({ database, checkpoints, log, pause_ms = PAUSE_MS }: StartSealer): Sealer {
  const stopping = new AbortController();
  let state: SealerState = { unsealed: 0, oldest_seconds: null, last_pass_at: null, last_checkpoint_at: null, stuck: null };
  const told = new Map<number, string>();
  const tell = (region: number, stuck: string | null, detail: string): void => {
    if ((told.get(region) ?? null) === stuck) return;
    log({ event: stuck === null ? 'sealing_goes_on' : 'sealing_stuck', region, reason: stuck, detail });
    if (stuck === null) told.delete(region);
    else told.set(region, stuck);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const pass = await passOver(database, checkpoints, { stopped: () => stopping.signal.aborted, tell, log });
      const now = new Date().toISOString();
      state = {
        unsealed: pass.unsealed ?? state.unsealed, oldest_seconds: pass.unsealed === null ? state.oldest_seconds : pass.oldest_seconds,
        last_pass_at: now, last_checkpoint_at: pass.sealed > 0 ? now : state.last_checkpoint_at, stuck: pass.stuck,
      };
      await sleep(pause_ms, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    state: () => state,
    verified: (region_id) => lastVerification(checkpoints.directory, region_id),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

interface Pass {
  readonly sealed: number;
  /** Null when the database could not be asked. */
  readonly unsealed: number | null;
  readonly oldest_seconds: number | null;
  readonly stuck: SealerState['stuck'];
}

interface Around {
  readonly stopped: () => boolean;
  readonly tell: (region: number, stuck: string | null, detail: string) => void;
  readonly log: StartSealer['log'];
}

const EVERY_REGION = 0;

async function passOver(database: Database, checkpoints: Checkpoints, around: Around): Promise<Pass> {
  const pass = { sealed: 0, unsealed: 0, oldest_seconds: null as number | null, stuck: null as SealerState['stuck'] };
  let regions: readonly number[];
  try {
    regions = await regionsWithChains(database);
  } catch (error) {
    around.tell(EVERY_REGION, 'database_not_reached', codeOf(error));
    return { ...pass, unsealed: null, stuck: 'database_not_reached' };
  }
  around.tell(EVERY_REGION, null, '');
  for (const region of regions) {
    const { sealed, stuck } = await sealRegion(database, region, checkpoints, around);
    pass.sealed += sealed;
    pass.stuck ??= stuck;
    if (stuck === null) continue;
    const left = await waitingIn(database, region);
    pass.unsealed += left.many;
    pass.oldest_seconds = Math.max(pass.oldest_seconds ?? 0, left.oldest_seconds ?? 0);
  }
  return pass;
}

/** Seals batch by batch until nothing waits. */
export async function sealRegion(
  database: Database, region: number, checkpoints: Checkpoints, { stopped, tell, log }: Around,
): Promise<{ readonly sealed: number; readonly stuck: SealerState['stuck'] }> {
  let sealed = 0;
  try {
    for (let more = true; more && !stopped();) {
      const batch = await sealBatch(database, region, checkpoints);
      if (batch.outcome === 'stuck') {
        tell(region, batch.why, '');
        return { sealed, stuck: batch.why };
      }
      if (batch.uncovered > 0) log({ event: 'links_without_checkpoint', region, links: batch.uncovered });
      sealed += batch.many;
      more = batch.left;
    }
    tell(region, null, '');
    return { sealed, stuck: null };
  } catch (error) {
    const stuck = error instanceof CheckpointNotWritten ? 'checkpoint_not_written' : 'database_not_reached';
    tell(region, stuck, codeOf(error));
    return { sealed, stuck };
  }
}

function waitingIn(database: Database, region: number): ReturnType<typeof waitingEntries> {
  return database.as(programActor(region)).read((tx) => tx.whole(waitingEntries)).catch(() => ({ many: 0, oldest_seconds: null }));
}

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

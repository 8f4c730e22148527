import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { listRegions } from '../store/regions.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import type { Gauge, Metrics } from './metrics.ts';
import { isFromHere } from './reached.ts';
import { refuse } from './refuse.ts';

/** How the sealing of the audit chain stands. */
export interface SealerState {
  /** Entries that no seal holds yet. */
  readonly unsealed: number;
  /** Age of the oldest of them in seconds; null: there is none. */
  readonly oldest_s: number | null;
  /** Whether sealing works; false: it failed last, for instance because a checkpoint cannot be written. */
  readonly works: boolean;
}

/** The database is asked at most this long: a probe that hangs says less than one that fails. */
const PATIENCE_MS = 3000;
/** Seals follow within two seconds; this long without one is a standstill. */
const STUCK_S = 60;

/** What the machine's keeper asks: does it live, is it ready, how does it do. Nothing here needs or tells a person. */
export function operationHandlers(deps: Deps, metrics: Metrics): Readonly<Record<'lives' | 'ready' | 'metrics', Handler<ApiEnv>>> {
  return {
    lives: (c) => c.json({ status: 'lives', version: deps.version }, 200, NO_STORE),
    ready: async (c) => {
      const database = await answers(listRegions(deps.database));
      const sealer = isStuck(await sealerState(deps)) ? 'stuck' : 'ok';
      const ready = database && sealer === 'ok';
      return c.json({ status: ready ? 'ready' : 'not_ready', database: database ? 'ok' : 'away', sealer }, ready ? 200 : 503, NO_STORE);
    },
    metrics: async (c) => {
      if (!mayRead(c, deps)) return refuse(c, 'no_such_route');
      return c.text(metrics.text(gaugesOf(deps, await sealerState(deps))), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...NO_STORE });
    },
  };
}

const NO_STORE = { 'cache-control': 'no-store' };

async function sealerState({ sealer }: Deps): Promise<SealerState | null> {
  try {
    return (await sealer?.state()) ?? null;
  } catch {
    return null;
  }
}

const isStuck = (state: SealerState | null): boolean => state !== null && (!state.works || (state.oldest_s ?? 0) > STUCK_S);

async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), PATIENCE_MS); });
  try {
    return await Promise.race([question.then(() => true, () => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** This machine, or whoever holds the token; to anybody else there is nothing here. */
function mayRead(c: Context<ApiEnv>, deps: Deps): boolean {
  if (isFromHere(c, deps)) return true;
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (deps.metricsToken === null || given === undefined) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(deps.metricsToken));
}

function gaugesOf({ database, uploads, log }: Deps, sealer: SealerState | null): Gauge[] {
  const { total, idle, waiting } = database.pool();
  const held = uploads.held();
  return [
    { name: 'guantong_database_connections', help: 'Connections to the database', labels: { state: 'in_use' }, value: total - idle },
    { name: 'guantong_database_connections', help: '', labels: { state: 'idle' }, value: idle },
    { name: 'guantong_database_waiting', help: 'Requests that wait for a connection', value: waiting },
    { name: 'guantong_uploads_held', help: 'Uploads that wait for their import', value: held.count },
    { name: 'guantong_uploads_held_bytes', help: 'Bytes of those uploads', value: held.bytes },
    { name: 'guantong_log_lines_lost_total', help: 'Log lines that could not be written', type: 'counter', value: log.lost?.() ?? 0 },
    ...(sealer === null ? [] : [
      { name: 'guantong_audit_unsealed', help: 'Audit entries that are not sealed yet', value: sealer.unsealed },
      { name: 'guantong_audit_unsealed_oldest_seconds', help: 'Age of the oldest of them', value: sealer.oldest_s ?? 0 },
      { name: 'guantong_audit_sealer_works', help: 'Whether sealing works', value: sealer.works ? 1 : 0 },
    ]),
  ];
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { SealerState } from '../jobs/sealer.ts';
import { listRegions } from '../store/regions.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import type { Gauge, Metrics } from './metrics.ts';
import { isFromHere } from './reached.ts';
import { refuse } from './refuse.ts';

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
      const sealer = isStuck(deps.sealer?.state()) ? 'stuck' : 'ok';
      const ready = database && sealer === 'ok';
      return c.json({ status: ready ? 'ready' : 'not_ready', database: database ? 'ok' : 'away', sealer }, ready ? 200 : 503, NO_STORE);
    },
    metrics: (c) => {
      if (!mayRead(c, deps)) return refuse(c, 'no_such_route');
      return c.text(metrics.text(gaugesOf(deps)), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...NO_STORE });
    },
  };
}

const NO_STORE = { 'cache-control': 'no-store' };

const isStuck = (state: SealerState | undefined): boolean => state !== undefined && (state.stuck !== null || (state.oldest_seconds ?? 0) > STUCK_S);

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

function gaugesOf({ database, uploads, log, sealer }: Deps): Gauge[] {
  const { total, idle, waiting } = database.pool();
  const held = uploads.held();
  return [
    { name: 'guantong_database_connections', help: 'Connections to the database', labels: { state: 'in_use' }, value: total - idle },
    { name: 'guantong_database_connections', help: '', labels: { state: 'idle' }, value: idle },
    { name: 'guantong_database_waiting', help: 'Requests that wait for a connection', value: waiting },
    { name: 'guantong_uploads_held', help: 'Uploads that wait for their import', value: held.count },
    { name: 'guantong_uploads_held_bytes', help: 'Bytes of those uploads', value: held.bytes },
    { name: 'guantong_log_lines_lost_total', help: 'Log lines that could not be written', type: 'counter', value: log.lost?.() ?? 0 },
    ...(sealer === undefined ? [] : gaugesOfSealer(sealer.state())),
  ];
}

function gaugesOfSealer({ unsealed, oldest_seconds, stuck, last_checkpoint_at }: SealerState): Gauge[] {
  return [
    { name: 'guantong_audit_unsealed', help: 'Audit entries that are not sealed yet', value: unsealed },
    { name: 'guantong_audit_unsealed_oldest_seconds', help: 'Age of the oldest of them', value: oldest_seconds ?? 0 },
    { name: 'guantong_audit_sealer_works', help: 'Whether sealing works', value: stuck === null ? 1 : 0 },
    { name: 'guantong_audit_last_checkpoint_seconds', help: 'When the last checkpoint was written since the start, in Unix time', value: last_checkpoint_at === null ? 0 : Date.parse(last_checkpoint_at) / 1000 },
  ];
}

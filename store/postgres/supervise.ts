import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { isAlive } from './left-server.ts';
import { startPostmaster, stopPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { stopWithProgram } from './stop-with-program.ts';

/** A server that is started again when it dies, until it is stopped. */
export interface KeptServer {
  readonly port: number;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
}

export interface KeepServing {
  readonly port: number | null;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

/** A server that dies again and again (a full disk) is tried again and again, each time after a longer pause. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** Having served this long, it is taken to be well again. */
const WELL_AFTER_MS = 60_000;

/** Serves a cluster; see `startPostmaster` for what it throws. The end of the program stops it. */
export async function keepServing(cluster: Cluster, options: KeepServing): Promise<KeptServer> {
  const ended = new AbortController();
  let pause_ms = 0;
  let restarting: Promise<void> = Promise.resolve();
  let postmaster: Postmaster = await startPostmaster(cluster, options.port, options.durable);

  const again = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      options.log('数据库进程意外结束，正在恢复 · the database process ended unexpectedly, recovering');
      await sleep(pause_ms, undefined, { signal: ended.signal }).catch(() => undefined);
      if (ended.signal.aborted) return;
      pause_ms = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pause_ms * 2));
      try {
        postmaster = await startPostmaster(cluster, postmaster.port, options.durable);
        watch();
        return;
      } catch (error) {
        options.log(String(error));
      }
    }
  };
  const watch = (): void => {
    const since = performance.now();
    postmaster.process.once('exit', () => {
      if (ended.signal.aborted) return;
      if (performance.now() - since > WELL_AFTER_MS) pause_ms = 0;
      restarting = again();
    });
  };
  const stop = async (): Promise<void> => {
    ended.abort();
    forget();
    await restarting;
    await stopPostmaster(postmaster);
  };
  const forget = stopWithProgram({ stop, stopNow: () => { postmaster.process.kill('SIGINT'); } });
  watch();
  return { port: postmaster.port, pid: () => (isAlive(postmaster.pid) ? postmaster.pid : null), stop };
}

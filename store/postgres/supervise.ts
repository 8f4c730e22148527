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

const RESTARTS = 5;

/** Serves a cluster; see `startPostmaster` for what it throws. The end of the program stops it. */
export async function keepServing(cluster: Cluster, options: KeepServing): Promise<KeptServer> {
  let stopping = false;
  let restarts = 0;
  let restarting: Promise<void> = Promise.resolve();
  let postmaster: Postmaster = await startPostmaster(cluster, options.port, options.durable);

  const again = async (): Promise<void> => {
    options.log('数据库进程意外结束，正在恢复 · the database process ended unexpectedly, recovering');
    try {
      postmaster = await startPostmaster(cluster, postmaster.port, options.durable);
      watch();
    } catch (error) {
      options.log(String(error));
    }
  };
  const watch = (): void => {
    postmaster.process.once('exit', () => {
      if (stopping || restarts >= RESTARTS) return;
      restarts += 1;
      restarting = again();
    });
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    forget();
    await restarting;
    await stopPostmaster(postmaster);
  };
  const forget = stopWithProgram({ stop, stopNow: () => { postmaster.process.kill('SIGINT'); } });
  watch();
  return { port: postmaster.port, pid: () => (isAlive(postmaster.pid) ? postmaster.pid : null), stop };
}

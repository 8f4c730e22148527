import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type pg from 'pg';

const EVERY_MS = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What this program and the sessions of the application, with those who read for them, hold of memory of their own, sampled while something runs. */
export function watchMemory(owner: pg.Client): { readonly done: () => Promise<number> } {
  // What an earlier round left lying is not this one's.
  collectGarbage();
  let most = 0;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const { rows } = await owner.query<{ pid: number }>(`select pid from pg_stat_activity where state is not null and pid <> pg_backend_pid() and datname = current_database()`);
    const sessions = rows.reduce((sum, { pid }) => sum + ownMib(pid), 0);
    most = Math.max(most, process.memoryUsage().rss / 2 ** 20 + sessions);
  };
  const timer = setInterval(() => { looking = looking.then(look); }, EVERY_MS);
  return { done: async () => {
    clearInterval(timer);
    await looking;
    return most;
  } };
}

/** What a session holds beside the pages that all of them share. */
function ownMib(pid: number): number {
  try {
    return Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

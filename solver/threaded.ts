import { Worker } from 'node:worker_threads';
import type { Answered, AskKept, Solvers } from '../core/allocation/solver.ts';
import type { Sparse } from '../core/allocation/sparse.ts';
import type { PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import type { ToCompare } from '../core/policy-impact/to-compare.ts';
import type { Simulation, ToSimulate } from '../core/simulation/simulate.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** Nobody waits for the answer any more. */
export class Stopped extends Error {}

/** How a question is put to whichever thread is free, or to all. */
interface Threads {
  readonly ask: <Kind extends ToThread['kind']>(message: ToThread & { readonly kind: Kind }) => Promise<FromThread[Kind]>;
  readonly tellAll: (message: ToThread) => Promise<void>;
}

/** Gives work threads of its own for its long sums; they end with the work, or as soon as nobody waits for it. */
async function inThreads<T>(count: number, signal: AbortSignal, work: (threads: Threads) => Promise<T>): Promise<T> {
  const workers = Array.from({ length: count }, () => new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [] }));
  const stop = (): void => { for (const worker of workers) void worker.terminate(); };
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw new Stopped();
    return await work(threadsOf(workers, signal));
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Each thread has one question at a time; the next waits for the first that is free. */
function threadsOf(workers: readonly Worker[], signal: AbortSignal): Threads {
  const busy = new Map<Worker, Promise<unknown>>();
  const put = <T>(worker: Worker, message: ToThread): Promise<T> => {
    const asked = answered<T>(worker, message, signal);
    const done = asked.then(() => undefined, () => undefined).then(() => { if (busy.get(worker) === done) busy.delete(worker); });
    busy.set(worker, done);
    return asked;
  };
  return {
    ask: async (message) => {
      for (;;) {
        const free = workers.find((one) => !busy.has(one));
        if (free !== undefined) return put(free, message);
        await Promise.race(busy.values());
      }
    },
    tellAll: async (message) => {
      while (busy.size > 0) await Promise.all(busy.values());
      await Promise.all(workers.map((worker) => put(worker, message)));
    },
  };
}

function answered<T>(thread: Worker, message: ToThread, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const taken = (reply: T): void => { settle(); resolve(reply); };
    const error = (fault: Error): void => { settle(); reject(fault); };
    const exit = (): void => { settle(); reject(signal.aborted ? new Stopped() : new Error('the thread of the optimiser ended')); };
    const settle = (): void => { thread.off('message', taken).off('error', error).off('exit', exit); };
    thread.on('message', taken).on('error', error).on('exit', exit);
    thread.postMessage(message);
  });
}

/** Models that a thread is asked at once: enough that asking costs little, few enough that no thread waits for another. */
const BATCH = 8;

const UNASKED: Answered = { state: 'stopped', values: null, bound: null };

/** The optimiser in threads, for as many questions as one piece of work has. Once `stopped` says so, models that are kept are not asked any more. */
export function withOptimisers<T>({ signal, threads, stopped = () => false }: { readonly signal: AbortSignal; readonly threads: number; readonly stopped?: () => boolean }, work: (solvers: Solvers) => Promise<T>): Promise<T> {
  return inThreads(threads, signal, ({ ask, tellAll }) => {
    let sets = 0;
    const keep = (models: readonly Sparse[]): AskKept => {
      const set = sets;
      sets += 1;
      const told = tellAll({ kind: 'keep', models });
      return async (questions, limits) => {
        await told;
        const batches = Array.from({ length: Math.ceil(questions.length / BATCH) }, (_, at) => questions.slice(at * BATCH, (at + 1) * BATCH));
        const answers = batches.map((batch): readonly Answered[] => batch.map(() => UNASKED));
        const left = batches.entries();
        const takeOver = async (): Promise<void> => {
          for (const [at, batch] of left) if (!stopped()) answers[at] = await ask({ kind: 'kept', set, questions: batch, limits });
        };
        await Promise.all(Array.from({ length: threads }, takeOver));
        return answers.flat();
      };
    };
    return work({
      keep, solve: (asking) => ask({ kind: 'solve', asking }), whole: (asking) => ask({ kind: 'whole', asking }), linear: (asking) => ask({ kind: 'linear', asking }),
    });
  });
}

export function simulateInThread(given: ToSimulate, signal: AbortSignal): Promise<Simulation> {
  return inThreads(1, signal, ({ ask }) => ask({ kind: 'simulate', given }));
}

/** What other values of law would change, in a thread: nobody else is held up, and it ends as soon as nobody waits. */
export function compareInThread(given: ToCompare, signal: AbortSignal): Promise<PolicyImpact> {
  return inThreads(1, signal, ({ ask }) => ask({ kind: 'compare', given }));
}

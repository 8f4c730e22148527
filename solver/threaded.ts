import { Worker } from 'node:worker_threads';
import type { Solver } from '../core/allocation/solver.ts';
import type { Simulation, ToSimulate } from '../core/simulation/simulate.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** Nobody waits for the answer any more. */
export class Stopped extends Error {}

/** Gives work a thread of its own for its long sums; it ends with the work, or as soon as nobody waits for it. */
async function inThread<T>(signal: AbortSignal, work: (ask: (message: ToThread) => Promise<FromThread>) => Promise<T>): Promise<T> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [] });
  const stop = (): void => { void thread.terminate(); };
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw new Stopped();
    return await work((message) => answered(thread, message, signal));
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

function answered(thread: Worker, message: ToThread, signal: AbortSignal): Promise<FromThread> {
  return new Promise((resolve, reject) => {
    const taken = (reply: FromThread): void => { settle(); resolve(reply); };
    const error = (fault: Error): void => { settle(); reject(fault); };
    const exit = (): void => { settle(); reject(signal.aborted ? new Stopped() : new Error('the thread of the optimiser ended')); };
    const settle = (): void => { thread.off('message', taken).off('error', error).off('exit', exit); };
    thread.on('message', taken).on('error', error).on('exit', exit);
    thread.postMessage(message);
  });
}

/** The optimiser in a thread, for as many questions as one piece of work has. */
export function withOptimiser<T>(signal: AbortSignal, work: (solver: Solver) => Promise<T>): Promise<T> {
  return inThread(signal, (ask) => work(async (asking) => {
    const reply = await ask({ kind: 'solve', asking });
    if (reply.kind !== 'solve') throw new Error('the thread answered something else');
    return reply.answered;
  }));
}

export function simulateInThread(given: ToSimulate, signal: AbortSignal): Promise<Simulation> {
  return inThread(signal, async (ask) => {
    const reply = await ask({ kind: 'simulate', given });
    if (reply.kind !== 'simulate') throw new Error('the thread answered something else');
    return reply.simulation;
  });
}

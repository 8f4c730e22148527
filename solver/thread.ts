import { parentPort } from 'node:worker_threads';
import { simulate } from '../core/simulation/simulate.ts';
import { highs } from './highs.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** The thread in which long sums are worked out: whoever waits for them is not held up. */
parentPort?.on('message', (message: ToThread) => {
  void answer(message).then((answered) => parentPort?.postMessage(answered));
});

async function answer(message: ToThread): Promise<FromThread> {
  if (message.kind === 'simulate') return { kind: 'simulate', simulation: simulate(message.given) };
  return { kind: 'solve', answered: await highs(message.asking) };
}

import { parentPort } from 'node:worker_threads';
import { compare } from '../core/policy-impact/to-compare.ts';
import { simulate } from '../core/simulation/simulate.ts';
import type { AskKept } from '../core/allocation/solver.ts';
import { highsInParts } from './highs.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

const sets: AskKept[] = [];

/** The thread in which long sums are worked out: whoever waits for them is not held up. */
parentPort?.on('message', (message: ToThread) => {
  void answer(message).then((answered) => parentPort?.postMessage(answered));
});

async function answer(message: ToThread): Promise<FromThread[ToThread['kind']]> {
  switch (message.kind) {
    case 'simulate': return simulate(message.given);
    case 'compare': return compare(message.given);
    case 'solve': return highsInParts.solve(message.asking);
    case 'whole': return highsInParts.whole(message.asking);
    case 'linear': return highsInParts.linear(message.asking);
    case 'keep':
      sets.push(highsInParts.keep(message.models));
      return null;
    case 'kept': {
      const ask = sets[message.set];
      if (ask === undefined) throw new Error(`no such models: ${message.set}`);
      return ask(message.questions, message.limits);
    }
  }
}

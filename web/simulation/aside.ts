import type { SimulationInputs } from '../../core/simulation/inputs.ts';
import type { Simulation } from '../../core/simulation/simulate.ts';

/** Runs a simulation in a thread of its own, so that the page goes on meanwhile; it ends with `signal`. */
export function simulateAside(inputs: SimulationInputs, signal: AbortSignal): Promise<Simulation> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Simulation>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Simulation>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    signal.addEventListener('abort', () => reject(new DOMException('no longer asked for', 'AbortError')));
  });
  worker.postMessage(inputs);
  return answer.finally(() => worker.terminate());
}

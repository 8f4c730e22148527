import { fromInputs, type SimulationInputs } from '../../core/simulation/inputs.ts';
import { simulate } from '../../core/simulation/simulate.ts';

// Beside the page: one question, one answer.
self.addEventListener('message', ({ data }: MessageEvent<SimulationInputs>) => { self.postMessage(simulate(fromInputs(data))); });

import type { Answered, Asking } from '../core/allocation/solver.ts';
import type { Simulation, ToSimulate } from '../core/simulation/simulate.ts';

/** What a thread is asked: one question after the other. */
export type ToThread = { readonly kind: 'solve'; readonly asking: Asking } | { readonly kind: 'simulate'; readonly given: ToSimulate };
export type FromThread = { readonly kind: 'solve'; readonly answered: Answered } | { readonly kind: 'simulate'; readonly simulation: Simulation };

import type { Answered, Asking, LinearAnswered, Solvers, SparseAsking } from '../core/allocation/solver.ts';
import type { Sparse } from '../core/allocation/sparse.ts';
import type { PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import type { ToCompare } from '../core/policy-impact/to-compare.ts';
import type { Simulation, ToSimulate } from '../core/simulation/simulate.ts';

type AskKept = ReturnType<Solvers['keep']>;

/** What a thread is asked: one question after the other. `set`: the models that were given to keep at once, counted from zero. */
export type ToThread =
  | { readonly kind: 'solve'; readonly asking: Asking }
  | { readonly kind: 'whole'; readonly asking: SparseAsking }
  | { readonly kind: 'linear'; readonly asking: Parameters<Solvers['linear']>[0] }
  | { readonly kind: 'keep'; readonly models: readonly Sparse[] }
  | { readonly kind: 'kept'; readonly set: number; readonly questions: Parameters<AskKept>[0]; readonly limits: Parameters<AskKept>[1] }
  | { readonly kind: 'simulate'; readonly given: ToSimulate }
  | { readonly kind: 'compare'; readonly given: ToCompare };

export interface FromThread {
  readonly solve: Answered;
  readonly whole: Answered;
  readonly linear: LinearAnswered | null;
  readonly keep: null;
  readonly kept: readonly Answered[];
  readonly simulate: Simulation;
  readonly compare: PolicyImpact;
}

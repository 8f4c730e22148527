import type { Model } from './model.ts';
import type { Sparse } from './sparse.ts';

/** How an optimiser is asked. */
export interface Asking {
  readonly model: Pick<Model, 'rules'> & { readonly most: readonly number[]; readonly costs: readonly number[] };
  /** Seconds after which the best so far is enough. */
  readonly seconds: number;
}

/** What an optimiser answers. It is never believed: every answer is worked out again here. */
export interface Answered {
  readonly state: 'optimal' | 'impossible' | 'stopped';
  /** Null: none was found. */
  readonly values: readonly number[] | null;
  /** No answer costs less than this; null: it is not known. */
  readonly bound: number | null;
}

export type Solver = (asking: Asking) => Promise<Answered>;

/** The same in the numbers of a machine; `gap` is the share of the cost by which an answer may be off its bound. */
export interface SparseAsking {
  readonly model: Sparse;
  readonly costs: Float64Array;
  readonly seconds: number;
  readonly gap: number;
}

/** The answer in parts of choices, with what one more of each row would cost. */
export interface LinearAnswered {
  readonly cost: number;
  readonly values: Float64Array;
  readonly prices: Float64Array;
}

/** Asks some of the models that were given to keep, each with other costs; answers in the order of the questions. */
export type AskKept = (questions: readonly { readonly model: number; readonly costs: Float64Array }[], limits: Pick<SparseAsking, 'seconds' | 'gap'>) => Promise<readonly Answered[]>;

/** What it takes to solve a model in parts. */
export interface Solvers {
  readonly solve: Solver;
  readonly whole: (asking: SparseAsking) => Promise<Answered>;
  /** Null: it was not solved to the end. */
  readonly linear: (asking: Pick<SparseAsking, 'model' | 'costs' | 'seconds'>) => Promise<LinearAnswered | null>;
  readonly keep: (models: readonly Sparse[]) => AskKept;
}

import type { Model } from './model.ts';

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

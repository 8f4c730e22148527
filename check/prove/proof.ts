/** What a proof is asked to do. */
export interface Asked {
  /** Printed with the result: the same seed makes the same case again. */
  readonly seed: number;
  /** How many cases; null: as many as the proof is meant to have. */
  readonly count: number | null;
  readonly say: (line: string) => void;
}

/** What came out: the figures in one line. */
export interface Proven {
  readonly holds: boolean;
  readonly figures: string;
}

/** One of the things that `npm run prove` shows at length; a short form of each is among the tests. */
export interface Proof {
  readonly name: string;
  readonly run: (asked: Asked) => Promise<Proven>;
}

/** What a trend shows: a value over dates, and the line that it is held against. */
export interface TrendPoint {
  readonly on: string;
  /** Exact decimal text; null where nothing was known. */
  readonly value: string | null;
  /** The limit of that day, where it is not the same on all. */
  readonly limit?: string | null;
  /** Lower and upper end of a forecast's range. */
  readonly band?: readonly [low: string, high: string];
}

export interface LineTrendProps {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly unit: string;
  /** A line across: the value required. */
  readonly target?: { readonly value: string; readonly label: string };
  /** Name of the limit that points have; it is drawn as a line of its own. */
  readonly limit?: string;
  readonly level?: 2 | 3;
}

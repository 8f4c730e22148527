/** Of all runs: what one in twenty, one in four, half, and so on do not exceed; and the mean with its own error. */
export interface Band {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
}

export function bandOf(values: Int32Array): Band {
  const sorted = values.slice().sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), mean, error: Math.sqrt(squares / Math.max(1, sorted.length - 1) / sorted.length) };
}

/** The share of runs above a number; null: there is no such number. */
export function shareAbove(values: Int32Array, limit: number | null): number | null {
  if (limit === null) return null;
  return values.reduce((sum, value) => (value > limit ? sum + 1 : sum), 0) / values.length;
}

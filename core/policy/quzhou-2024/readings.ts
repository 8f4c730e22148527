/** Readings behind every figure per head of a campus: actual heads of the day (B1), of years 4–5 there (B2). */
export const READINGS_OF_HEADS = ['denominator.basis'] as const;

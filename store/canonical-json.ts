/**
 * JSON with the names of every object in order and nothing between the tokens: the same content always gives the
 * same bytes, so that a hash of them tells whether it was touched. Whole numbers of any size are written as texts.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'bigint') return String(inner);
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}

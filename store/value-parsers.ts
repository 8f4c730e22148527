import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** `2026-11-23 16:25:21.5+00` → `2026-11-23T16:25:21.5Z`; connections of the store speak UTC. */
export function instantText(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`;
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, (text) => BigInt(text)],
  // Dates and decimals stay text: a calendar date has no time zone, and a float would lose digits.
  [DATE, (text) => text],
  [NUMERIC, (text) => text],
  [TIMESTAMPTZ, instantText],
]);

/** How `pg` reads values everywhere in the store: int8 → bigint, numeric → exact text, date → ISO text. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

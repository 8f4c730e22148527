import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';

/** What may stand in one place of a document: `text` says something, `note` may be empty. */
export type Scalar = 'text' | 'note' | 'day' | 'count';

/** A list of lines, each with the same columns. */
export interface Rows<C extends Readonly<Record<string, Scalar>> = Readonly<Record<string, Scalar>>> {
  readonly rows: C;
}

export type Fields = Readonly<Record<string, Scalar | Rows>>;

type ValueOf<S extends Scalar> = S extends 'count' ? number : S extends 'day' ? PlainDate : string;
type RowOf<C extends Readonly<Record<string, Scalar>>> = { readonly [N in keyof C]: ValueOf<C[N]> };

/** The content of a document with these fields. */
export type ContentOf<F extends Fields> = {
  readonly [N in keyof F]: F[N] extends Rows<infer C> ? readonly RowOf<C>[] : F[N] extends Scalar ? ValueOf<F[N]> : never;
};

export function rows<const C extends Readonly<Record<string, Scalar>>>(columns: C): Rows<C> {
  return { rows: columns };
}

/** Why a content cannot be issued: the place, such as `conditions[3].item`, and what is wrong there. */
export interface ContentProblem {
  readonly path: string;
  readonly code: 'missing' | 'unknown' | 'not_a_text' | 'empty' | 'too_long' | 'not_a_day' | 'not_a_count' | 'not_a_list';
}

const MOST_CHARACTERS = 4000;
const MOST_ROWS = 5000;

/** Everything in which a content differs from what its kind declares; nothing when it can be issued. */
export function contentProblems(fields: Fields, content: unknown, path = ''): ContentProblem[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return [{ path, code: 'missing' }];
  const given = new Map<string, unknown>(Object.entries(content));
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(fields, name)).map((name): ContentProblem => ({ path: at(name), code: 'unknown' }));
  return [...unknown, ...Object.entries(fields).flatMap(([name, field]) => {
    const value = given.get(name);
    return typeof field === 'string' ? scalarProblems(field, value, at(name)) : rowProblems(field, value, at(name));
  })];
}

function rowProblems({ rows: columns }: Rows, value: unknown, path: string): ContentProblem[] {
  if (!Array.isArray(value)) return [{ path, code: 'not_a_list' }];
  if (value.length > MOST_ROWS) return [{ path, code: 'too_long' }];
  return value.flatMap((row, index) => contentProblems(columns, row, `${path}[${index}]`));
}

function scalarProblems(field: Scalar, value: unknown, path: string): ContentProblem[] {
  if (value === undefined) return [{ path, code: 'missing' }];
  if (field === 'count') return Number.isSafeInteger(value) && (value as number) >= 0 ? [] : [{ path, code: 'not_a_count' }];
  if (typeof value !== 'string') return [{ path, code: 'not_a_text' }];
  if (field === 'day') return parsePlainDate(value) === null ? [{ path, code: 'not_a_day' }] : [];
  if (value.length > MOST_CHARACTERS) return [{ path, code: 'too_long' }];
  return field === 'text' && value.trim() === '' ? [{ path, code: 'empty' }] : [];
}

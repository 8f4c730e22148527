import type { Problem } from '../core/exchange/problem.ts';
import { sheets, type SheetName } from '../core/exchange/sheets.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { holdsMask, maskOf, type PersonalKind } from '../core/values/mask.ts';
import { standing } from './known-time.ts';
import { hasId, idsToFind, keyOf, registerNamed, sqlOf, type Register } from './register-columns.ts';
import type { AnyRow } from './register-rows.ts';
import { masksOf, type Unsealed } from './sealing.ts';
import type { Transaction } from './transaction.ts';
import { labelsFor } from './within-reach.ts';

interface PersonalColumn {
  readonly name: string;
  readonly kind: PersonalKind;
}

/** The columns of a sheet whose values are kept sealed. */
export function personalColumns(sheet: SheetName): readonly PersonalColumn[] {
  return Object.entries((sheets[sheet] as Sheet).columns)
    .flatMap(([name, { personal }]) => (personal === undefined ? [] : [{ name, kind: personal }]));
}

/** What a personal column of a sheet holds; null when it is none. */
export function personalKindOf(sheet: string, column: string | null): PersonalKind | null {
  if (column === null || !Object.hasOwn(sheets, sheet)) return null;
  return personalColumns(sheet as SheetName).find(({ name }) => name === column)?.kind ?? null;
}

/** What stands in place of a value: the token of a row's cell. */
export type TokenOf = (row: AnyRow) => string | null;

export interface SealedRows {
  /** By column; the rows themselves stay as they were read. */
  readonly tokens: ReadonlyMap<string, TokenOf>;
  readonly problems: readonly Problem[];
}

/**
 * The tokens that stand in place of the personal values of rows that are to be stored; the values are noted in
 * `unsealed`, which is then to be sealed. A mask stands for the value that is kept under the row's id already; one that
 * is not its mask is an error. `answers` is a record that the rows correct, which may stand no more.
 */
export async function sealRows(
  tx: Transaction, sheet: SheetName, rows: readonly AnyRow[], unsealed: Unsealed, answers: number | null = null,
): Promise<SealedRows> {
  const tokens = new Map<string, TokenOf>();
  const problems: Problem[] = [];
  for (const { name, kind } of personalColumns(sheet)) {
    const masked: AnyRow[] = [];
    const known = new Map<string, string>();
    for (const row of rows) {
      const text = row[name] as string | null;
      if (text === null || known.has(text)) continue;
      if (holdsMask(text)) {
        masked.push(row);
        continue;
      }
      const token = tx.keys.token(kind, text);
      known.set(text, token);
      unsealed.set(token, text);
    }
    const kept = masked.length === 0 ? NOTHING_KEPT : await tokensKept(tx, registerNamed(sheet), name, { rows: masked, answers });
    for (const row of masked) if (kept(row) === null) problems.push(wrongMask(sheet, row.row, name, kind, row[name] as string));
    tokens.set(name, (row) => (row[name] === null ? null : known.get(row[name] as string) ?? kept(row)));
  }
  return { tokens, problems };
}

const NOTHING_KEPT: TokenOf = () => null;

function wrongMask(sheet: SheetName, row: number, column: string, kind: PersonalKind, value: string): Problem {
  return { sheet, row, column, code: kind === 'citizen_id' ? 'id_checksum' : 'not_allowed', value, severity: 'error' };
}

/**
 * The token that is kept for a row whose cell holds a mask; null when the mask is not that of anything kept. Of
 * records that the actor may write: first the one under the row's own key, then the others of its id, as when a
 * student goes from one stage to the next and the masked number is copied along.
 */
async function tokensKept(
  tx: Transaction, register: Register, column: string, { rows, answers }: { readonly rows: readonly AnyRow[]; readonly answers: number | null },
): Promise<TokenOf> {
  const id = register.sheet.key[0] as string;
  const labels = labelsFor(tx, register, 'write');
  const found = await tx.whole((whole) => whole.arrays(
    `select u.id, r.key, r.${sqlOf(register, column)} from ${idsToFind('unnest($2::text[]) as t(id)')} join ${register.table} r on r.region_id = $1 and ${hasId(register)} and ${standing('r')}
       and ($3::text[] is null or r.scopes && $3::text[]) where r.${sqlOf(register, column)} is not null
     union all select null, r.key, r.${sqlOf(register, column)} from ${register.table} r where r.region_id = $1 and r.record_id = $4 and r.${sqlOf(register, column)} is not null`,
    [tx.actor.region_id, [...new Set(rows.map((row) => row[id] as string))], labels, answers])) as [string | null, string, string][];
  const masks = await masksOf(tx, [...new Set(found.map(([, , token]) => token))]);
  const [byKey, byId] = [new Map<string, string>(), new Map<string, Set<string>>()];
  for (const [of, key, token] of found) {
    if (of !== null) byKey.set(key, token);
    byId.set(of ?? ANSWERED, new Set([...byId.get(of ?? ANSWERED) ?? [], token]));
  }
  return (row) => {
    const isMasked = (token: string | undefined): token is string => token !== undefined && masks.get(token) === row[column];
    const own = byKey.get(keyOf(register, row));
    if (isMasked(own)) return own;
    const [token, ...others] = [...new Set([...byId.get(ANSWERED) ?? [], ...byId.get(row[id] as string) ?? []])].filter(isMasked);
    return token !== undefined && others.length === 0 ? token : null;
  };
}

/** No id holds this character. */
const ANSWERED = '\u001f';

/** Findings as they may be told and kept: a personal value is masked in them too. */
export function maskProblems(problems: readonly Problem[]): Problem[] {
  return problems.map((one) => {
    const kind = one.value === null ? null : personalKindOf(one.sheet, one.column);
    return kind === null || one.value === null || holdsMask(one.value) ? one : { ...one, value: maskOf(kind, one.value) };
  });
}

const ROWS_AT_ONCE = 10_000;

/** Rows out of a register as they may be shown: masks where tokens were. */
export async function maskRows<R extends Readonly<Record<string, unknown>>>(tx: Transaction, sheet: SheetName, rows: readonly R[]): Promise<R[]> {
  const columns = personalColumns(sheet);
  if (columns.length === 0) return [...rows];
  const shown: R[] = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    const tokens = some.flatMap((row) => columns.flatMap(({ name }) => (row[name] === null ? [] : [row[name] as string])));
    const masks = await masksOf(tx, [...new Set(tokens)]);
    for (const row of some) {
      const cells = columns.map(({ name }) => [name, row[name] === null ? null : masks.get(row[name] as string)]);
      shown.push({ ...row, ...Object.fromEntries(cells) });
    }
  }
  return shown;
}

import { kindOf } from '../core/access/kinds.ts';
import { mayAtAll, mayTouch } from '../core/access/reach.ts';
import { converter } from '../core/exchange/convert.ts';
import { sheets, type SheetName } from '../core/exchange/sheets.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { personalKindOf } from './personal-rows.ts';
import { registerNamed, sqlOf } from './register-columns.ts';
import { listRecords, type ListRecords, type StoredRecord } from './registers.ts';
import { openToken } from './sealing.ts';
import type { Transaction } from './transaction.ts';

export interface AskedValue {
  readonly sheet: SheetName;
  readonly record_id: number;
  readonly column: string;
  /** Why it has to be known; it is written down. */
  readonly purpose: string;
}

export type Revealed =
  | { readonly outcome: 'done'; readonly value: string | null }
  /** No column of that sheet that is kept sealed. */
  | { readonly outcome: 'not_sealed' }
  | { readonly outcome: 'not_found' }
  /** The record may be seen, its value may not. */
  | { readonly outcome: 'not_allowed' }
  /** Its key is gone, or it was touched. */
  | { readonly outcome: 'does_not_open' };

/** One value in full, with its purpose written down in the same transaction; null where the cell is empty. */
export async function reveal(tx: Transaction, { sheet, record_id, column, purpose }: AskedValue): Promise<Revealed> {
  if (personalKindOf(sheet, column) === null) return { outcome: 'not_sealed' };
  const kind = kindOf(sheet);
  if (!mayAtAll(tx.actor.reach, kind, 'reveal')) return { outcome: 'not_allowed' };
  const register = registerNamed(sheet);
  const [row] = await tx.query<{ token: string | null; scopes: string[] }>(
    `select ${sqlOf(register, column)} as token, scopes from ${register.table} where region_id = $1 and record_id = $2`, [tx.actor.region_id, record_id]);
  if (row === undefined || !mayTouch(tx.actor.reach, kind, 'read', row.scopes)) return { outcome: 'not_found' };
  if (!mayTouch(tx.actor.reach, kind, 'reveal', row.scopes)) return { outcome: 'not_allowed' };
  const value = row.token === null ? null : await openToken(tx, row.token);
  if (row.token !== null && value === null) return { outcome: 'does_not_open' };
  await tx.audit({ action: 'personal.reveal', object: `${sheet}/${record_id}#${column}`, detail: { purpose } });
  return { outcome: 'done', value };
}

export type Found<S extends SheetName> =
  | { readonly outcome: 'done'; readonly total: number; readonly records: readonly StoredRecord<S>[] }
  | { readonly outcome: 'not_sealed' };

/** The records in reach that hold exactly this value, masked as everywhere; that it was asked is written down. */
export async function findByValue<S extends SheetName>(
  tx: Transaction, { sheet, column, value }: { readonly sheet: S; readonly column: string; readonly value: string }, page: Pick<ListRecords, 'offset' | 'limit'>,
): Promise<Found<S>> {
  const kind = personalKindOf(sheet, column);
  if (kind === null) return { outcome: 'not_sealed' };
  const declared = (sheets[sheet] as Sheet).columns[column];
  // As the cell of a file is read: without spaces, in ordinary digits, with a capital X.
  const read = declared === undefined ? null : converter(declared, false)(value, () => undefined);
  const found = await listRecords(tx, sheet, { ...page, holds: { column, token: tx.keys.token(kind, typeof read === 'string' ? read : value) } });
  await tx.audit({ action: 'personal.find', object: `${sheet}#${column}`, detail: { found: found.total } });
  return { outcome: 'done', ...found };
}

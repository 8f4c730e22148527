import type { RegisterKind } from '../core/access/kinds.ts';
import { kindOf } from '../core/access/kinds.ts';
import type { Row, SheetName } from '../core/exchange/sheets.ts';
import type { Exact } from '../core/values/exact.ts';
import { recordAnswers } from './answering.ts';
import { standing } from './known-time.ts';
import { refreshLabels, stagedScopes } from './labels.ts';
import { takeNumbers, type Stamp } from './record-stamp.ts';
import { columnList, keyOf, registerNamed, type Register } from './register-columns.ts';
import { rangesOf } from './register-digest.ts';
import type { Transaction } from './transaction.ts';

const STAGED = 'answering_rows';

/** Under which act rows come into a register, as the audit names it and as the register's history tells it. */
export interface Why {
  readonly action: string;
  readonly object: string;
  readonly reason: string;
}

/** A row as it is written: what registers keep as exact figures may come as their text. */
export type Written<S extends SheetName> = { readonly [C in keyof Omit<Row<S>, 'row'>]: Row<S>[C] | (Exact extends Row<S>[C] ? string : never) };

/**
 * Writes rows that an act brings about into their register, each as an answer to what stands under its key; what is the same
 * already is left. Everything that rests on the register sees it from the same moment on. With the region locked for facts.
 */
export async function answerRows<S extends SheetName>(tx: Transaction, sheet: S, rows: readonly Written<S>[], why: Why, stamp: Stamp): Promise<number> {
  if (rows.length === 0) return 0;
  const register = registerNamed(sheet);
  return written(tx, kindOf(sheet), async (whole) => {
    await stageRows(whole, register, rows as readonly Readonly<Record<string, unknown>>[]);
    const [counted] = await whole.arrays(`select count(*)::integer from ${STAGED}`);
    const many = Number(counted?.[0] ?? 0);
    if (many === 0) return 0;
    await whole.change(`update ${register.table} r set superseded_at = $2 from ${STAGED} s where r.region_id = $1 and r.record_id = s.answers and r.superseded_at is null`, [whole.actor.region_id, stamp.at]);
    const first = await takeNumbers(whole, 'next_record_id', many);
    const { join, value } = stagedScopes(register, STAGED);
    await whole.change(
      `insert into ${register.table} (region_id, record_id, key, ${columnList(register)}, recorded_at, recorded_by, answers, act, reason, scopes)
       select $1::integer, $2::bigint - 1 + row_number() over (order by s.key), s.key, ${columnList(register, 's.')}, $3::timestamptz, $4::text, s.answers,
         case when s.answers is null then 'added' else 'corrected' end, $5::text, ${value} from ${STAGED} s${join}`, [whole.actor.region_id, first, stamp.at, whole.actor.account, why.reason]);
    await whole.change(`insert into reported_sheets (region_id, sheet, recorded_at, recorded_by) values ($1, $2, $3, $4) on conflict do nothing`, [whole.actor.region_id, sheet, stamp.at, whole.actor.account]);
    await refreshLabels(whole, register, first);
    await whole.audit({ action: why.action, object: why.object, detail: { sheet, many, records: await rangesOf(whole, [register], first, first + many - 1) } });
    return many;
  });
}

/** Takes rows back, by their keys: that they were reported stays known. */
export async function withdrawRows<S extends SheetName>(tx: Transaction, sheet: S, rows: readonly Partial<Row<S>>[], why: Why, stamp: Stamp): Promise<number> {
  const register = registerNamed(sheet);
  const keys = rows.map((row) => keyOf(register, row as Readonly<Record<string, unknown>>));
  return written(tx, kindOf(sheet), async (whole) => {
    const taken = await whole.query<{ record_id: bigint }>(
      `update ${register.table} r set superseded_at = $3 where r.region_id = $1 and r.key = any($2::text[]) and ${standing('r')} returning r.record_id`, [whole.actor.region_id, keys, stamp.at]);
    if (taken.length === 0) return 0;
    const answers = taken.map(({ record_id }) => ({ answers: Number(record_id), valuesOf: Number(record_id), withdrawn: true }));
    const first = await recordAnswers(whole, register, answers, { stamp, act: 'ended', reason: why.reason });
    await whole.audit({ action: why.action, object: why.object, detail: { sheet, taken_back: taken.length, records: await rangesOf(whole, [register], first, first + taken.length - 1) } });
    return taken.length;
  });
}

function written(tx: Transaction, kind: RegisterKind, work: (whole: Transaction) => Promise<number>): Promise<number> {
  return tx.decided([kind], (deciding) => deciding.whole(work));
}

/** The rows that say something else than what stands, with the record that each answers. */
async function stageRows(whole: Transaction, register: Register, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const given = rows.map((row) => ({ key: keyOf(register, row), ...Object.fromEntries(register.columns.map(({ name, sql }) => [sql.slice(1, -1), row[name] ?? null])) }));
  const columns = register.columns.map(({ sql, type }) => `${sql} ${type}`).join(', ');
  await whole.change(`drop table if exists ${STAGED}`);
  await whole.change(`create temp table ${STAGED} on commit drop as select key, ${columnList(register)}, answers from ${register.table} with no data`);
  await whole.change(
    `insert into ${STAGED} (key, ${columnList(register)}, answers)
     select n.key, ${columnList(register, 'n.')}, r.record_id from jsonb_to_recordset($2::jsonb) as n(key text, ${columns})
       left join ${register.table} r on r.region_id = $1 and r.key = n.key and r.superseded_at is null
     where r.record_id is null or r.withdrawn or (${columnList(register, 'n.')}) is distinct from (${columnList(register, 'r.')})`, [whole.actor.region_id, JSON.stringify(given)]);
}

import type { PlainDate } from '../core/values/plain-date.ts';
import type { Act } from './registers.ts';
import type { Stamp } from './record-stamp.ts';
import { takeNumbers } from './record-stamp.ts';
import { columnList, sqlOf } from './register-columns.ts';
import type { Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';

/** A record that answers another one with values that are in the register already. */
export interface Answer {
  /** The record that is answered. */
  readonly answers: number;
  /** The record whose values, file and row it takes. */
  readonly valuesOf: number;
  /** A last day in place of that of `valuesOf`. */
  readonly endsOn?: PlainDate;
  /** Whether the row then holds no more; default: as `valuesOf`. */
  readonly withdrawn?: boolean;
}

/** Marks a standing record as answered; false when another record has answered it before. */
export async function supersede(tx: Transaction, register: Register, record_id: number, stamp: Stamp): Promise<boolean> {
  const many = await tx.change(
    `update ${register.table} set superseded_at = $3 where region_id = $1 and record_id = $2 and superseded_at is null`,
    [tx.actor.region_id, record_id, stamp.at]);
  return many === 1;
}

/** Records answers whose values are there already. The answered records are to be superseded before. */
export async function recordAnswers(
  tx: Transaction, register: Register, answers: readonly Answer[], about: { readonly stamp: Stamp; readonly act: Act; readonly reason: string | null },
): Promise<number> {
  const { region_id, account } = tx.actor;
  const to = register.span === null ? null : sqlOf(register, register.span.to);
  const values = register.columns.map(({ sql }) => (sql === to ? `coalesce(a.ends_on, r.${sql})` : `r.${sql}`));
  const first = await takeNumbers(tx, 'next_record_id', answers.length);
  await tx.change(
    `insert into ${register.table} (region_id, record_id, key, ${columnList(register)}, import_id, source_row, recorded_at, recorded_by, answers, withdrawn, act, reason, scopes)
     select r.region_id, $2::bigint - 1 + row_number() over (order by a.answers), r.key, ${values.join(', ')}, r.import_id, r.source_row,
       $3::timestamptz, $4::text, a.answers, coalesce(a.withdrawn, r.withdrawn), $5::text, $6::text, r.scopes
     from jsonb_to_recordset($7::jsonb) as a(answers bigint, values_of bigint, ends_on date, withdrawn boolean)
     join ${register.table} r on r.region_id = $1 and r.record_id = a.values_of`,
    [region_id, first, about.stamp.at, account, about.act, about.reason, JSON.stringify(answers.map((one) =>
      ({ answers: one.answers, values_of: one.valuesOf, ends_on: one.endsOn ?? null, withdrawn: one.withdrawn ?? null })))]);
  return first;
}

import type { Entry } from '../../core/funding/entry.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { movedBy } from './totals.ts';

/**
 * The month that a row is posted in: its own, or the first after those that are closed. The trigger says which those are when the
 * statement begins; that is asked once, with the first row.
 */
export const POSTED_IN = (on: string): string =>
  `greatest(date_trunc('month', ${on}::timestamp)::date, (select (current_setting('app.ledger_through')::date + interval '1 month')::date))`;

/**
 * Adds entries that are posted for the first time, and keeps the totals of their accounts, in one statement: all of them or
 * none, where an account was never opened. Answers whether they were added; a source that stands already is refused by the key.
 */
export async function append(tx: Transaction, entries: readonly Entry[], at: Instant): Promise<boolean> {
  const { accounts, years, debits, credits } = movedBy(entries);
  const [row] = await tx.query<{ added: boolean }>(SQL, [
    tx.actor.region_id, entries.map(({ source }) => source), entries.map(({ part }) => part), entries.map(({ event }) => event), entries.map(({ clause }) => clause),
    entries.map(({ debit }) => debit), entries.map(({ credit }) => credit), entries.map(({ fen }) => fen), entries.map(({ student_id }) => student_id),
    entries.map(({ year }) => year), entries.map(({ valid_on }) => valid_on), at, tx.actor.account, accounts, years, debits, credits]);
  return row?.added === true;
}

const SQL = `with given as materialized (
  select e.*, d.scopes || c.scopes || case when e.student_id is null then '{}' else array['student:' || e.student_id] end as scopes
  from unnest($2::bigint[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::integer[], $11::date[])
    as e(source, part, event, clause, debit, credit, fen, student_id, year, valid_on)
  join ledger_accounts d on d.region_id = $1 and d.account = e.debit
  join ledger_accounts c on c.region_id = $1 and c.account = e.credit),
every as materialized (select count(*) = cardinality($2::bigint[]) as there from given),
added as (
  insert into ledger_entries (region_id, source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on, period, recorded_at, recorded_by, scopes)
  select $1, source, part, 0, event, clause, debit, credit, fen, student_id, year, valid_on, ${POSTED_IN('valid_on')}, $12, $13, scopes from given where (select there from every))
select case when there then keep_ledger_totals($14::text[], $15::integer[], $16::bigint[], $17::bigint[]) > 0 else false end as added from every`;

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
  const given = COLUMNS.map(([name]) => entries.map((entry) => entry[name]));
  const [row] = await tx.query<{ added: boolean }>(entries.length === 1 ? ADD_ONE : ADD_MANY, [
    tx.actor.region_id, at, tx.actor.account, accounts, years, debits, credits, ...(entries.length === 1 ? given.map(([value]) => value) : given)]);
  return row?.added === true;
}

const COLUMNS = [['source', 'bigint'], ['part', 'smallint'], ['event', 'text'], ['clause', 'text'], ['debit', 'text'], ['credit', 'text'],
  ['fen', 'bigint'], ['student_id', 'text'], ['year', 'integer'], ['valid_on', 'date']] as const;
const FIRST = 8;
const PARAMETERS = COLUMNS.map(([name, type], at) => ({ name, type, value: `$${FIRST + at}` }));

const INSERT = `insert into ledger_entries (region_id, source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on, period, recorded_at, recorded_by, scopes)
  select $1, e.source, e.part, 0, e.event, e.clause, e.debit, e.credit, e.fen, e.student_id, e.year, e.valid_on, ${POSTED_IN('e.valid_on')}, $2, $3,`;
const SCOPES = `d.scopes || c.scopes || case when e.student_id is null then '{}' else array['student:' || e.student_id] end`;
const HELD = 'join ledger_accounts d on d.region_id = $1 and d.account = e.debit join ledger_accounts c on c.region_id = $1 and c.account = e.credit';
const KEPT = 'keep_ledger_totals($4::text[], $5::integer[], $6::bigint[], $7::bigint[]) > 0';

/** One entry by its values, as most acts post: of lists the database does not know how long they are, and plans anew each time. */
const ADD_ONE = `with added as (${INSERT} ${SCOPES} from (select ${PARAMETERS.map(({ name, type, value }) => `${value}::${type} as ${name}`).join(', ')}) e ${HELD} returning 1)
select ${KEPT} as added from added`;

const ADD_MANY = `with given as materialized (
  select e.*, ${SCOPES} as scopes
  from unnest(${PARAMETERS.map(({ type, value }) => `${value}::${type}[]`).join(', ')}) as e(${PARAMETERS.map(({ name }) => name).join(', ')}) ${HELD}),
every as materialized (select count(*) = cardinality($${FIRST}::bigint[]) as there from given),
added as (${INSERT} e.scopes from given e where (select there from every))
select case when there then ${KEPT} else false end as added from every`;

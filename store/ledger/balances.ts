import type { Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lastMoment, type Known } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** What was taken from and given to an account, and what stands: credits − debits. */
export interface Balance {
  readonly account: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** Which of the entries count: of a year, up to a day of the world, as far as they were recorded then. */
export interface AskedBalance {
  readonly year?: number;
  readonly on?: PlainDate;
  readonly known_on?: Known;
}

interface Sums { readonly account: string; readonly debit: string; readonly credit: string }

const balanceOf = ({ account, debit, credit }: Sums): Balance => ({ account, debit: BigInt(debit), credit: BigInt(credit) });

/** What stands on one account now: from its totals, whatever the history. */
export async function accountBalance(tx: Transaction, account: string, year?: number): Promise<Balance> {
  const [row] = await tx.query<Sums>(
    `select $2::text as account, coalesce(sum(debit_fen), 0) as debit, coalesce(sum(credit_fen), 0) as credit from ledger_totals
     where region_id = $1 and account = $2 and ($3::integer is null or year = $3)`, [tx.actor.region_id, account, year ?? null]);
  return balanceOf(row as Sums);
}

/** Every account in reach by name: what stands now from the totals, what stood on a day or was known on one from the entries. */
export async function trialBalance(tx: Transaction, asked: AskedBalance = {}): Promise<Balance[]> {
  if (asked.on !== undefined || asked.known_on !== undefined) return entriesBalance(tx, asked);
  const rows = await tx.query<Sums>(
    `select account, sum(debit_fen) as debit, sum(credit_fen) as credit from ledger_totals where region_id = $1 and ($2::integer is null or year = $2) and ($3::text[] is null or scopes && $3) group by 1 order by 1`,
    [tx.actor.region_id, asked.year ?? null, labelsToRead(tx, 'funds')]);
  return rows.map(balanceOf);
}

/** The same from the entries themselves: summed by pairs of accounts, which are few, and then by account. */
export async function entriesBalance(tx: Transaction, { year, on, known_on }: AskedBalance = {}): Promise<Balance[]> {
  const values: unknown[] = [tx.actor.region_id];
  const bounds = [
    ...(year === undefined ? [] : [`e.year = $${values.push(year)}`]),
    ...(on === undefined ? [] : [`e.valid_on <= $${values.push(on)}`]),
    ...(known_on === undefined ? [] : [`e.recorded_at <= $${values.push(lastMoment(known_on))}::timestamptz`]),
  ];
  const rows = await tx.query<Sums>(
    `with pairs as materialized (select e.debit, e.credit, sum(e.fen) as fen from ledger_lines e where e.region_id = $1${bounds.map((one) => ` and ${one}`).join('')} group by 1, 2)
     select account, sum(taken) as debit, sum(given) as credit
     from pairs cross join lateral (values (pairs.debit, pairs.fen, 0), (pairs.credit, 0, pairs.fen)) as side(account, taken, given) group by 1 order by 1`, values);
  return rows.map(balanceOf);
}

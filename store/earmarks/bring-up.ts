import { entryOf, type Entry } from '../../core/funding/entry.ts';
import type { Category } from '../../core/funding/allowed-spending.ts';
import { fenOf } from '../../core/values/fen.ts';
import { date, yearOf } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import { openAccounts } from '../ledger/accounts.ts';
import { POSTED_IN } from '../ledger/append.ts';
import { movedBy } from '../ledger/totals.ts';
import type { Transaction } from '../transaction.ts';

export interface Earmark {
  readonly campus_id: string;
  readonly category: Category;
  readonly fiscal_year: number;
}

export const purposeOf = ({ campus_id, category }: Pick<Earmark, 'campus_id' | 'category'>): string => `${campus_id}:${category}`;

type Turned = Entry & { readonly turn: number };

/**
 * M5-g: brings what the books hold of an earmark to what the registers say: budgets and spending that came in by a file are posted, what was
 * corrected there is taken back and posted anew. What a file says was spent is posted also where it is more than there was. With the region
 * locked for facts and its authority over funds.
 */
export async function bringEarmarkUp(deciding: Transaction, earmark: Earmark, at: Instant): Promise<void> {
  await deciding.whole(async (whole) => {
    const [wanted, standing] = [await wantedOf(whole, earmark), await standingOf(whole, earmark)];
    const key = ({ source, part }: Pick<Entry, 'source' | 'part'>): string => `${source} ${part}`;
    const [wants, last] = [new Map(wanted.map((one) => [key(one), one])), new Map(standing.map((one) => [key(one), one]))];
    const holds = ({ turn }: Turned): boolean => turn % 2 === 0;
    const back = standing.filter((one) => holds(one) && !wants.has(key(one))).map((one) => ({ ...one, debit: one.credit, credit: one.debit, turn: one.turn + 1 }));
    const fresh = wanted.flatMap((one) => {
      const before = last.get(key(one));
      return before !== undefined && holds(before) ? [] : [{ ...one, turn: before === undefined ? 0 : before.turn + 1 }];
    });
    const moved = [...back, ...fresh];
    if (moved.length > 0) await addTurned(deciding, whole, moved, at);
  });
}

async function wantedOf(whole: Transaction, { campus_id, category, fiscal_year }: Earmark): Promise<Entry[]> {
  const [budgets, spending] = [await loadRows(whole, 'budgets', {}, 'r.campus_id = $2', campus_id), await loadRows(whole, 'spending', {}, 'r.campus_id = $2', campus_id)];
  const purpose = purposeOf({ campus_id, category });
  const given = budgets.filter((row) => row.category === category && row.fiscal_year === fiscal_year).map((row) => entryOf({
    source: BigInt(row.row), event: 'earmark_given', holders: { payer: row.payer_id, purpose }, fen: fenOf(row.amount_yuan), year: fiscal_year, valid_on: date(`${fiscal_year}-01-01`) }));
  const spent = spending.filter((row) => row.category === category && row.fund === 'grant' && yearOf(row.spent_on) === fiscal_year).map((row) => entryOf({
    source: BigInt(row.row), event: 'earmark_spent', holders: { campus: campus_id, purpose }, fen: fenOf(row.amount_yuan), year: fiscal_year, valid_on: row.spent_on }));
  return [...given, ...spent].filter(({ fen }) => fen > 0n);
}

async function standingOf(whole: Transaction, earmark: Earmark): Promise<Turned[]> {
  const rows = await whole.query<Omit<Turned, 'source' | 'fen'> & { readonly source: string; readonly fen: string }>(
    `select distinct on (source, part) source::text, part, turn, event, clause, debit, credit, fen::text, student_id, year, valid_on from ledger_entries
     where region_id = $1 and student_id is null and year = $3 and event in ('earmark_given', 'earmark_spent') and (debit = $2 or credit = $2) order by source, part, turn desc`,
    [whole.actor.region_id, `earmark:${purposeOf(earmark)}`, earmark.fiscal_year]);
  return rows.map((row) => ({ ...row, source: BigInt(row.source), fen: BigInt(row.fen) }));
}

async function addTurned(deciding: Transaction, whole: Transaction, moved: readonly Turned[], at: Instant): Promise<void> {
  const { accounts, years, debits, credits } = movedBy(moved);
  await openAccounts(whole, accounts, at, true);
  const of = <T>(pick: (one: Turned) => T): T[] => moved.map(pick);
  await deciding.change(
    `insert into ledger_entries (region_id, source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on, period, recorded_at, recorded_by, scopes)
     select $1, e.source, e.part, e.turn, e.event, e.clause, e.debit, e.credit, e.fen, null, e.year, e.valid_on, ${POSTED_IN('e.valid_on')}, $12, $13, d.scopes || c.scopes
     from unnest($2::bigint[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::integer[], $11::date[]) as e(source, part, turn, event, clause, debit, credit, fen, year, valid_on)
       join ledger_accounts d on d.region_id = $1 and d.account = e.debit join ledger_accounts c on c.region_id = $1 and c.account = e.credit`,
    [whole.actor.region_id, of(({ source }) => source), of(({ part }) => part), of(({ turn }) => turn), of(({ event }) => event), of(({ clause }) => clause), of(({ debit }) => debit), of(({ credit }) => credit),
      of(({ fen }) => fen), of(({ year }) => year), of(({ valid_on }) => valid_on), at, whole.actor.account]);
  await deciding.query('select keep_ledger_totals($1::text[], $2::integer[], $3::bigint[], $4::bigint[])', [accounts, years, debits, credits]);
}

import { mayTouch } from '../core/access/reach.ts';
import { booksClose } from '../core/approvals/matters/books-close.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { accountParts, EVENT_LABELS } from '../core/funding/event-labels.ts';
import { yuanText } from '../core/values/fen.ts';
import { daysBetween } from '../core/values/plain-date.ts';
import { whole as wholeOf } from '../core/duties/declaration.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { entriesBalance, trialBalance, type AskedBalance, type Balance } from '../store/ledger/balances.ts';
import { closedThrough } from '../store/ledger/close.ts';
import { entriesOn, openClearing, type EntryOnAccount } from '../store/ledger/entries-page.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { registerNamed } from '../store/register-columns.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';

type LedgerHandlers = Pick<Handlers, 'listLedgerAccounts' | 'listLedgerEntries' | 'listOpenClearing'>;

/** R4-a: the books, from the accounts down to the records that their entries follow from. */
export function ledgerHandlers(deps: Deps): LedgerHandlers {
  return {
    listLedgerAccounts: (c) => storeOf(deps, c).read(async (tx) => {
      const { year, known_on } = c.req.valid('query');
      const { on } = dayOf(deps, await placeOf(tx), {});
      const balances = await balancesOf(tx, { ...(year !== undefined && { year }), ...(known_on !== undefined && { known_on }) });
      const name = await holderNames(tx);
      const [open] = await loadMatters(tx, { kind: booksClose.id, open: true });
      const may_close = open === undefined && askerOf(c).holder.roles.some(({ role }) => booksClose.opens.by.includes(role));
      return c.json({ on, closed_through: await tx.whole(closedThrough), accounts: balances.map((one) => accountView(one, name)), open_matter: open === undefined ? null : String(open.matter_id), may_close }, 200);
    }),
    listLedgerEntries: (c) => storeOf(deps, c).read(async (tx) => {
      const { account, known_on, after, limit } = c.req.valid('query');
      // Of an account that nothing was posted to there is as much to see as of one that is out of reach.
      const balance = (await balancesOf(tx, known_on === undefined ? {} : { known_on })).find((one) => one.account === account) ?? { account, debit: 0n, credit: 0n };
      const name = await holderNames(tx);
      const entries = await entriesOn(tx, { account, known_on, after, limit: limit + 1 });
      const shown = entries.slice(0, limit);
      const sheets = await tx.whole((whole) => sheetsOf(whole, shown.map(({ source }) => source)));
      return c.json({ account: accountView(balance, name), entries: shown.map((one) => entryView(one, name, sheets)), more: entries.length > limit }, 200);
    }),
    listOpenClearing: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const parameters = parametersOn(place.pack.parameters, on);
      const days = wholeOf(parameters.get('fees.pass_on_days')?.value);
      const name = await holderNames(tx);
      const accounts = (await openClearing(tx)).map(({ account, fen, since }) => {
        const { label, holder } = accountParts(account);
        const age = since === null ? null : Math.max(0, daysBetween(since, on));
        // Custody money rests with the campus until it is settled; all else goes on in time.
        const late = age !== null && days !== null && age > days && !account.startsWith('clearing:custody_held:');
        return { account, label, holder, name: name(holder), balance_yuan: yuanText(BigInt(fen)), since, age, late };
      });
      return c.json({ on, days, accounts }, 200);
    }),
  };
}

/** Accounts in reach: what stands now from the totals; what was known on a day from all entries, cut to the accounts in reach. */
async function balancesOf(tx: Transaction, asked: AskedBalance): Promise<Balance[]> {
  if (asked.known_on === undefined) return trialBalance(tx, asked.year === undefined ? {} : { year: asked.year });
  const scopes = await tx.whole((whole) => whole.query<{ account: string; scopes: string[] }>('select account, scopes from ledger_accounts where region_id = $1', [whole.actor.region_id]));
  const mine = new Set(scopes.filter((one) => mayTouch(tx.actor.reach, 'funds', 'read', one.scopes)).map(({ account }) => account));
  return (await tx.whole((whole) => entriesBalance(whole, asked))).filter(({ account }) => mine.has(account));
}

/** Names of institutions and campuses; who they are is told to everybody who reads funds. A teacher goes by number. */
async function holderNames(tx: Transaction): Promise<(holder: string) => string | null> {
  const { organisations, campuses } = await tx.whole(async (whole) => ({ organisations: await loadRows(whole, 'organisations', {}), campuses: await loadRows(whole, 'campuses', {}) }));
  const names = new Map([...organisations.map(({ org_id, name }) => [org_id, name] as const), ...campuses.map(({ campus_id, name }) => [campus_id, name] as const)]);
  return (holder) => names.get(holder) ?? names.get(holder.split(':')[0] ?? '') ?? null;
}

function accountView({ account, debit, credit }: Balance, name: (holder: string) => string | null) {
  const { label, holder } = accountParts(account);
  return { account, label, holder, name: name(holder), debit_yuan: yuanText(debit), credit_yuan: yuanText(credit), balance_yuan: yuanText(credit - debit) };
}

function entryView(entry: EntryOnAccount, name: (holder: string) => string | null, sheets: ReadonlyMap<string, SheetName>) {
  const { source, part, turn, event, clause, other, given, fen, student_id, year, valid_on, period, recorded_at, recorded_by } = entry;
  const { label, holder } = accountParts(other);
  return {
    key: `${recorded_at} ${source} ${part} ${turn}`, event, label: EVENT_LABELS[event], clause, other: { account: other, label, name: name(holder) }, given, amount_yuan: yuanText(BigInt(fen)), turn, student_id, year, valid_on, period, recorded_at, recorded_by,
    source: { sheet: sheets.get(source) ?? null, record_id: source },
  };
}

const SOURCES = ['charges', 'receipts', 'custody_spending', 'payments', 'grant_receipts', 'spending', 'budgets'] as const satisfies readonly SheetName[];

/** In which register the record of an entry stands; results of rules stand in none. */
async function sheetsOf(whole: Transaction, sources: readonly string[]): Promise<ReadonlyMap<string, SheetName>> {
  const rows = await whole.query<{ record_id: string; sheet: SheetName }>(
    SOURCES.map((sheet) => `select record_id::text, '${sheet}' as sheet from ${registerNamed(sheet).table} where region_id = $1 and record_id = any($2::bigint[])`).join(' union all '), [whole.actor.region_id, sources]);
  return new Map(rows.map(({ record_id, sheet }) => [record_id, sheet]));
}

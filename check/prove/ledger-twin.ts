import { hasErrors } from '../../core/exchange/problem.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { templateJson } from '../../core/exchange/template.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { accountBalance, entriesBalance } from '../../store/ledger/balances.ts';
import { settleYear } from '../../store/ledger/year/settle-year.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { loadSettlementRows } from '../../store/settlement-rows.ts';
import type { Actor } from '../../store/transaction.ts';
import { dressed } from './dress.ts';
import { madeMoney } from './made-money.ts';
import { readTexts } from './money-twin.ts';
import { randomFrom } from './random.ts';

/** What a random year came to in the ledger, beside what the rules make of the same records. */
export interface LedgerTwin {
  readonly outcome: string;
  readonly differences: readonly string[];
}

const template = templateJson().sheets;

/**
 * A random year, its records brought in at once or in two files one after the other with a settlement in between, on another
 * day than the last: whatever the order, the books end as the rules say, and a settlement more changes nothing.
 */
export async function ledgerTwin(db: Database, seed: number): Promise<LedgerTwin> {
  const { asked: { year, fiscal, day }, sheets } = madeMoney(seed);
  const reading = readTexts(dressed({ seed, day, sheets }, template));
  if (hasErrors(reading.problems)) return { outcome: 'unreadable', differences: [] };
  const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: DEFAULT_PACK.header.id, sample: false });
  const actor = programActor(region_id);
  const random = randomFrom(seed + 1);
  const days = random.oneIn(2) ? [day] : [random.pick([`${year}-11-01`, `${year + 1}-03-01`, `${year + 2}-01-01`]), day];
  let outcome = '';
  for (const [at, on] of days.entries()) {
    const brought = await bring(db, actor, at === days.length - 1 ? reading.dataset : lessOf(reading.dataset, random.whole(2, 4)));
    if (brought !== 'done' && brought !== 'unchanged') return { outcome: brought, differences: [] };
    outcome = await settledOn(db, actor, { year, fiscal, on });
  }
  const again = outcome === 'problems' ? 'unchanged' : await settledOn(db, actor, { year, fiscal, on: day });
  return { outcome, differences: [
    ...(again === 'unchanged' ? [] : [`settled again: ${again}`]),
    ...await compare(db, actor, { year, fiscal, on: day }, outcome),
  ] };
}

interface AskedDay { readonly year: number; readonly fiscal: number; readonly on: string }

function rulesOf({ year, fiscal, on }: AskedDay) {
  const scope = scopeOf(year, date(on), fiscal);
  const rules = fundingRules(DEFAULT_PACK.parameters, scope);
  if ('no_rule_on' in rules) throw new Error(`no rule on ${rules.no_rule_on}`);
  return { scope, rules };
}

async function settledOn(db: Database, actor: Actor, asked: AskedDay): Promise<string> {
  const { scope, rules } = rulesOf(asked);
  return (await db.as(actor).write((tx) => settleYear(tx, scope, rules))).outcome;
}

/** Some of the money as another file had it: every so many rows are absent, and some amounts others. */
function lessOf(dataset: Dataset, each: number): Dataset {
  const money = ['charges', 'receipts', 'custody_spending', 'payments', 'grant_receipts', 'departures'] as const;
  return { ...dataset, ...Object.fromEntries(money.map((name) => [name, (dataset[name] ?? []).flatMap((row, at) => (
    at % each === 0 ? [] : at % each === 1 && 'amount_yuan' in row ? [{ ...row, amount_yuan: { n: row.amount_yuan.n + row.amount_yuan.d, d: row.amount_yuan.d } }] : [row]))])) };
}

async function bring(db: Database, actor: Actor, dataset: Dataset): Promise<string> {
  const reply = await importDataset(db, { actor, dataset, problems: [], as_of: date('2025-10-31'), replace: [], file: { name: 'twin', sha256: 'twin' } });
  return reply.outcome;
}

async function compare(db: Database, actor: Actor, asked: AskedDay, outcome: string): Promise<string[]> {
  const { scope, rules } = rulesOf(asked);
  const dataset = await db.as(actor).read((tx) => tx.whole((whole) => loadSettlementRows(whole)));
  const settlement = settle(dataset, [], rules, scope);
  if (hasErrors(settlement.problems)) return outcome === 'problems' ? [] : [`the rules refuse, the ledger says ${outcome}`];
  if (outcome === 'problems') return ['the ledger refuses, the rules do not'];
  const trial = await db.as(actor).read((tx) => tx.whole((whole) => entriesBalance(whole)));
  const found = new Map(trial.map(({ account, debit, credit }) => [account, credit - debit]));
  const names = new Set([...found.keys(), ...settlement.books.balances.keys()]);
  const [debits, credits] = [trial.reduce((sum, { debit }) => sum + debit, 0n), trial.reduce((sum, { credit }) => sum + credit, 0n)];
  const totals = await db.as(actor).read((tx) => tx.whole(async (whole) => {
    const kept = [];
    for (const { account, debit, credit } of trial) {
      const total = await accountBalance(whole, account);
      if (total.debit !== debit || total.credit !== credit) kept.push(`${account}: the total is ${total.debit} ${total.credit}, the entries come to ${debit} ${credit}`);
    }
    return kept;
  }));
  return [
    ...[...names].filter((name) => (found.get(name) ?? 0n) !== (settlement.books.balances.get(name) ?? 0n)).map((name) => `${name}: ${found.get(name) ?? 0n} in the ledger, ${settlement.books.balances.get(name) ?? 0n} by the rules`),
    ...(debits === credits ? [] : [`debits ${debits}, credits ${credits}`]), ...totals,
  ];
}

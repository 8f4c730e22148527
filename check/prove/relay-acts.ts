import type { TypedRow } from '../../core/check/made-dataset.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { charge, receipt, student } from '../../core/funding/made-year.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import { matterOfOrder, type OrderKind } from '../../core/orders/order-kinds.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { openFindings } from '../../store/audit-finding.ts';
import { madeMoney } from '../../store/billing/made-money.ts';
import type { Database } from '../../store/database.ts';
import { recordSpending } from '../../store/earmarks/spend.ts';
import { importDataset } from '../../store/import.ts';
import { entriesBalance } from '../../store/ledger/balances.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { settleYear } from '../../store/ledger/year/settle-year.ts';
import { contextOf } from '../../store/made-people.ts';
import { importOf } from '../../store/made-store.ts';
import { loadMatters } from '../../store/matters/matter.ts';
import { openMatter } from '../../store/matters/open-matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { proposalOf } from '../../store/orders/order.ts';
import { programActor } from '../../store/program-actor.ts';
import { loadSettlementRows } from '../../store/settlement-rows.ts';
import type { Transaction } from '../../store/transaction.ts';

/** A region whose money moves, and the accounts of who moves it. */
export interface Relay {
  readonly region_id: number;
  readonly finance: string;
  readonly checker: string;
  readonly school: string;
}

const TODAY = date('2025-11-20');
const GIVEN = { pack: quzhou2024, today: TODAY };
const [STUDENTS, BUDGET_FEN, SPENT_FEN] = [40, 100_000_000n, 100n];
const PAID: readonly OrderKind[] = ['dorm', 'custody', 'tuition_share'];
const FEES = ['tuition', 'dorm', 'custody'] as const;

/** Forty students who are billed, a college that passes on what they pay, and a budget to spend. */
export async function makeRelay(db: Database): Promise<Relay> {
  const names = Array.from({ length: STUDENTS }, (_, at) => `K${at}`);
  const made = await madeMoney(db, {
    students: names.map((id) => student(id)), charges: names.flatMap((id) => [charge(id, 'tuition', '6600'), charge(id, 'dorm', '1200'), charge(id, 'custody', '800')]),
    organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }],
    campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', payer_id: 'G', division_code: '330803', form: 'new_build', status: 'preparing' }],
    budgets: [{ payer_id: 'G', campus_id: 'C', fiscal_year: 2025, category: 'operation', amount_yuan: String(BUDGET_FEN / 100n) }],
  });
  return { region_id: made.region_id, finance: made.finance.account, checker: made.checker.account, school: (await made.somebody('school_finance', 'S')).account };
}

/** The acts in turn: a file of receipts, the settlement of the year, spending of an earmark, an order from its making to the bank's confirmation. */
const ACTS: readonly ((db: Database, relay: Relay, act: number) => Promise<unknown>)[] = [receive, post, spend, pay];

/** Does one act; done before, it does nothing. @throws where the database does not answer. */
export async function relayAct(db: Database, relay: Relay, act: number): Promise<void> {
  await ACTS[act % ACTS.length]?.(db, relay, act);
}

async function receive(db: Database, { region_id }: Relay, act: number): Promise<void> {
  const row: TypedRow = { ...receipt(`K${act % STUDENTS}`, FEES[Math.floor(act / ACTS.length) % FEES.length] ?? '', '1', TODAY), receipt_id: `R${act}` };
  expectOneOf(['done', 'unchanged'], (await importDataset(db, importOf(programActor(region_id), { receipts: [row] }))).outcome);
}

async function post(db: Database, { region_id }: Relay): Promise<string> {
  const { scope, rules } = year();
  return expectOneOf(['settled', 'unchanged'], (await db.as(programActor(region_id)).write((tx) => settleYear(tx, scope, rules))).outcome);
}

async function spend(db: Database, { region_id, school }: Relay, act: number): Promise<void> {
  const answer = await acting(db, { region_id, account: school }, (tx) => recordSpending(tx, { spending_id: `Z${act}`, campus_id: 'C', fund: 'grant', category: 'operation', amount_yuan: '1', spent_on: TODAY }, GIVEN));
  expectOneOf(['done', 'spending_known'], answer.outcome === 'done' ? 'done' : answer.why);
}

/** What is due of one kind is paid: whatever of it was done before is gone on with. */
async function pay(db: Database, relay: Relay, act: number): Promise<void> {
  const { region_id, finance, checker } = relay;
  const order = PAID[Math.floor(act / ACTS.length) % PAID.length] ?? 'dorm';
  const kind = matterOfOrder(order);
  const open = async () => (await db.as(programActor(region_id)).read((tx) => loadMatters(tx, { kind, open: true })))[0];
  if (await open() === undefined) {
    const proposal = await db.as(programActor(region_id)).read((tx) => tx.whole((whole) => proposalOf(whole, { payer_id: 'H', kind: order, year: 2025 }, GIVEN)));
    if (proposal.outcome === 'proposed' && proposal.lines.length === 0) return;
    const details = { year: 2025, list: proposal.outcome === 'proposed' ? proposal.digest : '' };
    expectOneOf(['done'], (await acting(db, { region_id, account: finance }, (tx) => openMatter(tx, { kind, subject: 'H', details }, GIVEN))).outcome);
  }
  for (let matter = await open(); matter !== undefined; matter = await open()) {
    const { matter_id, version, state } = matter;
    const step = state === 'made' ? { account: checker, act: 'check' } : { account: finance, act: 'confirm', details: { number: `B${matter_id}`, on: TODAY } };
    expectOneOf(['done'], (await acting(db, { region_id, account: step.account }, (tx) => stepMatter(tx, { ...step, matter_id, version }, GIVEN))).outcome);
  }
}

async function acting<A extends { readonly outcome: string }>(db: Database, { region_id, account }: { readonly region_id: number; readonly account: string }, work: (tx: Transaction) => Promise<A>): Promise<A> {
  return (await contextOf(db, region_id, account)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
}

function expectOneOf(outcomes: readonly string[], outcome: string): string {
  if (!outcomes.includes(outcome)) throw new Error(`an act came to ${outcome}`);
  return outcome;
}

function year() {
  const scope = scopeOf(2025, TODAY, 2025);
  const rules = fundingRules(quzhou2024.parameters, scope);
  if ('no_rule_on' in rules) throw new Error('no rules');
  return { scope, rules };
}

/** What `verify` says of the books as they stand. */
export async function tornBooks(db: Database, { region_id }: Relay): Promise<string[]> {
  const findings = openFindings();
  await verifyLedger(db, region_id, findings);
  return findings.list().map(({ what, about }) => `${what} ${about ?? ''}`);
}

/** What of so many acts is lost, doubled or not as the rules say; the year is settled first, as the next act would. */
export async function relayFaults(db: Database, relay: Relay, acts: number): Promise<string[]> {
  const faults: string[] = [];
  const same = (what: string, found: unknown, wanted: unknown): void => { if (String(found) !== String(wanted)) faults.push(`${what}: ${String(found)}, not ${String(wanted)}`); };
  await post(db, relay);
  same('settled again', await post(db, relay), 'unchanged');
  const of = (each: number): string[] => Array.from({ length: acts }, (_, act) => act).filter((act) => act % ACTS.length === each).map((act) => `${each === 0 ? 'R' : 'Z'}${act}`).sort();
  await db.as(programActor(relay.region_id)).read(async (tx) => {
    const ids = async (sql: string): Promise<string[]> => (await tx.arrays(sql, [relay.region_id])).map(([id]) => String(id)).sort();
    same('receipts', await ids('select receipt_id from register_receipts where region_id = $1'), of(0));
    same('spending', await ids('select spending_id from register_spending where region_id = $1'), of(2));
    same('payments', await ids('select payment_id from register_payments where region_id = $1'), await ids(
      `select 'F' || l.matter_id || '-' || l.line_no from payment_order_lines l join matters m on m.region_id = l.region_id and m.matter_id = l.matter_id where l.region_id = $1 and m.state = 'paid'`));
    const { scope, rules } = year();
    const settlement = await tx.whole(async (whole) => settle(await loadSettlementRows(whole), [], rules, scope));
    same('errors', hasErrors(settlement.problems), false);
    same('paid beyond what is due', settlement.lines.filter(({ outstanding }) => outstanding !== null && outstanding < 0n).length, 0);
    const books = new Map((await entriesBalance(tx)).map(({ account, debit, credit }) => [account, credit - debit]));
    for (const [account, balance] of settlement.books.balances) same(account, books.get(account) ?? 0n, balance);
    const left = BUDGET_FEN - SPENT_FEN * BigInt(of(2).length);
    if (of(2).length > 0) same('earmark', books.get('earmark:C:operation'), left);
  });
  return [...faults, ...await tornBooks(db, relay)];
}

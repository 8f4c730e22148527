import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { charge, receipt, rulesOn, spending } from '../../core/funding/made-year.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { matterOfOrder, type OrderKind } from '../../core/orders/order-kinds.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { yuanText } from '../../core/values/fen.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { loadRows } from '../campus-rows.ts';
import { closePeriod } from '../ledger/close.ts';
import { entriesBalance } from '../ledger/balances.ts';
import { openFindings } from '../audit-finding.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { settleYear } from '../ledger/year/settle-year.ts';
import { madeStore } from '../made-store.ts';
import type { Instant } from '../known-time.ts';
import type { MadeActor } from '../matters/made-matters.ts';
import { proposalOf } from './order.ts';

const TODAY = date('2025-11-20');

eachDatabase('R4-a: orders to pay', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  let leader: MadeActor;
  beforeAll(async () => {
    made = await madeMoney(store.db(), {
      students: STUDENTS ?? [], charges: [charge('A', 'tuition', '6600'), charge('A', 'dorm', '1200')], departures: [{ student_id: 'B', on: '2025-11-10', kind: 'withdrawn' }],
      receipts: [receipt('A', 'tuition', '6600'), receipt('A', 'dorm', '1200'), receipt('A', 'custody', '800'), receipt('B', 'custody', '500')], custody_spending: [spending('B', '463.40')],
    });
    leader = await made.somebody('college_leadership', 'H');
  });
  const proposal = (kind: OrderKind, payer_id = 'H', today = TODAY) => made.as.read((tx) => tx.whole(async (whole) => {
    const found = await proposalOf(whole, { payer_id, kind, year: 2025 }, { pack: quzhou2024, today });
    if (found.outcome !== 'proposed') throw new Error(found.outcome);
    return found;
  }));
  const told = async (kind: OrderKind, payer_id?: string, today?: PlainDate): Promise<string[]> => (await proposal(kind, payer_id, today)).lines.map(({ from_id, to_id, fen }) => `${from_id} → ${to_id} ${yuanText(fen)}`);
  const make = async (kind: OrderKind, who = made.finance, payer_id = 'H', list?: string) => made.open(who, matterOfOrder(kind), payer_id, { year: 2025, list: list ?? (await proposal(kind, payer_id)).digest }, TODAY);
  const opened = async (kind: OrderKind, who = made.finance, payer_id = 'H'): Promise<number> => {
    const answer = await make(kind, who, payer_id);
    if (answer.outcome !== 'done') throw new Error(answer.outcome);
    return answer.matter_id;
  };
  const step = async (who: MadeActor, matter_id: number, act: string, details?: { number: string; on: PlainDate }, today = TODAY): Promise<string> => {
    const answer = await made.step(who, matter_id, act, { today, ...(details !== undefined && { details }), ...(act === 'fail' && { reason: '账号有误' }) });
    return answer.outcome !== 'refused' ? answer.outcome : answer.refusal.why === 'guard' ? `guard ${answer.refusal.guard.id}` : answer.refusal.why;
  };
  const paid = (number: string, on = TODAY) => ({ number, on });
  const balances = async () => new Map((await made.as.read((tx) => entriesBalance(tx))).map(({ account, debit, credit }) => [account, credit - debit]));

  test('one person makes it, another checks it; a list that changed is not passed, and there is one order of a kind at a time', async () => {
    expect(await told('tuition_share')).toEqual(['H → S 3960.00']);
    expect((await make('tuition_share', made.finance, 'H', 'a'.repeat(64))).outcome).toBe('list_changed');
    expect((await make('tuition_share', leader)).outcome).toBe('not_your_role');
    expect((await make('custody_refund')).outcome).toBe('unknown_subject');
    expect((await make('other_fee')).outcome).toBe('nothing_to_pay');
    const order = await opened('tuition_share');
    expect((await make('tuition_share')).outcome).toBe('open_already');
    expect(await step(made.finance, order, 'check')).toBe('same_person');
    expect(await step(leader, order, 'check')).toBe('done');
  });

  test('the bank’s confirmation enters the payment and posts it, once, on its day', async () => {
    const order = (await made.as.read((tx) => tx.arrays(`select matter_id from matters where region_id = $1 and kind = 'order_tuition_share' and state = 'checked'`, [made.region_id])))[0]?.[0] as bigint;
    expect(await step(made.finance, Number(order), 'confirm', paid('B-1', date('2025-11-21')))).toBe('guard order_payable');
    expect(await step(made.finance, Number(order), 'confirm', paid('B-1', date('2025-11-19')))).toBe('guard order_payable');
    expect(await step(made.finance, Number(order), 'confirm', paid('B-1'))).toBe('done');
    expect(await step(made.finance, Number(order), 'confirm', paid('B-2'))).toBe('closed');
    expect((await made.as.read((tx) => loadRows(tx, 'payments', {}))).map(({ payment_id, kind, amount_yuan }) => `${payment_id} ${kind} ${amount_yuan.n / amount_yuan.d}`)).toEqual([`F${order}-1 tuition_share 3960`]);
    const books = await balances();
    expect([books.get('clearing:tuition_share:S'), books.get('income:share:S'), books.get('share:H'), books.get('clearing:dorm:C')]).toEqual([0n, 396_000n, -396_000n, 120_000n]);
    expect(await told('tuition_share')).toEqual([]);
    const [document] = await made.as.read((tx) => tx.query<{ content: string }>(
      `select v.content from documents d join document_editions v using (region_id, document_id) where d.region_id = $1 and d.kind = 'tuition_settlement'`, [made.region_id]));
    expect((JSON.parse(document?.content ?? '{}') as { schools: object[] }).schools).toEqual([{ school: '学校', billed: '6600.00', collected: '6600.00', refunds: '0.00', net: '6600.00', ratio: '0.6', due: '3960.00', paid: '3960.00', difference: '0.00' }]);
  });

  test('a confirmation of the bank stands for one order; what the bank did not pay is due again', async () => {
    const dorm = await opened('dorm');
    expect(await step(made.checker, dorm, 'check')).toBe('done');
    expect(await step(made.finance, dorm, 'confirm', paid('B-1'))).toBe('guard bank_reference_new');
    expect(await step(made.finance, dorm, 'fail')).toBe('done');
    expect(await told('dorm')).toEqual(['H → C 1200.00']);
  });

  test('what was paid otherwise meanwhile is not paid again by the order', async () => {
    const custody = await opened('custody');
    expect(await step(made.checker, custody, 'check')).toBe('done');
    await made.import({ payments: [{ payment_id: 'HAND', kind: 'custody', from_id: 'H', to_id: 'C', academic_year: 2025, amount_yuan: '1', paid_on: '2025-11-20' }] });
    expect(await step(made.finance, custody, 'confirm', paid('B-3'))).toBe('guard order_payable');
    expect(await step(made.finance, custody, 'fail')).toBe('done');
    const again = await opened('custody');
    expect(await step(made.checker, again, 'check')).toBe('done');
    expect(await step(made.finance, again, 'confirm', paid('B-3'))).toBe('done');
    // What was entered by hand is posted by the next settlement.
    expect((await balances()).get('clearing:custody:C')).toBe(100n);
  });

  test('R4-g: a school settles custody money of who left; a payment of a closed month is posted in the next', async () => {
    const [maker, head] = [await made.somebody('school_finance', 'S'), await made.somebody('school_head', 'S')];
    expect(await told('custody_refund', 'S')).toEqual(['C → B 36.60']);
    const order = await opened('custody_refund', maker, 'S');
    expect(await step(head, order, 'check')).toBe('done');
    await made.as.write((tx) => closePeriod(tx, date('2025-11-01'), '2025-11-20T00:00:00Z' as Instant));
    expect(await step(maker, order, 'confirm', paid('S-1'))).toBe('done');
    const rows = await made.as.read((tx) => tx.arrays(`select valid_on::text, period::text, fen::text from ledger_entries where region_id = $1 and event = 'custody_refunded'`, [made.region_id]));
    expect(rows).toEqual([['2025-11-20', '2025-12-01', '3660']]);
    expect(await told('custody_refund', 'S')).toEqual([]);
  });

  test('the books are what the registers say, and verify finds nothing', async () => {
    expect((await made.as.write((tx) => settleYear(tx, scopeOf(2025, TODAY), rulesOn(TODAY)))).outcome).toBe('settled');
    const books = await balances();
    expect([books.get('clearing:custody:C'), books.get('clearing:tuition_share:S'), books.get('clearing:custody_held:C')]).toEqual([0n, 0n, 80_000n]);
    const findings = openFindings();
    await verifyLedger(store.db(), made.region_id, findings);
    expect(findings.list()).toEqual([]);
  });
});

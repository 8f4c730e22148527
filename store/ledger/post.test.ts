import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { applicationConnection } from '../application-role.ts';
import { eachDatabase } from '../../check/databases.ts';
import { date } from '../../core/values/plain-date.ts';
import { madeStore, type MadeRegion } from '../made-store.ts';
import { contextOf } from '../transaction.ts';
import { accountBalance, trialBalance } from './balances.ts';
import { closePeriod } from './close.ts';
import { imported, NOW, posted, posting } from './made-ledger.ts';

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => { give = resolve; });
  return { given, give: () => give() };
}

eachDatabase('the ledger', (database) => {
  const store = madeStore(database);
  let region: MadeRegion;
  const made = async (): Promise<MadeRegion> => imported(await store.region());
  beforeAll(async () => { region = await made(); });

  const balance = async (of: MadeRegion, account: string): Promise<bigint> => {
    const { debit, credit } = await of.as.read((tx) => accountBalance(tx, account));
    return credit - debit;
  };
  /** What the application's own role is told, in the region, with everything in reach. */
  const raw = async (of: MadeRegion, sql: string): Promise<string> => {
    const client = new pg.Client(applicationConnection(database.connection()));
    await client.connect();
    try {
      await client.query('begin');
      await client.query(contextOf(of.actor));
      await client.query(sql);
      await client.query('commit');
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  };
  const row = (given: Record<string, string> = {}): string => {
    const values: Record<string, string> = {
      region_id: String(region.actor.region_id), source: '7', part: '1', turn: '0', debit: `'bank:H'`, credit: `'tuition:H'`, fen: '100', event: `'receipt_tuition'`, clause: `'R4-b'`,
      year: '2025', period: `'2025-09-01'`, valid_on: `'2025-09-10'`, recorded_at: 'now()', recorded_by: `'x'`, scopes: `'{}'`, ...given,
    };
    return `insert into ledger_entries (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`;
  };

  test('takes what an act moves on both sides, and keeps what stands on each account', async () => {
    const own = await made();
    expect(await posted(own, posting('receipt_dorm', '1200.00'), posting('dorm_paid', '700.5'), posting('dorm_taken', '700.50'))).toBe('posted');
    expect([await balance(own, 'bank:H'), await balance(own, 'clearing:dorm:C'), await balance(own, 'bank:C'), await balance(own, 'income:dorm:C')]).toEqual([-49950n, 49950n, -70050n, 70050n]);
    const trial = await own.as.read((tx) => trialBalance(tx));
    expect(trial.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ['bank:C', 70050n, 0n], ['bank:H', 120000n, 70050n], ['clearing:dorm:C', 70050n, 120000n], ['income:dorm:C', 0n, 70050n]]);
  });

  test.each([['-0.01', 'not_above_zero'], ['0', 'not_above_zero'], ['0.001', 'too_many_decimals'], ['12,5', 'not_an_amount'], ['', 'not_an_amount']])('refuses the amount “%s” as %s, with all of its act', async (amount, refusal) => {
    expect(await posted(region, posting('receipt_other', '5.00'), posting('receipt_other', amount))).toBe(`${refusal} #1`);
    expect(await balance(region, 'clearing:other:C')).toBe(0n);
  });

  test('knows registered parties only', async () => {
    expect(await posted(region, posting('receipt_tuition', '1'), posting('receipt_tuition', '1', { holders: { college: 'H9' } }))).toBe('unknown_party #1 bank:H9');
    // A college is no campus, a person is nobody before the staff register names them.
    expect(await posted(region, posting('receipt_dorm', '1', { holders: { college: 'H', campus: 'S' } }))).toBe('unknown_party #0 clearing:dorm:S');
    expect(await posted(region, posting('lecture_due', '1', { holders: { campus: 'C', person: 'T1' } }))).toBe('unknown_party #0 payable:T1');
    expect(await balance(region, 'tuition:H')).toBe(0n);
  });

  test('pays what is due to the fen, and not one more', async () => {
    const own = await made();
    await posted(own, posting('grant_received', '1000.00'));
    expect(await posted(own, posting('grant_paid', '1000.01'))).toBe('above_due #0 clearing:grant:C');
    expect(await posted(own, posting('grant_paid', '600'), posting('grant_paid', '400.01'))).toBe('above_due #1 clearing:grant:C');
    expect(await posted(own, posting('grant_paid', '600'), posting('grant_paid', '400'))).toBe('posted');
    expect(await posted(own, posting('grant_paid', '0.01'))).toBe('above_due #0 clearing:grant:C');
    // Another year's money is no help, nor another campus's.
    await posted(own, posting('grant_received', '5', { year: 2026 }), posting('grant_received', '5', { holders: { college: 'H', campus: 'C2' } }));
    expect(await posted(own, posting('grant_paid', '0.01'))).toBe('above_due #0 clearing:grant:C');
  });

  test('returns to a student what is due to that student', async () => {
    const own = await made();
    await posted(own, posting('receipt_tuition', '100', { student_id: 'A' }), posting('refund_due_tuition', '30', { student_id: 'A' }), posting('refund_due_dorm', '1', { student_id: 'B' }));
    expect(await posted(own, posting('refund_paid', '30.01', { student_id: 'A' }))).toBe('above_due #0 refunds:H');
    expect(await posted(own, posting('refund_paid', '30', { student_id: 'A' }))).toBe('posted');
    expect(await posted(own, posting('refund_paid', '0.01', { student_id: 'A' }))).toBe('above_due #0 refunds:H');
    expect(await posted(own, posting('refund_paid', '1', { student_id: 'B' }))).toBe('posted');
  });

  test('posts a source once, also when two do so in the same moment', async () => {
    const own = await made();
    const once = posting('receipt_tuition', '10');
    expect(await posted(own, once)).toBe('posted');
    expect(await posted(own, once)).toBe('posted_already #0');
    expect(await posted(own, posting('receipt_tuition', '7'), { ...once, amount_yuan: '11' })).toBe('posted_already #0');
    const race = posting('receipt_tuition', '1');
    expect((await Promise.all(Array.from({ length: 4 }, () => posted(own, race)))).filter((one) => one === 'posted')).toEqual(['posted']);
    expect(await balance(own, 'tuition:H')).toBe(1100n);
  });

  test('never spends more of an earmark than there is, however many spend at once', async () => {
    const own = await made();
    const holders = { payer: 'G', campus: 'C', purpose: 'C:operations' };
    await posted(own, posting('earmark_given', '100.00', { holders }));
    const replies = await Promise.all(Array.from({ length: 12 }, () => posted(own, posting('earmark_spent', '30', { holders }))));
    expect(replies.filter((one) => one === 'posted').length).toBe(3);
    expect(new Set(replies)).toEqual(new Set(['posted', 'beyond_earmark #0 earmark:C:operations']));
    expect(await posted(own, posting('earmark_spent', '10.00', { holders }))).toBe('posted');
    expect(await posted(own, posting('earmark_spent', '0.01', { holders }))).toBe('beyond_earmark #0 earmark:C:operations');
    expect(await balance(own, 'earmark:C:operations')).toBe(0n);
  });

  test('takes nothing into a closed month; what comes late stands in the first open one, on its own day', async () => {
    const own = await made();
    const close = (period: string) => own.as.write((tx) => closePeriod(tx, date(period), NOW));
    await posted(own, posting('receipt_tuition', '1', { valid_on: date('2025-12-31') }));
    expect(await close('2025-12-01')).toEqual({ outcome: 'closed' });
    expect(await close('2025-11-01')).toEqual({ outcome: 'closed_already' });
    expect(await posted(own, posting('receipt_tuition', '2', { valid_on: date('2025-12-31'), period: date('2025-12-01') }))).toBe('period_closed #0');
    expect(await posted(own, posting('receipt_tuition', '2', { valid_on: date('2025-12-31') }), posting('receipt_tuition', '4', { valid_on: date('2026-02-01'), period: date('2026-02-01') }))).toBe('posted');
    const entries = await own.as.read((tx) => tx.query('select fen, period, valid_on from ledger_entries where region_id = $1 order by fen', [own.actor.region_id]));
    expect(entries).toEqual([
      { fen: 100n, period: '2025-12-01', valid_on: '2025-12-31' }, { fen: 200n, period: '2026-01-01', valid_on: '2025-12-31' }, { fen: 400n, period: '2026-02-01', valid_on: '2026-02-01' }]);
    const into = (period: string) => raw(own, row({ region_id: String(own.actor.region_id), period: `'${period}'` }));
    expect(await into('2025-12-01')).toMatch(/row-level security/);
    expect(await into('2026-01-01')).toBe('done');
    expect(await raw(own, `insert into ledger_closings values (${own.actor.region_id}, '2025-11-01', now(), 'x')`)).toBe('a later month is closed');
  });

  test('whoever posts into a month that is being closed waits, and comes late', async () => {
    const own = await made();
    await posted(own, posting('receipt_tuition', '1'));
    const [closed, released] = [signal(), signal()];
    const closing = own.as.write(async (tx) => {
      await closePeriod(tx, date('2025-09-01'), NOW);
      closed.give();
      await released.given;
    });
    await closed.given;
    let done = false;
    const late = posted(own, posting('receipt_tuition', '2')).finally(() => { done = true; });
    await new Promise((resolve) => { setTimeout(resolve, 150); });
    expect(done).toBe(false);
    released.give();
    expect([await late, await closing]).toEqual(['posted', undefined]);
    const periods = await own.as.read((tx) => tx.query('select fen, period from ledger_entries where region_id = $1 order by fen', [own.actor.region_id]));
    expect(periods).toEqual([{ fen: 100n, period: '2025-09-01' }, { fen: 200n, period: '2025-10-01' }]);
  });

  test('is balanced and kept by the database: no row is one-sided, changed or deleted, by whatever statement of the application', async () => {
    expect(await raw(region, row({ fen: '0' }))).toMatch(/check constraint/);
    expect(await raw(region, row({ fen: '-1' }))).toMatch(/check constraint/);
    expect(await raw(region, row({ credit: `'bank:H'` }))).toMatch(/check constraint/);
    expect(await raw(region, row({ credit: 'null' }))).toMatch(/null value/);
    expect(await raw(region, row())).toBe('done');
    expect(await raw(region, row())).toMatch(/duplicate key/);
    for (const sql of ['update ledger_entries set fen = 1', 'delete from ledger_entries', 'truncate ledger_entries', 'update ledger_totals set debit_fen = 1', 'insert into ledger_totals select * from ledger_totals',
      'alter table ledger_entries disable trigger user', `set local session_replication_role = 'replica'`, 'update ledger_closings set period = period']) expect(await raw(region, sql), sql).toMatch(/permission denied|must be owner/);
  });

  test('a correction is the reversal of what stands, fen by fen, and only then another posting', async () => {
    const back = { source: '8', turn: '1', debit: `'tuition:H'`, credit: `'bank:H'` };
    expect(await raw(region, row(back))).toBe('nothing to follow');
    expect(await raw(region, row({ source: '8' }))).toBe('done');
    expect(await raw(region, row({ ...back, fen: '99' }))).toBe('not a reversal');
    expect(await raw(region, row({ ...back, debit: `'bank:H'`, credit: `'tuition:H'` }))).toBe('not a reversal');
    expect(await raw(region, row({ source: '8', turn: '2' }))).toBe('nothing to follow');
    expect(await raw(region, row(back))).toBe('done');
    expect(await raw(region, row({ source: '8', turn: '2', fen: '90' }))).toBe('done');
  });

  test('tells what stood on a day, and as it was known on another', async () => {
    const own = await made();
    await posted(own, posting('receipt_tuition', '1', { valid_on: date('2025-09-10') }), posting('receipt_tuition', '2', { valid_on: date('2025-10-10') }));
    const credit = async (asked: Parameters<typeof trialBalance>[1]) => (await own.as.read((tx) => trialBalance(tx, asked))).find(({ account }) => account === 'tuition:H')?.credit;
    expect([await credit({ on: date('2025-10-09') }), await credit({ on: date('2025-10-10') }), await credit({ year: 2024 }), await credit({ known_on: date('2025-10-31') }), await credit({ known_on: date('2025-11-01') })])
      .toEqual([100n, 300n, undefined, undefined, 300n]);
  });

  test('is another region’s business nowhere', async () => {
    const other = await made();
    expect(await posted(region, posting('receipt_tuition', '10'))).toBe('posted');
    expect(await other.as.read((tx) => trialBalance(tx))).toEqual([]);
    expect(await raw(other, row())).toMatch(/row-level security/);
  });
});

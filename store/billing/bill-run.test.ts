import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { yuanText } from '../../core/values/fen.ts';
import { loadRows } from '../campus-rows.ts';
import { accountBalance } from '../ledger/balances.ts';
import { madeStore } from '../made-store.ts';
import { billRunOf, type BillRun } from './bill-run.ts';
import { BILLED, DUE, madeMoney, type MadeMoney } from './made-money.ts';

eachDatabase('R4-b: bills', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  beforeAll(async () => {
    made = await madeMoney(store.db());
  });
  const run = (classes: readonly string[] = []): Promise<BillRun> => made.as.read((tx) => tx.whole(async (whole) => {
    const found = await billRunOf(whole, { college_id: 'H', year: 2025, due_on: DUE, classes }, { pack: quzhou2024, today: BILLED });
    if (found === null) throw new Error('no rules');
    return found;
  }));
  /** Of the region's own students, whom every region has, nothing is told. */
  const told = ({ entries }: BillRun): string[] => entries.filter(({ student_id }) => !/^N\d/.test(student_id)).map(({ student_id, kind, fen, why }) => `${student_id} ${kind} ${fen === null ? why : yuanText(fen)}`);
  const propose = async (classes: readonly string[] = [], list?: string) => made.open(made.finance, 'bill_run', 'H', { year: 2025, on: DUE, classes, list: list ?? (await run(classes)).digest }, BILLED);
  const approve = async (matter_id: number, who = made.checker) => (await made.step(who, matter_id, 'approve', { today: BILLED }));
  const charges = async (): Promise<string[]> => (await made.as.read((tx) => loadRows(tx, 'charges', {}))).map(({ student_id, kind, amount_yuan, due_on }) => `${student_id} ${kind} ${amount_yuan.n / amount_yuan.d} ${due_on}`).sort();

  test('without a rate nobody is billed tuition, and of whom it is not known whether they board is not billed for the dormitory', async () => {
    expect(told(await run())).toEqual(['A tuition no_rate', 'A dorm no_rate', 'B tuition no_rate', 'U tuition no_rate', 'U dorm boarder_unknown']);
    expect((await propose(['K0', 'K1'])).outcome).toBe('nothing_to_bill');
  });

  test('a rate names the paper that approves it, and custody its items; it is whole fen above zero and of one’s own college', async () => {
    expect(await made.rate({ approval: ' ' })).toBe('approval_missing');
    expect(await made.rate({ kind: 'custody', amount_yuan: '800' })).toBe('items_missing');
    expect(await made.rate({ amount_yuan: '0' })).toBe('not_above_zero');
    expect(await made.rate({ amount_yuan: '6600.001' })).toBe('too_many_decimals');
    expect(await made.rate({ college_id: 'S' })).toBe('not_your_college');
    expect(await made.rate({ programme_id: 'Z' })).toBe('unknown_programme');
    expect(await made.rate({})).toBe('done');
    expect(await made.rate({ programme_id: 'P', amount_yuan: '7500' })).toBe('done');
    expect(await made.rate({ kind: 'dorm', amount_yuan: '1200' })).toBe('done');
    expect(await made.rate({ kind: 'custody', amount_yuan: '800', items: '教材、校服' })).toBe('done');
  });

  test('years 4 and 5 are billed by the rate of their programme, and nobody of years 1 to 3', async () => {
    expect(told(await run())).toEqual(['A tuition 7500.00', 'A dorm 1200.00', 'A custody 800.00', 'B tuition 7500.00', 'B custody 800.00', 'U tuition 7500.00', 'U dorm boarder_unknown', 'U custody 800.00']);
    expect(told(await run(['K0']))).toEqual(['A tuition 7500.00', 'A dorm 1200.00', 'A custody 800.00']);
  });

  test('one person proposes, another approves; a list that changed meanwhile is not approved', async () => {
    expect((await propose([], 'a'.repeat(64))).outcome).toBe('list_changed');
    const opened = await propose(['K0']);
    if (opened.outcome !== 'done') throw new Error(opened.outcome);
    expect(await approve(opened.matter_id, made.finance)).toMatchObject({ outcome: 'refused', refusal: { why: 'same_person' } });
    expect(await made.rate({ kind: 'dorm', amount_yuan: '1600' })).toBe('done');
    expect(await approve(opened.matter_id)).toMatchObject({ outcome: 'refused', refusal: { why: 'guard' } });
    expect(await charges()).toEqual([]);
    expect((await made.step(made.finance, opened.matter_id, 'drop', { today: BILLED })).outcome).toBe('done');
  });

  test('what is approved stands in the register and in the books, and is billed once', async () => {
    const first = await propose(['K0']);
    if (first.outcome !== 'done') throw new Error(first.outcome);
    expect((await approve(first.matter_id)).outcome).toBe('done');
    expect(await charges()).toEqual(['A custody 800 2025-09-30', 'A dorm 1600 2025-09-30', 'A tuition 7500 2025-09-30']);
    expect((await made.as.read((tx) => accountBalance(tx, 'receivable:H'))).debit).toBe(990_000n);
    expect((await propose(['K0'])).outcome).toBe('nothing_to_bill');
    const rest = await propose(['K0', 'K1']);
    if (rest.outcome !== 'done') throw new Error(rest.outcome);
    expect((await approve(rest.matter_id)).outcome).toBe('done');
    expect((await charges()).length).toBe(7);
    expect((await made.as.read((tx) => accountBalance(tx, 'receivable:H'))).debit).toBe(990_000n + 830_000n * 2n);
    expect((await made.see(rest.matter_id)).entries.at(-1)?.effects).toEqual([{ kind: 'bills', charges: 4, amount_fen: '1660000' }]);
  });
});

import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import { charge, receipt, spending } from '../../core/funding/made-year.ts';
import { matterOfOrder } from '../../core/orders/order-kinds.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { entriesBalance } from '../ledger/balances.ts';
import { madeStore } from '../made-store.ts';
import type { ImportReply } from '../import.ts';
import { proposalOf, settledOrder } from './order.ts';

const TODAY = date('2025-12-31');
const PAID: TypedSheets = { students: STUDENTS ?? [], charges: [charge('A', 'tuition', '6600')], receipts: [receipt('A', 'tuition', '6600')] };
const share = (tuition_share: string) => [{ school_id: 'S', college_id: 'H', tuition_share, from: '2024-09-01' }];

eachDatabase('money that cannot be right', (database) => {
  const store = madeStore(database);
  const fresh = (sheets: TypedSheets): Promise<MadeMoney> => madeMoney(store.db(), sheets);
  const told = (reply: ImportReply): string[] => (reply.outcome === 'problems' || reply.outcome === 'done' ? reply.problems.map(({ sheet, row, column, code, severity }) => `${sheet} ${row} ${column} ${code} ${severity}`) : [reply.outcome]);
  const counted = async (made: MadeMoney): Promise<unknown[]> => (await made.as.read((tx) => tx.arrays('select (select count(*)::int from register_receipts where region_id = $1), (select count(*)::int from ledger_entries where region_id = $1)', [made.region_id])))[0] ?? [];
  const proposed = (made: MadeMoney, kind: 'grant' | 'tuition_share') => made.as.read((tx) => tx.whole(async (whole) => {
    const found = await proposalOf(whole, { payer_id: 'H', kind, year: 2025 }, { pack: quzhou2024, today: TODAY });
    return found.outcome === 'proposed' ? found.lines.length : found.outcome;
  }));

  test('a receipt below zero or of a tenth of a fen is refused by its cell with every other row of the file, and nothing of the file is there', async () => {
    const made = await fresh(PAID);
    const before = await counted(made);
    expect(told(await made.import({ receipts: [receipt('B', 'tuition', '1'), receipt('B', 'tuition', '-1'), receipt('Z9', 'tuition', '1')] }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/receipts 3 amount_yuan negative error/), expect.stringMatching(/receipts 4 student_id unknown_reference error/)]));
    expect(told(await made.import({ receipts: [receipt('B', 'tuition', '0.001')] }))).toEqual(expect.arrayContaining([expect.stringMatching(/receipts 2 amount_yuan too_many_decimals error/)]));
    expect(await counted(made)).toEqual(before);
    expect(told(await made.import({ receipts: [receipt('B', 'tuition', '0.01')] }))).toEqual([]);
  });

  test('R4-c: a ratio a hundredth of a percent under the floor settles nothing, orders nothing; at the floor it does', async () => {
    const made = await fresh({ ...PAID, shares: share('59.99%') });
    expect(await proposed(made, 'tuition_share')).toBe('errors');
    expect((await made.open(made.finance, matterOfOrder('tuition_share'), 'H', { year: 2025, list: 'a'.repeat(64) }, TODAY)).outcome).not.toBe('done');
    const problems = await made.as.read((tx) => tx.whole(async (whole) => (await settledOrder(whole, { kind: 'tuition_share', year: 2025 }, { pack: quzhou2024, today: TODAY }))?.settlement.problems ?? []));
    expect(problems.map(({ sheet, column, code }) => `${sheet} ${column} ${code}`)).toContain('shares tuition_share below_floor');
    expect(await made.as.read((tx) => entriesBalance(tx))).toEqual([]);
    expect(await proposed(await fresh({ ...PAID, shares: share('60%') }), 'tuition_share')).toBe(1);
  });

  test('M5-d: without the standard of its own year a grant is not decided, requested or passed on; last year’s never stands in', async () => {
    const grant = (fiscal_year: number): TypedSheets => ({
      ...PAID, grant_standards: [{ college_id: 'H', fiscal_year, yuan_per_student: '15000', kind: 'actual' }], grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 120 }, { campus_id: 'C', on: '2025-10-31', students: 150 }],
      organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }],
      campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', payer_id: 'G', division_code: '330803', form: 'new_build', status: 'preparing' }],
    });
    const lineOf = (made: MadeMoney) => made.as.read((tx) => tx.whole(async (whole) => {
      const line = (await settledOrder(whole, { kind: 'grant', year: 2025 }, { pack: quzhou2024, today: TODAY }))?.settlement.lines.find(({ kind }) => kind === 'grant');
      return `${line?.outcome} ${line?.reason} ${line?.due}`;
    }));
    const request = async (made: MadeMoney): Promise<string> => {
      const opened = await made.open(made.finance, 'grant_request', 'H', { year: 2025 }, TODAY);
      if (opened.outcome !== 'done') return opened.outcome;
      const answer = await made.step(await made.somebody('college_leadership', 'H'), opened.matter_id, 'approve', { today: TODAY });
      return answer.outcome === 'refused' && answer.refusal.why === 'guard' ? `${answer.refusal.guard.id} ${answer.refusal.clause}` : answer.outcome;
    };
    const [without, with_it] = [await fresh(grant(2024)), await fresh(grant(2025))];
    expect([await lineOf(without), await lineOf(with_it)]).toEqual(['undetermined grant_standards null', 'unmet null 195000000']);
    expect([await request(without), await request(with_it)]).toEqual(['grant_request_due M5-d', 'done']);
    expect(await proposed(without, 'grant')).toBe(0);
  });

  test('R4-f: custody money spent on what the college’s list does not name is warned of by its cell', async () => {
    const made = await fresh(PAID);
    const off = { ...spending('A', '5'), spending_id: 'OFF', item: '空调费' };
    expect(told(await made.import({ custody_spending: [spending('A', '3'), off] }))).toEqual([]);
    expect(await made.rate({ kind: 'custody', amount_yuan: '800', items: '教材、校服' })).toBe('done');
    expect(told(await made.import({ custody_spending: [spending('A', '4', '2025-10-02'), { ...off, spending_id: 'OFF2' }] }))).toEqual(['custody_spending 3 item item_not_approved warning']);
  });
});

import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Close } from '../../core/approvals/matters/books-close.ts';
import { charge, receipt } from '../../core/funding/made-year.ts';
import { date } from '../../core/values/plain-date.ts';
import { openFindings } from '../audit-finding.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { closedThrough } from '../ledger/close.ts';
import { posting, postWithin } from '../ledger/made-ledger.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { madeStore } from '../made-store.ts';
import { idOfOpened, type MadeActor } from './made-matters.ts';

const budget = (category: string, amount_yuan: string) => ({ payer_id: 'G', campus_id: 'C', fiscal_year: 2026, category, amount_yuan });

eachDatabase('R4-g: closing of the books', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  let [office, bureau]: MadeActor[] = [];
  const fresh = async (): Promise<void> => {
    made = await madeMoney(store.db(), {
      students: STUDENTS ?? [], organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }],
      campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', payer_id: 'G', division_code: '330803', form: 'new_build', status: 'preparing' }],
      charges: [charge('A', 'tuition', '6600')], receipts: [receipt('A', 'tuition', '6600', '2025-09-30')], budgets: [budget('operation', '100')],
    });
    [office, bureau] = [await made.somebody('office'), await made.somebody('city_bureau')];
  };
  beforeAll(fresh);

  const proposed = async (on: string, value: Close, today: string): Promise<number> => idOfOpened(await made.open(office as MadeActor, 'books_close', '', { on: date(on), value }, date(today)));
  const close = async (on: string, value: Close, today: string, who = bureau): Promise<string> => {
    const matter_id = await proposed(on, value, today);
    const answer = await made.step(who as MadeActor, matter_id, 'close', { today: date(today) });
    if (answer.outcome === 'done') return 'done';
    await made.step(office as MadeActor, matter_id, 'drop', { today: date(today) });
    return answer.outcome !== 'refused' ? answer.outcome : answer.refusal.why === 'guard' ? (answer.refusal.detail?.en ?? answer.refusal.guard.id) : answer.refusal.why;
  };
  const through = () => made.as.read(closedThrough);
  const entries = (event: string) => made.as.read((tx) => tx.arrays('select valid_on::text, period::text, fen::text from ledger_lines where region_id = $1 and event = $2 order by valid_on', [made.region_id, event]));
  const run = () => made.as.read((tx) => tx.arrays('select academic_year, fiscal_year, as_of::text from ledger_runs where region_id = $1 order by run_id', [made.region_id]));

  test('a month is closed from the day after its last, by somebody else, once, and with it every month before', async () => {
    expect(await close('2025-09-01', 'month', '2025-09-30')).toBe('The month is not over');
    expect(await close('2025-09-01', 'month', '2025-10-01', office)).toBe('same_person');
    expect(await through()).toBeNull();
    expect(await close('2025-09-30', 'month', '2025-10-01')).toBe('done');
    expect(await through()).toBe('2025-09-01');
    expect([await close('2025-09-01', 'month', '2025-10-02'), await close('2025-08-01', 'month', '2025-10-02')]).toEqual(['The month is closed already', 'The month is closed already']);
    // A month is closed as it stands: nothing of the registers was posted for it.
    expect([await run(), await entries('receipt_tuition')]).toEqual([[], []]);
  });

  test('an act that asks for the closed month is refused; one that comes late goes to the first open month and keeps its day', async () => {
    const post = (on: string, period?: string) => made.as.write(async (tx) => (await postWithin(tx, posting('receipt_dorm', '1', { student_id: 'A', valid_on: date(on), ...(period !== undefined && { period: date(period) }) }))));
    expect(await post('2025-09-30', '2025-09-30')).toMatchObject({ outcome: 'refused', refusal: 'period_closed' });
    expect((await post('2025-10-01', '2025-10-01')).outcome).toBe('posted');
    expect((await post('2025-09-30')).outcome).toBe('posted');
    expect(await entries('receipt_dorm')).toEqual([['2025-09-30', '2025-10-01', '100'], ['2025-10-01', '2025-10-01', '100']]);
  });

  test('a term is settled as of its day from the registers, earmarks are brought up, and then its month is closed', async () => {
    await fresh();
    expect(await close('2025-09-30', 'month', '2025-10-01')).toBe('done');
    await made.import({ receipts: [receipt('B', 'tuition', '6000', '2026-01-31'), receipt('N', 'tuition', '1', '2026-02-01')] });
    expect(await close('2026-01-31', 'term', '2026-01-31')).toBe('The month is not over');
    expect(await close('2026-01-31', 'term', '2026-02-01')).toBe('done');
    expect([await through(), await run()]).toEqual(['2026-01-01', [[2025, 2026, '2026-01-31']]]);
    // What was received in September was not posted while it was open: it is in October with its own day. February has not come.
    expect(await entries('receipt_tuition')).toEqual([['2025-09-30', '2025-10-01', '660000'], ['2026-01-31', '2026-01-01', '600000']]);
    expect(await entries('earmark_given')).toEqual([['2026-01-01', '2026-01-01', '10000']]);
  });

  test('a year is settled on its last day; what its registers get wrong holds it open, and is told', async () => {
    await made.import({ receipts: [receipt('U', 'dorm', '5', '2026-02-01'), receipt('U', 'dorm', '4', '2026-08-31'), receipt('U', 'dorm', '3', '2026-09-01')], budgets: [budget('equipment', '7')] });
    expect(await close('2026-08-31', 'year', '2026-09-01')).toBe('The registers have errors');
    expect(await through()).toBe('2026-01-01');
  });

  test('what comes in for a year that is closed is posted when the next is, in the first open month; verify finds nothing', async () => {
    await fresh();
    expect(await close('2026-08-31', 'year', '2026-08-31')).toBe('The month is not over');
    expect(await close('2026-08-31', 'year', '2026-09-01')).toBe('done');
    await made.import({ receipts: [receipt('B', 'tuition', '6000', '2026-08-31')], budgets: [budget('equipment', '7')] });
    expect(await close('2027-01-31', 'term', '2027-02-01')).toBe('done');
    expect([await through(), (await run()).at(-1)]).toEqual(['2027-01-01', [2025, 2026, '2027-01-31']]);
    expect(await entries('receipt_tuition')).toEqual([['2025-09-30', '2025-09-01', '660000'], ['2026-08-31', '2026-09-01', '600000']]);
    expect(await entries('earmark_given')).toEqual([['2026-01-01', '2026-01-01', '10000'], ['2026-01-01', '2026-09-01', '700']]);
    const findings = openFindings();
    await verifyLedger(store.db(), made.region_id, findings);
    expect(findings.list()).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import type { TypedRow, TypedSheets } from '../core/check/made-dataset.ts';
import { studentRow } from '../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { dutyWorld } from './made-duties.ts';
import { madeStore } from './made-store.ts';
import { programActor } from './program-actor.ts';

const { duties, parameters } = DEFAULT_PACK;
const payment = (kind: string, to_id: string, amount_yuan: string, paid_on: string, given: TypedRow = {}): TypedRow =>
  ({ payment_id: `${kind}${paid_on}${to_id}${amount_yuan}`, kind, from_id: 'H', to_id, amount_yuan, paid_on, academic_year: 2024, ...given });
const receipt = (kind: string, received_on: string, amount_yuan: string): TypedRow => ({ receipt_id: `${kind}${received_on}`, student_id: 'T1', academic_year: 2024, kind, amount_yuan, received_on });
const charge = (kind: string, amount_yuan: string): TypedRow => ({ student_id: 'T1', academic_year: 2024, kind, amount_yuan, due_on: '2024-09-10' });

eachDatabase('duties of the relay of money', (database) => {
  const store = madeStore(database);
  const of = async (sheets: TypedSheets, duty: string, today: string): Promise<string[]> => {
    const region = await store.region();
    await region.as.write((tx) => setGoLive(tx, date('2024-01-01')));
    const reply = await region.import({ ...dutyWorld(), students: [studentRow('T1', { from: '2024-09-01' })], ...sheets });
    expect(reply.outcome, JSON.stringify(reply)).toBe('done');
    const { region_id } = region.actor;
    await reckonDuties(store.db(), region_id, { today: date(today), duties: duties.filter(({ id }) => id === duty), parameters });
    const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays(
      'select d.opened_on, d.due_on, d.closed_on, d.owed_by[1] from duties d where d.duty = $1 and d.region_id = $2 and not d.lifted order by 1, 2, 3', [duty, region_id]));
    return rows.map(([opened, due, closed, owner]) => `${String(opened)} ${String(due)} ${closed === null ? 'open' : String(closed)} ${String(owner)}`);
  };

  test('R4-e: fees that came in are passed on within thirty days, to the fen', async () => {
    const came = { receipts: [receipt('dorm', '2024-09-10', '1200'), receipt('custody', '2024-09-12', '800')] };
    expect(await of(came, 'fees_pass_on', '2024-10-31')).toEqual(['2024-09-10 2024-10-10 open college_finance@H', '2024-09-12 2024-10-12 open college_finance@H']);
    expect(await of({ ...came, payments: [payment('dorm', 'C', '1199.99', '2024-10-10'), payment('custody', 'C', '800', '2024-10-12')] }, 'fees_pass_on', '2024-10-31'))
      .toEqual(['2024-09-10 2024-10-10 open college_finance@H', '2024-09-12 2024-10-12 2024-10-12 college_finance@H']);
    expect(await of({ ...came, payments: [payment('dorm', 'C', '1199.99', '2024-10-10'), payment('fee_refund', 'T1', '0.01', '2024-10-11', { of: 'dorm' })] }, 'fees_pass_on', '2024-10-31'))
      .toEqual(['2024-09-10 2024-10-10 2024-10-11 college_finance@H', '2024-09-12 2024-10-12 open college_finance@H']);
  });

  test('R4-b: who left is refunded within fifteen days, what is due to the fen, and nobody of whom nothing is', async () => {
    const left = (on: string): TypedSheets => ({ departures: [{ student_id: 'T1', on, kind: 'withdrawn' }], charges: [charge('tuition', '6600')], receipts: [receipt('tuition', '2024-09-10', '6600')] });
    const refund = (amount: string, on: string): TypedSheets => ({ payments: [payment('fee_refund', 'T1', amount, on, { of: 'tuition' })] });
    expect(await of(left('2024-12-04'), 'fee_refund', '2024-12-31')).toEqual(['2024-12-04 2024-12-19 open college_finance@H']);
    expect(await of({ ...left('2024-12-04'), ...refund('3959.99', '2024-12-19') }, 'fee_refund', '2024-12-31')).toEqual(['2024-12-04 2024-12-19 open college_finance@H']);
    expect(await of({ ...left('2024-12-04'), ...refund('3960', '2024-12-19') }, 'fee_refund', '2024-12-31')).toEqual(['2024-12-04 2024-12-19 2024-12-19 college_finance@H']);
    expect(await of(left('2025-06-30'), 'fee_refund', '2025-07-31')).toEqual([]);
    expect(await of({ ...left('2024-12-04'), receipts: [receipt('tuition', '2024-09-10', '2640')] }, 'fee_refund', '2024-12-31')).toEqual([]);
  });

  test('M5-e: a quarter of the grant is there by the end of each quarter, by last year’s heads', async () => {
    const sheets: TypedSheets = {
      grant_standards: [{ fiscal_year: 2025, college_id: 'H', yuan_per_student: '12000' }], grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 10 }],
    };
    const paid = (...rows: [string, string][]): TypedSheets => ({ ...sheets, grant_receipts: rows.map(([amount_yuan, received_on]) => ({ receipt_id: received_on, campus_id: 'C', fiscal_year: 2025, amount_yuan, received_on })) });
    expect(await of(sheets, 'grant_quarter', '2025-04-02')).toEqual(['2025-01-01 2025-03-31 open finance_bureau@G', '2025-04-01 2025-06-30 open finance_bureau@G']);
    expect(await of(paid(['29999.99', '2025-03-31']), 'grant_quarter', '2025-03-31')).toEqual(['2025-01-01 2025-03-31 open finance_bureau@G']);
    expect(await of(paid(['30000', '2025-03-31']), 'grant_quarter', '2025-03-31')).toEqual(['2025-01-01 2025-03-31 2025-03-31 finance_bureau@G']);
    // More heads in autumn make the year's sum higher, and no quarter that was full is short of anything.
    const more = paid(['30000', '2025-03-31'], ['30000', '2025-06-30'], ['30000', '2025-09-30']);
    const grown = { ...more, grant_headcounts: [...sheets.grant_headcounts ?? [], { campus_id: 'C', on: '2025-10-31', students: 20 }] };
    expect(await of(grown, 'grant_quarter', '2025-12-31')).toEqual(['2025-01-01 2025-03-31 2025-03-31 finance_bureau@G', '2025-04-01 2025-06-30 2025-06-30 finance_bureau@G', '2025-07-01 2025-09-30 2025-09-30 finance_bureau@G']);
    expect(await of(paid(['60000', '2025-03-31']), 'grant_quarter', '2025-04-02')).toEqual(['2025-01-01 2025-03-31 2025-03-31 finance_bureau@G', '2025-04-01 2025-06-30 2025-04-01 finance_bureau@G']);
  });
});

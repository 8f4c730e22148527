import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../check/databases.ts';
import { ledgerTwin } from '../../../check/prove/ledger-twin.ts';
import type { TypedSheets } from '../../../core/check/made-dataset.ts';
import { charge, payment, PLACES, receipt, rulesOn, spending, student } from '../../../core/funding/made-year.ts';
import { scopeOf } from '../../../core/funding/scope.ts';
import { date } from '../../../core/values/plain-date.ts';
import { loadRows } from '../../campus-rows.ts';
import { madeStore, type MadeRegion } from '../../made-store.ts';
import { correctRecord } from '../../register-changes.ts';
import { accountBalance } from '../balances.ts';
import { closePeriod } from '../close.ts';
import { imported, NOW, posting, postWithin } from '../made-ledger.ts';
import { settleYear } from './settle-year.ts';

const TWINS = 12;
const SEED = Date.now() % 1_000_000_000;

const YEAR: TypedSheets = {
  ...PLACES,
  students: [student('A'), student('B')],
  departures: [{ student_id: 'B', on: '2025-12-04', kind: 'withdrawn' }],
  charges: [charge('A', 'tuition', '6600'), charge('B', 'tuition', '6600'), charge('A', 'dorm', '1200'), charge('A', 'custody', '800')],
  receipts: [receipt('A', 'tuition', '6600'), receipt('B', 'tuition', '6600'), receipt('A', 'dorm', '1200'), receipt('A', 'custody', '800')],
  custody_spending: [spending('A', '763.40')],
  payments: [payment('tuition_share', 'H', 'S', '5000', '2026-01-31'), payment('dorm', 'H', 'C', '1200', '2025-10-01')],
};

eachDatabase('the year in the books', (database) => {
  const store = madeStore(database);
  const settle = (of: MadeRegion, on = '2026-08-31') => of.as.write((tx) => settleYear(tx, scopeOf(2025, date(on), 2025), rulesOn(on, 2025, 2025)));
  const balance = async (of: MadeRegion, account: string): Promise<string> => {
    const { debit, credit } = await of.as.read((tx) => tx.whole((whole) => accountBalance(whole, account)));
    return String(credit - debit);
  };
  const made = async (): Promise<MadeRegion> => imported(await store.region(), YEAR);
  let region: MadeRegion;
  beforeAll(async () => { region = await made(); });

  test('is posted from the registers, settled twice as once, with what the rules find due', async () => {
    expect(await settle(region)).toMatchObject({ outcome: 'settled', posted: 11, reversed: 0 });
    // 13 200 received, 3 960 of it due back to who left after four months: 60 % of the rest is 5 544.
    expect([await balance(region, 'tuition:H'), await balance(region, 'refunds:H'), await balance(region, 'clearing:tuition_share:S'), await balance(region, 'clearing:dorm:C'), await balance(region, 'clearing:custody_held:C')])
      .toEqual(['924000', '396000', '54400', '0', '-76340']);
    expect(await settle(region)).toEqual({ outcome: 'unchanged' });
  });

  test('a corrected record is reversed and posted again, with all that follows from it, a day later as well as before', async () => {
    const own = await made();
    await settle(own);
    const [row] = await own.as.read((tx) => loadRows(tx, 'receipts', {}, `r.kind = 'tuition' and r.student_id = $2`, 'A'));
    const reply = await own.as.write((tx) => correctRecord(tx, 'receipts', row?.row ?? 0, { ...receipt('A', 'tuition', '6599.99'), receipt_id: row?.receipt_id ?? '' } as never));
    expect(reply.outcome).toBe('done');
    // The receipt and the share that follows from it: 60 % of 9 239.99 is rounded up to 5 544.00, so that the share stands.
    expect(await settle(own)).toMatchObject({ outcome: 'settled', posted: 1, reversed: 1 });
    expect([await balance(own, 'tuition:H'), await balance(own, 'clearing:tuition_share:S')]).toEqual(['923999', '54400']);
    expect(await settle(own)).toEqual({ outcome: 'unchanged' });
  });

  test('what an act posted already is not posted again', async () => {
    const own = await made();
    const [row] = await own.as.read((tx) => loadRows(tx, 'receipts', {}, `r.kind = 'dorm' and r.student_id = $2`, 'A'));
    const reply = await own.as.write((tx) => postWithin(tx, posting('receipt_dorm', '1200', { source: BigInt(row?.row ?? 0), student_id: 'A' })));
    expect(reply.outcome).toBe('posted');
    expect(await settle(own)).toMatchObject({ outcome: 'settled', posted: 10, reversed: 0 });
    expect(await balance(own, 'clearing:dorm:C')).toBe('0');
  });

  test('of months that are closed stands in the first open one', async () => {
    const own = await made();
    await own.as.write((tx) => closePeriod(tx, date('2025-10-01'), NOW));
    await settle(own);
    const rows = await own.as.read((tx) => tx.whole((whole) => whole.query('select distinct period::text, valid_on::text from ledger_lines where region_id = $1 order by 1, 2', [own.actor.region_id])));
    expect(rows.map((row) => Object.values(row as object).join(' '))).toEqual([
      '2025-11-01 2025-09-10', '2025-11-01 2025-10-01', '2025-12-01 2025-12-04', '2026-01-01 2026-01-31', '2026-08-01 2026-08-31']);
  });

  test.each(['tuition', 'custody'] as const)('with an error posts nothing, and names it as the rules do, also of whoever is charged for %s alone', async (kind) => {
    const own = await imported(await store.region(), { ...YEAR, payments: [payment('dorm', 'S', 'C', '1', '2025-10-01')], charges: [charge('Z', kind, '1')], receipts: [], students: [student('A'), student('B'), student('Z', { stage: 'secondary', grade: 3, campus_id: '' })] });
    const reply = await settle(own);
    expect(reply.outcome === 'problems' ? reply.problems.map(({ sheet, code, value }) => [sheet, code, value]) : reply).toEqual([['charges', 'not_higher_stage', 'Z'], ['payments', 'wrong_party', 'S']]);
    expect(await own.as.read((tx) => tx.whole((whole) => whole.query('select * from ledger_lines where region_id = $1', [own.actor.region_id])))).toEqual([]);
  });

  test('a receipt or spending of no money posts nothing, and whose it is still has to have a place', async () => {
    const nothing = (student_id: string): TypedSheets => ({ ...YEAR, students: [student('A'), student('B'), student('Y')],
      receipts: [...YEAR.receipts ?? [], receipt(student_id, 'tuition', '0')], custody_spending: [...YEAR.custody_spending ?? [], spending(student_id, '0')] });
    expect(await settle(await imported(await store.region(), nothing('Y')))).toMatchObject({ outcome: 'settled', posted: 11, reversed: 0 });
    for (const sheet of ['receipts', 'custody_spending'] as const) {
      const stranger = student('Z', { stage: 'secondary', grade: 3, campus_id: '' });
      const own = await imported(await store.region(), { ...YEAR, students: [student('A'), student('B'), stranger], [sheet]: nothing('Z')[sheet] ?? [] });
      const reply = await settle(own);
      expect(reply.outcome === 'problems' ? reply.problems.map(({ sheet: of, code, value }) => [of, code, value]) : reply).toEqual([[sheet, 'not_higher_stage', 'Z']]);
    }
  });

  test('sums of fen are whole fen, and what would not fit is refused', async () => {
    const sum = (...fen: string[]) => region.as.read((tx) => tx.query<{ sum: bigint | null }>('select sum_fen(fen) as sum from unnest($1::bigint[]) as x(fen)', [fen]));
    expect([await sum(), await sum('9223372036854775806', '1')]).toEqual([[{ sum: null }], [{ sum: 9223372036854775807n }]]);
    await expect(sum('9223372036854775807', '1')).rejects.toThrow('bigint out of range');
  });

  test(`comes to what the rules say of ${TWINS} random years, to the fen, from seed ${SEED}`, async () => {
    const outcomes = new Map<string, number>();
    for (let seed = SEED; seed < SEED + TWINS; seed += 1) {
      const { outcome, differences } = await ledgerTwin(store.db(), seed);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(differences, `seed ${seed}`).toEqual([]);
    }
    expect(outcomes.get('settled') ?? 0).toBeGreaterThan(TWINS / 3);
  });
});

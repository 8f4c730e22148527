import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { charge, payment, PLACES, receipt, rulesOn, spending, student } from '../../core/funding/made-year.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { date } from '../../core/values/plain-date.ts';
import { openFindings } from '../audit-finding.ts';
import { loadRows } from '../campus-rows.ts';
import { madeStore, type MadeRegion } from '../made-store.ts';
import { correctRecord } from '../register-changes.ts';
import { imported, posted, posting } from './made-ledger.ts';
import { verifyLedger } from './verify.ts';
import { settleYear } from './year/settle-year.ts';

eachDatabase('verification of the books', (database) => {
  const store = madeStore(database);
  const settle = (of: MadeRegion) => of.as.write((tx) => settleYear(tx, scopeOf(2025, date('2026-08-31'), 2025), rulesOn('2026-08-31', 2025, 2025)));
  const found = async ({ actor }: MadeRegion): Promise<string[]> => {
    const findings = openFindings();
    await verifyLedger(store.db(), actor.region_id, findings);
    return findings.list().map(({ what, about }) => `${what} ${about}`.replaceAll(/ledger\/\d+ |(?<= )\d+(?=\/)/g, ''));
  };
  const made = async (): Promise<MadeRegion> => {
    const region = await imported(await store.region(), {
      ...PLACES, students: [student('A'), student('B')], departures: [{ student_id: 'B', on: '2025-12-04', kind: 'withdrawn' }],
      charges: [charge('A', 'tuition', '6600'), charge('B', 'tuition', '6600')], receipts: [receipt('A', 'tuition', '6600'), receipt('B', 'tuition', '6600'), receipt('A', 'custody', '800')],
      custody_spending: [spending('A', '763.40')], payments: [payment('tuition_share', 'H', 'S', '5544', '2026-01-31')],
    });
    expect((await settle(region)).outcome).toBe('settled');
    return region;
  };
  /** As whoever holds the database itself could. */
  const change = async ({ actor }: MadeRegion, sql: string): Promise<void> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try {
      await client.query(`begin; set local session_replication_role = replica; ${sql} and region_id = ${actor.region_id}; commit`);
    } finally {
      await client.end();
    }
  };
  let whole: MadeRegion;
  beforeAll(async () => { whole = await made(); });

  test('finds nothing in books that stand as the records say, also after later records, acts and settlements', async () => {
    expect(await found(whole)).toEqual([]);
    const [row] = await whole.as.read((tx) => loadRows(tx, 'receipts', {}, 'r.student_id = $2', 'B'));
    const values = { ...receipt('B', 'tuition', '6000'), receipt_id: row?.receipt_id ?? '' };
    expect((await whole.as.write((tx) => correctRecord(tx, 'receipts', row?.row ?? 0, values as never))).outcome).toBe('done');
    expect(await found(whole)).toEqual([]);
    expect(await settle(whole)).toMatchObject({ outcome: 'settled' });
    expect(await found(whole)).toEqual([]);
  });

  test('M5-g: names an earmark that no budget gives', async () => {
    const region = await made();
    expect(await posted(region, posting('earmark_given', '5', { holders: { payer: 'G', purpose: 'C:operation' } }))).toBe('posted');
    expect(await found(region)).toEqual(['posting_differs earmark:C:operation earmark_given /1: 5.00 ≠ –']);
  });

  test.each([
    ['a total', `update ledger_totals set credit_fen = credit_fen + 1 where account = 'tuition:H'`, ['balance_differs tuition:H 2025: 9240.01 ≠ 9240.00']],
    ['an amount', `update ledger_cards set fens = array_replace(fens, 76340, 76341) where student_id = 'A'`,
      ['balance_differs bank:C 2025: 763.40 ≠ 763.41', 'balance_differs clearing:custody_held:C 2025: -763.40 ≠ -763.41', 'posting_differs custody_spent 1: 763.41 ≠ 763.40']],
    ['an amount of an entry', `update ledger_entries set fen = fen + 1 where event = 'share_due'`,
      ['balance_differs clearing:tuition_share:S 2025: 0.00 ≠ 0.01', 'balance_differs share:H 2025: -5544.00 ≠ -5544.01', 'posting_differs share_due 1: 5544.01 ≠ 5544.00']],
    ['a record that stands twice', `update ledger_cards set sources = array_append(sources, sources[1]), events = array_append(events, events[1]), fens = array_append(fens, fens[1]), days = array_append(days, days[1]) where student_id = 'B'`,
      ['balance_differs bank:H 2025: -8456.00 ≠ -15056.00', 'balance_differs tuition:H 2025: 9240.00 ≠ 15840.00', 'posting_differs stands twice 1']],
    ['a record', `update register_custody_spending set amount_yuan = 763.39 where student_id = 'A'`, ['posting_differs custody_spent 1: 763.40 ≠ 763.39']],
    ['what a rule came to', `update ledger_results set fen = fen + 1 where event = 'share_due'`, ['result_differs share_due 2025 ["H","S"]: 5544.01 ≠ 5544.00']],
    ['a deleted entry', `delete from ledger_entries where event = 'share_due'`,
      ['balance_differs clearing:tuition_share:S 2025: 0.00 ≠ -5544.00', 'balance_differs share:H 2025: -5544.00 ≠ 0.00', 'posting_differs share_due 1: – ≠ 5544.00']],
    ['an agreed share', `update register_shares set tuition_share = 0.7 where true`, ['result_differs share_due 2025 ["H","S"]: 5544.00 ≠ 6468.00', 'posting_differs share_due 1: 5544.00 ≠ 6468.00']],
  ])('names where %s was changed', async (_, sql, expected) => {
    const region = await made();
    await change(region, sql);
    expect((await found(region)).map((one) => one.replace(/ \/(?=\d)/, ' '))).toEqual(expected);
  });
});

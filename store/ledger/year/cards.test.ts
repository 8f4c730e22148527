import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../check/databases.ts';
import { accountsOf, CARD_EVENTS, EVENTS, type EventName } from '../../../core/funding/events.ts';
import { charge, PLACES, receipt, rulesOn, spending, student } from '../../../core/funding/made-year.ts';
import { scopeOf } from '../../../core/funding/scope.ts';
import { date } from '../../../core/values/plain-date.ts';
import { applicationConnection } from '../../application-role.ts';
import { loadRows } from '../../campus-rows.ts';
import { madeStore, type MadeRegion } from '../../made-store.ts';
import { contextOf } from '../../transaction.ts';
import { closePeriod } from '../close.ts';
import { entriesOn } from '../entries-page.ts';
import { HOLDERS, imported, NOW, posted, posting } from '../made-ledger.ts';
import type { Posting } from '../post.ts';
import { settleYear } from './settle-year.ts';

eachDatabase('cards of students', (database) => {
  const store = madeStore(database);
  const settled = async (...before: Posting[]): Promise<MadeRegion> => {
    const region = await imported(await store.region(), {
      ...PLACES, students: [student('A'), student('B')],
      charges: [charge('A', 'tuition', '6600'), charge('A', 'dorm', '1200'), charge('A', 'other', '300'), charge('B', 'tuition', '6600')],
      receipts: [receipt('A', 'tuition', '6600'), receipt('A', 'dorm', '1200'), receipt('A', 'custody', '800'), receipt('A', 'other', '300'), receipt('B', 'tuition', '6600')],
      custody_spending: [spending('A', '763.40')],
    });
    if (before.length > 0) expect(await posted(region, ...before)).toBe('posted');
    const reply = await region.as.write((tx) => settleYear(tx, scopeOf(2025, date('2026-08-31'), 2025), rulesOn('2026-08-31', 2025, 2025)));
    // What no record of the registers tells of is taken back; bills are in no settlement.
    expect(reply).toMatchObject({ outcome: 'settled', reversed: before.filter(({ event }) => event !== 'billed_tuition').length });
    return region;
  };
  /** As the application, past the program. */
  const raw = async (of: MadeRegion, ...statements: string[]): Promise<string> => {
    const client = new pg.Client(applicationConnection(database.connection()));
    await client.connect();
    try {
      await client.query('begin');
      await client.query(contextOf(of.actor));
      for (const sql of statements) await client.query(sql);
      await client.query('rollback');
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  };
  const ofYear = (year: number): string => `set local app.card_year = '${year}'`;
  const card = (of: MadeRegion, given: Record<string, string> = {}): string => {
    const values = { region_id: String(of.actor.region_id), year: '2024', student_id: `'A'`, college_id: `'H'`, campus_id: `'C'`, sources: `'{7,8}'`, events: `'{3,5}'`, fens: `'{100,1}'`,
      days: `'{2024-09-10,2024-10-10}'`, open_from: 'null', recorded_at: 'now()', recorded_by: `'x'`, scopes: `'{}'`, ...given };
    return `insert into ledger_cards (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`;
  };
  let region: MadeRegion;
  beforeAll(async () => { region = await settled(); });

  test('hold what came in and was spent, each line on the accounts and under the clause of its event', async () => {
    const lines = await region.as.read((tx) => tx.query<{ event: EventName; debit: string; credit: string; clause: string; fen: bigint }>(
      `select event, debit, credit, clause, fen from ledger_lines where region_id = $1 and student_id = 'A' order by event`, [region.actor.region_id]));
    expect(lines).toEqual([76340n, 80000n, 120000n, 30000n, 660000n].map((fen, at) => {
      const event = CARD_EVENTS[at] as EventName;
      return { event, ...accountsOf(event, HOLDERS), clause: EVENTS[event].clause, fen };
    }));
    const one = await region.as.read((tx) => tx.arrays('select student_id, cardinality(sources) from ledger_cards where region_id = $1 order by 1', [region.actor.region_id]));
    expect(one).toEqual([['A', 5], ['B', 1]]);
  });

  test('stand on their accounts page by page, as entries do', async () => {
    const [first] = await region.as.read((tx) => entriesOn(tx, { account: 'tuition:H', limit: 1 }));
    const after = `${first?.recorded_at} ${first?.source} ${first?.part} ${first?.turn}`;
    const rest = await region.as.read((tx) => entriesOn(tx, { account: 'tuition:H', after, limit: 9 }));
    expect([first, ...rest].map((entry) => [entry?.student_id, entry?.given, entry?.fen, entry?.other]).toSorted()).toEqual([['A', true, '660000', 'bank:H'], ['B', true, '660000', 'bank:H']]);
  });

  test('keep an act from posting a record again; one that stands on no card is posted', async () => {
    const [row] = await region.as.read((tx) => loadRows(tx, 'receipts', {}, `r.kind = 'dorm' and r.student_id = $2`, 'A'));
    expect(await posted(region, posting('receipt_dorm', '1200', { source: BigInt(row?.row ?? 0), student_id: 'A' }))).toBe('posted_already #0');
    expect(await posted(region, posting('receipt_dorm', '1', { student_id: 'A' }))).toBe('posted');
  });

  test('are opened beside bills and grants of the year, and not beside fees', async () => {
    const cards = async (of: MadeRegion): Promise<number> => (await of.as.read((tx) => tx.arrays('select 1 from ledger_cards where region_id = $1', [of.actor.region_id]))).length;
    expect(await cards(await settled(posting('billed_tuition', '6600', { student_id: 'A' }), posting('grant_received', '5')))).toBe(2);
    expect(await cards(await settled(posting('receipt_other', '5', { student_id: 'A' })))).toBe(0);
  });

  test('are opened only in a year of which nothing stands, and only in the year that is said', async () => {
    expect(await raw(region, ofYear(2025), card(region, { year: '2025', student_id: `'Z'` }))).toBe('something of the year stands already');
    expect(await raw(region, ofYear(2024), card(region, { year: '2025', student_id: `'Z'` }))).toMatch(/row-level security/);
    expect(await raw(region, ofYear(2024), card(region))).toBe('done');
    expect(await raw(region, ofYear(2024), card(region), card(region))).toMatch(/duplicate key/);
  });

  test.each([
    ['without lines', { sources: `'{}'`, events: `'{}'`, fens: `'{}'`, days: `'{}'` }], ['a line without an amount', { fens: `'{100}'` }], ['nothing', { fens: `'{100,0}'` }], ['less than nothing', { fens: `'{100,-1}'` }],
    ['an amount that is missing', { fens: `'{100,null}'` }], ['an event that is none', { events: `'{3,6}'` }], ['a day that is missing', { days: `'{2024-09-10,null}'` }],
  ])('are not written with %s', async (_, given) => expect(await raw(region, ofYear(2024), card(region, given))).toMatch(/check constraint/));

  test('post nothing in a month that is closed', async () => {
    const own = await imported(await store.region());
    await own.as.write((tx) => closePeriod(tx, date('2024-09-01'), NOW));
    expect(await raw(own, ofYear(2024), card(own))).toMatch(/row-level security/);
    expect(await raw(own, ofYear(2024), card(own, { open_from: `'2024-09-01'` }))).toMatch(/row-level security/);
    expect(await raw(own, ofYear(2024), card(own, { open_from: `'2024-10-01'` }))).toBe('done');
  });

  test('are kept as they are, read by whoever reads the student’s fees, and by no other region', async () => {
    for (const sql of ['update ledger_cards set fens = fens', 'delete from ledger_cards', 'truncate ledger_cards', 'alter table ledger_cards disable trigger user']) expect(await raw(region, sql), sql).toMatch(/permission denied|must be owner/);
    const seen = (actor: MadeRegion['actor']) => store.db().as(actor).read((tx) => tx.arrays('select distinct student_id from ledger_lines where student_id is not null order by 1'));
    const family = { ...region.actor, reach: new Map([['fees.read', ['student:B']]]) as never };
    expect(await seen(family)).toEqual([['B']]);
    expect(await seen({ ...region.actor, reach: new Map([['funds.read', '*']]) as never })).toEqual([]);
    expect(await seen((await store.region()).actor)).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetNames, sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Column } from '../../core/exchange/column.ts';
import { onDatabase } from '../databases.ts';
import { randomFrom } from '../prove/random.ts';
import { EVERYBODY, type Asking } from './actors.ts';
import { canariesIn } from './canary.ts';
import { matrixClient, type MatrixClient } from './client.ts';
import { kindOfSheet, mayWith } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';
import { makeWorld, type World, type WorldRecord } from './world.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

onDatabase('embedded', `what is sought and not one's own (seed ${seed})`, (database) => {
  let world: World;
  let client: MatrixClient;
  const random = randomFrom(seed);
  beforeAll(async () => {
    world = await makeWorld(database.connection());
    client = matrixClient(world);
  });
  afterAll(() => world.close());

  test('every text column of every sheet holds canaries of every institution', () => {
    const without = sheetNames.flatMap((sheet) => Object.entries<Column>(sheets[sheet].columns)
      .filter(([name, { kind, check, personal }]) => kind === 'text' && personal === undefined && check !== 'division' && check !== 'secondary_major' && check !== 'higher_major' && check !== 'workplace'
        && sheet !== 'region' && world.records.filter((one) => one.sheet === sheet).every(({ values }) => canariesIn(String(values[name])).size === 0)));
    expect(without).toEqual([]);
  });

  /** Two records of a sheet that somebody may not read, and two that they may. */
  const sought = (asking: Asking, sheet: SheetName): WorldRecord[] => {
    const standing = random.shuffled(world.records.filter((one) => one.sheet === sheet && one.stands && one.canaries.size > 0));
    const own = standing.filter(({ labels }) => mayWith(asking, kindOfSheet(sheet), 'r', labels));
    return [...own.slice(0, 1), ...standing.filter((one) => !own.includes(one)).slice(0, 1)];
  };

  interface Search {
    readonly asking: Asking;
    readonly sheet: SheetName;
    readonly record: WorldRecord;
    readonly query: string;
    /** Whether the record must be among what is found. */
    readonly finds: boolean;
  }

  function searches(): Search[] {
    return EVERYBODY.filter(({ places }) => places.length > 0).flatMap((asking) =>
      random.shuffled(sheetNames).filter((name) => openTo(asking, kindOfSheet(name), 'r') !== null).slice(0, SHEETS).flatMap((sheet) => sought(asking, sheet).flatMap((record) => {
        const text = random.pick(Object.entries<Column>(sheets[sheet].columns).flatMap(([name, { kind }]) => (kind === 'list' ? [] : [...canariesIn(String(record.values[name] ?? ''))])));
        const column = Object.keys(sheets[sheet].columns).find((name) => String(record.values[name] ?? '').includes(text)) ?? '';
        const where = `where=${encodeURIComponent(`${column}=${String(record.values[column] ?? '')}`)}&sort=${column}`;
        const mine = mayWith(asking, kindOfSheet(sheet), 'r', record.labels);
        return [{ query: `filter=${encodeURIComponent(text)}`, finds: mine }, { query: `${where}&on=2025-10-31`, finds: false }].map((one) => ({ ...one, asking, sheet, record }));
      })));
  }

  async function wrongWith({ asking, sheet, record, query, finds }: Search): Promise<string | null> {
    const { text } = await client.ask(asking, { method: 'GET', path: `/api/registers/${sheet}?${query}&per_page=1000` });
    const { total = -1, records = [] } = JSON.parse(text) as { total?: number; records?: { record_id: string }[] };
    const own = new Set(world.records.filter((one) => one.sheet === sheet && mayWith(asking, kindOfSheet(sheet), 'r', one.labels)).map(({ record_id }) => record_id));
    const missed = finds && !records.some(({ record_id }) => record_id === record.record_id);
    return total !== records.length || missed || records.some(({ record_id }) => !own.has(record_id)) ? `${asking.account} ${sheet} ${query}: ${text.slice(0, 300)}` : null;
  }

  test('a search finds one’s own by any of its texts, and of others nothing, not even their number', async () => {
    const asked = searches();
    const wrong: (string | null)[] = [];
    for (let at = 0; at < asked.length; at += AT_ONCE) wrong.push(...await Promise.all(asked.slice(at, at + AT_ONCE).map(wrongWith)));
    expect(wrong.filter((one) => one !== null)).toEqual([]);
    expect(asked.length).toBeGreaterThan(300);
  }, 300_000);
});

const SHEETS = 4;
const AT_ONCE = 6;

import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { madeStore } from '../made-store.ts';
import { madeRolls, secondaryRow, type MadeRolls } from './made-students.ts';
import type { RollCursor, RollFilter } from './roll-filter.ts';
import type { RollPage } from './roll-entry.ts';
import { readRollPage } from './roll-page.ts';

const ON = date('2025-10-31');
const NAMES = ['张小明', '张明', '李明', '王小明', '赵雪', '艾合买提·明', '张'];

eachDatabase('the roll as a list', (database) => {
  const store = madeStore(database);
  let rolls: MadeRolls;
  beforeAll(async () => {
    rolls = await madeRolls(store.db());
    await rolls.add(
      ...NAMES.map((name, at) => secondaryRow(`X${at}`, { name, cohort: 2024, grade: 2, class_id: at % 2 === 0 ? 'J1' : 'J2' })),
      secondaryRow('Y1', { name: '孙平', cohort: 2023, grade: 3, status: 'suspended' }),
      secondaryRow('Y2', { name: '孙旧', cohort: 2024, grade: 1, from: '2024-09-01', to: '2025-08-31' }), secondaryRow('Y2', { name: '孙旧', cohort: 2024, grade: 2, from: '2025-09-01', to: '2025-12-31' }),
      secondaryRow('Y3', { name: '孙错', campus_id: 'C' }));
  });

  const page = async (who: 'registrar' | 'all', filter: Partial<RollFilter>, given: { cursor?: RollCursor; limit?: number; on?: PlainDate } = {}): Promise<RollPage> => {
    const as = who === 'all' ? rolls.as : await rolls.of(rolls.registrar);
    return as.read((tx) => readRollPage(tx, { on: given.on ?? ON, stage: 'secondary', ...filter }, { cursor: given.cursor, limit: given.limit ?? 50 }));
  };
  const names = async (filter: Partial<RollFilter>): Promise<string[]> => {
    const [few, many] = [await page('registrar', filter), await page('all', filter)];
    // Gathered or read in order: the answer is one.
    expect(many).toEqual(few);
    return many.entries.map(({ name }) => name);
  };

  test('is in the order of pinyin, namesakes by their ids, of those who are there on the day', async () => {
    expect(await names({})).toEqual(['艾合买提·明', '李明', '孙错', '孙旧', '孙平', '王小明', '张', '张明', '张小明', '赵雪']);
    expect((await page('all', {}, { on: date('2024-10-01') })).entries.map(({ name, grade }) => [name, grade])).toEqual([['孙旧', 1]]);
    expect((await page('all', {}, { on: date('2026-01-01') })).entries.map(({ name }) => name)).not.toContain('孙旧');
  });

  test.each([
    ['beginning of a name', { name: '张', begins: true }, ['张', '张明', '张小明']],
    ['two characters at the beginning', { name: '张小', begins: true }, ['张小明']],
    ['a character anywhere', { name: '明' }, ['艾合买提·明', '李明', '王小明', '张明', '张小明']],
    ['characters that nobody has', { name: '无' }, []],
    ['cohort', { cohort: 2023 }, ['孙平']], ['grade', { grade: 3 }, ['孙平']], ['status', { status: 'suspended' as const }, ['孙平']], ['class', { class_id: 'J2', name: '明' }, ['艾合买提·明', '张明', '王小明'].sort((a, b) => a.localeCompare(b, 'zh'))],
    ['what does not go together', { cohort: 2023, grade: 2 }, []],
    ['M2-b: the secondary stage at a campus', { misplaced: true }, ['孙错']],
    ['a school', { school_id: 'S', grade: 3 }, ['孙平']], ['another school', { school_id: 'S2' }, []],
    ['a row that ends later', { name: '孙旧', begins: true }, ['孙旧']],
  ] as const)('by %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('goes on behind the last of a page, each once, and says how many there are', async () => {
    const seen: string[] = [];
    let cursor: RollCursor | undefined;
    for (let at = 0; at < 4; at += 1) {
      const { entries, total, next } = await page(at % 2 === 0 ? 'all' : 'registrar', {}, { limit: 3, ...(cursor !== undefined && { cursor }) });
      seen.push(...entries.map(({ name }) => name));
      expect(total).toBe(10);
      cursor = next ?? undefined;
    }
    expect(seen).toEqual(await names({}));
    expect(cursor).toBeUndefined();
  });

  test('characters that many names hold are looked for in the order of names; the answer and the count are the same', async () => {
    const many = await madeRolls(store.db());
    const names = Array.from({ length: 450 }, (_, at) => `王${String.fromCodePoint(0x4e00 + at)}明`);
    await many.add(...names.map((name, at) => secondaryRow(`Z${String(at).padStart(4, '0')}`, { name, ...(at % 2 === 0 && { cohort: 2024, grade: 2 }) })));
    const read = async (filter: Partial<RollFilter>) => {
      const registrar = await (await many.of(many.registrar)).read((tx) => readRollPage(tx, { on: ON, name: '明', ...filter }, { limit: 20 }));
      const all = await many.as.read((tx) => readRollPage(tx, { on: ON, name: '明', ...filter }, { limit: 20 }));
      expect(all).toEqual(registrar);
      return all.total;
    };
    expect([await read({}), await read({ grade: 2 }), await read({ grade: 1, cohort: 2024 })]).toEqual([450, 225, 0]);
  });

  test('holds nobody out of reach', async () => {
    const other = await rolls.of(await rolls.somebody('school_registrar', 'S2'));
    expect(await other.read((tx) => readRollPage(tx, { on: ON }, { limit: 50 }))).toMatchObject({ entries: [], total: 0 });
    const office = await rolls.of(await rolls.somebody('office'));
    expect(await office.read((tx) => readRollPage(tx, { on: ON }, { limit: 50 }))).toMatchObject({ entries: [], total: 0 });
  });
});

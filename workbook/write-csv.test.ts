import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../core/exchange/sheets.ts';
import { compare, decimal } from '../core/values/exact.ts';
import { date } from '../core/values/plain-date.ts';
import { readDatasetPath } from './read-dataset.ts';
import { isRefusal } from './refusal.ts';
import { writeCsvFolder } from './write-csv.ts';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'guantong-csv-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

async function thereAndBack(dataset: Dataset, name: string): Promise<Dataset> {
  await writeCsvFolder(dataset, join(folder, name));
  const read = await readDatasetPath(join(folder, name));
  if (isRefusal(read)) throw new Error(read.refused);
  expect(read.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return read.dataset;
}

const organisation = (org_id: string, name: string, aliases: readonly string[], row: number): NonNullable<Dataset['organisations']>[number] =>
  ({ org_id, name, aliases, kind: 'school', division_code: '330802', credit_code: null, row });

test('a dataset comes back the same: texts, lists, codes, exact numbers, days, yes and no, nothing', async () => {
  const dataset: Dataset = {
    organisations: [organisation('S1', '职校', ['甲', '乙'], 2), organisation('S2', '技校', [], 3)],
    land: [{ parcel_id: 'L1', campus_id: 'C1', area_m2: decimal('4019.125'), share: decimal('0.3333'), from: date('2025-09-01'), to: null, row: 2 }],
    facilities: [{ campus_id: 'C1', kind: 'library', present: false, checked_on: date('2025-10-01'), row: 2 }],
    rooms: [],
  };
  const back = await thereAndBack(dataset, 'kinds');
  expect(back.organisations).toEqual(dataset.organisations);
  expect(back.facilities).toEqual(dataset.facilities);
  expect(back.rooms).toEqual([]);
  expect(back.students).toBeUndefined();
  const [land] = back.land ?? [];
  expect(land).toMatchObject({ parcel_id: 'L1', from: '2025-09-01', to: null });
  expect([compare(land?.area_m2 ?? decimal('0'), decimal('4019.125')), compare(land?.share ?? decimal('0'), decimal('0.3333'))]).toEqual([0, 0]);
});

test('the file is UTF-8 with a mark, comma-separated, one line end of RFC 4180 a row', async () => {
  await writeCsvFolder({ organisations: [organisation('S1', '甲,"乙"', [], 2)] }, join(folder, 'bytes'));
  const bytes = await readFile(join(folder, 'bytes', 'organisations.csv'));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.subarray(3).toString('utf8')).toBe('org_id,name,aliases,kind,division_code,credit_code\r\nS1,"甲,""乙""",,school,330802,\r\n');
});

test('names that begin with a formula sign, or with apostrophes before one, come back unchanged', async () => {
  const names = ['=1+1', '+86', '-x', '@cmd', '＝1', '＋1', '－1', '＠a', "'=1", "''=1", "'x", '=A1,"B"', 'a\r\nb', 'a;b', 'x\ty'];
  const back = await thereAndBack({ organisations: names.map((name, i) => organisation(`S${i}`, name, [], i + 2)) }, 'signs');
  expect(back.organisations?.map((row) => row.name)).toEqual(names);
});

test('any name comes back', async () => {
  const sign = fc.constantFrom('', '=', "'", '"', ',', '\n', '＝', ';');
  const name = fc.tuple(sign, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), sign).map((parts) => parts.join(''));
  await fc.assert(fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 20 }), async (names) => {
    const given = names.filter((text) => text === text.trim() && !/[０-９\u200b-\u200f\u2060\ufeff\p{Cc}]/u.test(text) && text !== '');
    const back = await thereAndBack({ organisations: given.map((text, i) => organisation(`S${i}`, text, [], i + 2)) }, 'any');
    expect(back.organisations?.map((row) => row.name)).toEqual(given);
  }), { numRuns: 40 });
});

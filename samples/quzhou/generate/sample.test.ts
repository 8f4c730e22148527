import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headsByGrade, pupils } from './roll.ts';
import { quzhou } from './quzhou.ts';
import { csvText } from './table.ts';

const folder = join(import.meta.dirname, '..');

test('the committed files are what the generator makes, byte for byte', () => {
  const made = new Map(quzhou().map((table) => [`${table.sheet}.csv`, csvText(table)]));
  expect(readdirSync(folder).filter((file) => file.endsWith('.csv')).sort()).toEqual([...made.keys()].sort());
  for (const [file, text] of made) {
    expect(readFileSync(join(folder, file)).equals(Buffer.from(text)), `${file} is stale: node samples/quzhou/generate/main.ts`).toBe(true);
  }
});

test('a cohort shrinks as the usual rates of the forecast say', () => {
  expect(headsByGrade(90)).toEqual([90, 87, 84, 77]);
  expect(headsByGrade(45)).toEqual([45, 44, 43, 39]);
  expect(headsByGrade(135)).toEqual([135, 131, 127, 116]);
  expect(headsByGrade(180)).toEqual([180, 175, 170, 155]);
});

test('the roll of 31 October 2025 holds what a forecast needs to reach 155, 421 and 650 in three autumns', () => {
  const heads = new Map<string, number>();
  for (const { school, spans } of pupils()) {
    for (const { from, to, grade, status } of spans) {
      if (from > '2025-10-31' || (to !== null && to < '2025-10-31') || status !== 'enrolled') continue;
      heads.set(`${school} ${grade}`, (heads.get(`${school} ${grade}`) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries([...heads].sort())).toEqual({
    'S1 1': 180, 'S1 2': 175, 'S1 3': 127, 'S1 4': 77,
    'S2 1': 90, 'S2 2': 87, 'S2 3': 84, 'S2 4': 39,
    'S3 1': 90, 'S3 2': 87, 'S3 3': 84, 'S3 4': 39,
    'S4 1': 90, 'S4 2': 44,
    'S5 1': 45, 'S5 2': 44,
  });
});

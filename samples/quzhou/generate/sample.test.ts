import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headsByGrade } from './roll.ts';
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

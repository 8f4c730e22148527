import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '../core/exchange/csv.ts';
import { createReader } from '../core/exchange/reader.ts';
import { writeProvince } from './province.ts';

test('a small province is read without any problem and is as large as asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'province-'));
  try {
    writeProvince(folder, { campuses: 24, students: 12_000, staff: 1800 });
    const reader = createReader();
    for (const file of readdirSync(folder)) {
      const sheet = reader.sheet(file.replace('.csv', ''));
      readCsv(readFileSync(join(folder, file), 'utf8'), (rowNumber, cells) => sheet?.row(rowNumber, cells));
    }
    const { dataset, problems } = reader.finish();
    expect(problems).toEqual([]);
    expect([dataset.campuses?.length, dataset.students?.length, dataset.staff?.length]).toEqual([24, 12_000, 1800]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { expect, test } from 'vitest';
import { check } from '../../../core/check/check.ts';
import { checkJson } from '../../../core/check/check-json.ts';
import { judgingOn } from '../../../core/check/judging.ts';
import { readCsv } from '../../../core/exchange/csv.ts';
import { createReader } from '../../../core/exchange/reader.ts';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import { date } from '../../../core/values/plain-date.ts';
import { quzhou } from './quzhou.ts';
import { csvText } from './table.ts';

function read() {
  const reader = createReader();
  for (const table of quzhou()) {
    const sheet = reader.sheet(table.sheet);
    readCsv(csvText(table), (rowNumber, cells) => sheet?.row(rowNumber, cells));
  }
  return reader.finish();
}

const { dataset, problems } = read();

function judged(on: string) {
  const answer = checkJson(check(dataset, problems, judgingOn(DEFAULT_PACK, date(on))));
  const campus = (id: string) => answer.campuses.find(({ campus_id }) => campus_id === id);
  return {
    summary: answer.summary,
    targets: answer.targets,
    students: answer.campuses.map(({ students }) => students),
    verdict: (id: string, standard: string) => campus(id)?.verdicts.find((verdict) => verdict.standard === standard),
  };
}

test('the sample is read without errors; the one warning is the pupil housed at a campus too early', () => {
  expect(problems.map(({ sheet, column, code, severity, value }) => ({ sheet, column, code, severity, value }))).toEqual([
    { sheet: 'students', column: 'campus_id', code: 'wrong_stage_at_campus', severity: 'warning', value: 'C3' },
  ]);
});

test('155 students are in the higher stage in autumn 2025; campuses in preparation report none or nothing', () => {
  expect(judged('2025-10-31').students).toEqual([77, 39, 39, null, null, null, 0]);
  expect(judged('2024-10-31').students).toEqual([48, 26, 22, null, null, null, 30]);
  expect(judged('2025-04-30').students).toEqual([47, 26, 21, null, null, null, 28]);
});

test('floor area stands on both sides of the line: exactly 15, 14.98, and a dormitory alone', () => {
  const { verdict } = judged('2025-10-31');
  expect(verdict('C1', 'R1-b')).toMatchObject({ outcome: 'met', measured: { value: '15.0000' }, gap: null });
  expect(verdict('C2', 'R1-b')).toMatchObject({ outcome: 'unmet', measured: { value: '14.9800' }, gap: { value: '0.78' } });
  expect(verdict('C3', 'R1-b')).toMatchObject({ outcome: 'unmet', measured: { numerator: '0.00' } });
  expect(verdict('C3', 'R1-d')).toMatchObject({ outcome: 'met', measured: { value: '22.0000' } });
  expect(judged('2025-04-30').verdict('C1', 'R1-b')).toMatchObject({ outcome: 'met', measured: { value: '15.0000' } });
  expect(judged('2025-09-20').verdict('C3', 'R1-b')?.outcome).toBe('met');
});

test('a teacher in both lists breaks R5-b until an exception is approved', () => {
  expect(judged('2025-10-31').verdict('C2', 'R5-b')).toMatchObject({ outcome: 'unmet', gap: { value: '1' } });
  expect(judged('2025-04-30').verdict('C1', 'R5-b')?.outcome).toBe('unmet');
  expect(judged('2025-10-31').verdict('C1', 'R5-b')?.outcome).toBe('met');
});

test('the equipment of the closed firm counts on its last day and not after', () => {
  expect(judged('2025-03-31').verdict('C2', 'R2-b')?.measured.numerator).toBe('519000.00');
  expect(judged('2025-04-01').verdict('C2', 'R2-b')?.measured.numerator).toBe('399000.00');
});

test('on the three dates of the trend every outcome occurs, in different numbers', () => {
  const summaries = ['2024-10-31', '2025-04-30', '2025-10-31'].map((on) => judged(on).summary);
  for (const { met, unmet, undetermined } of summaries) expect(Math.min(met, unmet, undetermined)).toBeGreaterThan(0);
  expect(new Set(summaries.map(({ met }) => met)).size).toBe(3);
});

test('the intake of 2024 is exactly the 450 asked for', () => {
  expect(judged('2025-10-31').targets.find(({ standard }) => standard === '1.2-i')).toMatchObject({ outcome: 'met', measured: { value: '450' } });
});

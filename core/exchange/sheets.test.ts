import { describe, expect, test } from 'vitest';
import { columnsBySpelling } from './heading.ts';
import { spelling } from './plain-text.ts';
import { sheetNames, sheets } from './sheets.ts';
import type { Sheet } from './sheet.ts';

const all = sheetNames.map((name) => [name, sheets[name] as Sheet] as const);

test('the sheets of the contract, in its order', () => {
  expect(sheetNames.join(' ')).toBe('region organisations parks services schools campuses land rooms facilities bases '
    + 'equipment staff classes teaching programmes students headcounts intakes guardians filings agreements insurance '
    + 'internships results certificates credits destinations calendar charges receipts departures custody_spending shares '
    + 'grant_standards grant_headcounts grant_receipts payments lecture_rates budgets spending options limits');
});

test('the columns of the contract, in its order, with ? where a cell may be empty', () => {
  const written = (name: keyof typeof sheets): string =>
    Object.entries((sheets[name] as Sheet).columns).map(([key, { optional }]) => key + (optional ? '?' : '')).join(' ');
  expect(written('staff')).toBe('person_id name employer_id stage campus_id? school_id? post employment share? degree title '
    + 'qualified dual_qualified? industry_expert? from to? exception_until?');
  expect(written('students')).toBe('student_id name sex birth_date id_number? programme_id school_id campus_id? cohort stage '
    + 'grade status class_id? boarder? from to?');
  expect(written('equipment')).toBe('asset_id campus_id base_id? name value_yuan acquired_on retired_on? share? owner agreement_until?');
  expect(written('payments')).toBe('payment_id kind of? from_id to_id academic_year? fiscal_year? amount_yuan paid_on');
  expect(written('insurance')).toBe('policy_no kind student_id from to');
  expect(written('shares')).toBe('school_id college_id tuition_share from to?');
});

describe.each(all)('%s', (name, sheet) => {
  test('is declared under its own name and has its key among its columns', () => {
    expect(sheet.name).toBe(name);
    for (const column of [...sheet.key, ...(sheet.noOverlap ?? []), ...(sheet.sharesOf ?? []), ...Object.keys(sheet.sharesWhere ?? {})]) {
      expect(Object.keys(sheet.columns)).toContain(column);
    }
  });

  test('overlaps and shares are counted among rows of the same id', () => {
    for (const [first] of [sheet.noOverlap ?? [], sheet.sharesOf ?? []]) {
      if (first !== undefined) expect(first).toBe(sheet.key[0]);
    }
    expect(sheet.noOverlap?.length ?? 0).toBeLessThanOrEqual(2);
    expect(sheet.sharesOf?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('every way to write a heading means one column', () => {
    const columns = columnsBySpelling(sheet);
    for (const [key, { label }] of Object.entries(sheet.columns)) {
      for (const word of [key, label.zh, label.en]) expect([word, columns.get(spelling(word))]).toEqual([word, key]);
    }
  });

  test('every way to write a code value means one value', () => {
    for (const [column, { codes }] of Object.entries(sheet.columns)) {
      const words = Object.entries(codes ?? {}).flatMap(([key, { zh, en }]) => [...new Set([key, zh, en].map(spelling))]);
      expect([column, new Set(words).size]).toEqual([column, words.length]);
    }
  });

  test('refers to sheets that exist', () => {
    for (const { references = [] } of Object.values(sheet.columns)) {
      for (const target of references) expect(sheetNames).toContain(target);
    }
  });
});

test('sheet names and labels are all different', () => {
  const words = all.flatMap(([name, { label }]) => [...new Set([name, label.zh, label.en].map(spelling))]);
  expect(new Set(words).size).toBe(words.length);
});

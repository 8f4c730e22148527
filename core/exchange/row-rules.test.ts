import { expect, test } from 'vitest';
import { findings, readTables } from './test-reading.ts';
import type { RawCell } from './raw-cell.ts';

const student = (stage: string, campus: string): readonly string[] => findings(readTables({
  students: [
    ['student_id', 'name', 'sex', 'birth_date', 'programme_id', 'school_id', 'campus_id', 'cohort', 'stage', 'grade', 'status', 'from'],
    ['A', '生', '1', '2008-01-01', 'P1', 'S1', campus, '2022', stage, '3', 'enrolled', '2024-09-01'],
  ],
}));

test('M2-b: a secondary-stage student at a campus is a warning; at the school, or of the higher stage, is not', () => {
  expect(student('secondary', 'C1')).toEqual(['2 campus_id wrong_stage_at_campus']);
  expect(student('secondary', '')).toEqual([]);
  expect(student('higher', 'C1')).toEqual([]);
});

const certificate = (kind: string, level: RawCell, number: string): readonly string[] => findings(readTables({
  certificates: [
    ['student_id', 'kind', 'name', 'level', 'number', 'issued_on', 'verified'],
    ['A', kind, '证', level, number, '2026-06-01', 'yes'],
  ],
}));

test('a skill grade has a level of 1 to 5, an X certificate one of three words', () => {
  expect(certificate('skill', 3, 'S000033000012263000456')).toEqual([]);
  expect(certificate('skill', 'advanced', 'S000033000012263000456')).toEqual(['2 level not_allowed']);
  expect(certificate('x', '高级', 'X-2026-0001')).toEqual([]);
  expect(certificate('x', '3', 'X-2026-0001')).toEqual(['2 level not_allowed']);
});

test('the number of a skill grade has its shape and names its level at position 16', () => {
  expect(certificate('skill', '2', 'S000033000012263000456')).toEqual(['2 number code_pattern']);
  expect(certificate('skill', '3', 'S00003300001226300045')).toEqual(['2 number code_pattern']);
  expect(certificate('skill', '3', 'T000033000012263000456')).toEqual(['2 number code_pattern']);
});

test('the number of an X certificate has 8 to 32 capitals, digits and hyphens', () => {
  expect(certificate('x', 'primary', 'A1234567')).toEqual([]);
  expect(certificate('x', 'primary', 'A123456')).toEqual(['2 number code_pattern']);
  expect(certificate('x', 'primary', 'a1234567')).toEqual(['2 number code_pattern']);
});

const payment = (kind: string, of: string, academicYear: string, fiscalYear: string): readonly string[] => findings(readTables({
  payments: [
    ['payment_id', 'kind', 'of', 'from_id', 'to_id', 'academic_year', 'fiscal_year', 'amount_yuan', 'paid_on'],
    ['P1', kind, of, 'H1', 'C1', academicYear, fiscalYear, '1', '2026-01-01'],
  ],
}));

test('a grant states its fiscal year, any other payment its academic year, a refund its fee', () => {
  expect(payment('grant', '', '', '2025')).toEqual([]);
  expect(payment('grant', '', '2025', '')).toEqual(['2 fiscal_year missing_value']);
  expect(payment('dorm', '', '2025', '')).toEqual([]);
  expect(payment('dorm', '', '', '2025')).toEqual(['2 academic_year missing_value']);
  expect(payment('fee_refund', 'dorm', '2025', '')).toEqual([]);
  expect(payment('fee_refund', '', '2025', '')).toEqual(['2 of missing_value']);
});

test('a cell that could not be read is reported once', () => {
  expect(payment('dorm', '', 'x', '')).toEqual(['2 academic_year not_a_number']);
  expect(payment('什么', '', '', '')).toEqual(['2 kind not_allowed']);
});

test('a first day may be the last day, not the day after', () => {
  const span = (from: string, to: string): readonly string[] => findings(readTables({
    classes: [['class_id', 'campus_id', 'from', 'to'], ['K1', 'C1', from, to]],
  }));
  expect(span('2025-09-01', '2025-09-01')).toEqual([]);
  expect(span('2025-09-02', '2025-09-01')).toEqual(['2 to from_after_to']);
  expect(span('2025-09-02', '')).toEqual([]);
});

test('the same holds for the pilot of a school and the life of equipment', () => {
  expect(findings(readTables({
    schools: [
      ['school_id', 'on', 'pilot_from', 'pilot_to', 'total_land_m2', 'total_building_m2', 'total_equipment_yuan', 'secondary_students', 'secondary_teachers'],
      ['S1', '2025-10-31', '2025-09-01', '2024-09-01', 1, 1, 1, 1, 1],
    ],
    equipment: [
      ['asset_id', 'campus_id', 'name', 'value_yuan', 'acquired_on', 'retired_on', 'owner'],
      ['E1', 'C1', '车床', 2000, '2025-01-02', '2025-01-01', 'school'],
    ],
  }))).toEqual(['2 pilot_to from_after_to', '2 retired_on from_after_to']);
});

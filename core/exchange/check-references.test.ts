import { expect, test } from 'vitest';
import { findings, readTables } from './test-reading.ts';
import type { Table } from './test-reading.ts';

const campuses: Table = [
  ['campus_id', 'name', 'school_id', 'college_id', 'division_code', 'form', 'status'],
  ['C1', '校区', 'S1', 'H1', '330803', 'carved_out', 'recognised'],
];
const organisations: Table = [
  ['org_id', 'name', 'kind', 'division_code'],
  ['S1', '学校', 'school', '330803'],
  ['H1', '学院', 'college', '330802'],
];
const counts = (...ids: string[]): Table => [['campus_id', 'on', 'higher_students'], ...ids.map((id) => [id, '2025-10-31', 1])];
const agreements = (places: string): Table => [['student_id', 'places', 'copies_issued'], ['X1', places, 4]];

test('an id that the sheet referred to has is in order, one that it has not is an error', () => {
  expect(findings(readTables({ campuses, headcounts: counts('C1') }))).toEqual([]);
  const reading = readTables({ campuses, headcounts: counts('C1', 'C2', 'C1') });
  expect(findings(reading)).toEqual(['3 campus_id unknown_reference', '4 - duplicate_row']);
  expect(reading.problems[0]).toMatchObject({ sheet: 'headcounts', value: 'C2', severity: 'error' });
});

test('nothing is checked against a sheet that is absent, nor against a tab of the template left blank', () => {
  expect(findings(readTables({ headcounts: counts('C9') }))).toEqual([]);
  expect(findings(readTables({ campuses: campuses.slice(0, 1), headcounts: counts('C9') }))).toEqual([]);
  expect(findings(readTables({ campuses: campuses.slice(0, 2), headcounts: counts('C9') }))).toEqual(['2 campus_id unknown_reference']);
});

test('an empty optional reference is in order', () => {
  const grants: Table = [['receipt_id', 'campus_id', 'fiscal_year', 'amount_yuan', 'received_on'], ['G1', '', '2025', '1', '2025-06-01']];
  expect(findings(readTables({ campuses, grant_receipts: grants }))).toEqual([]);
});

test('a row with another error still counts as known', () => {
  const broken = campuses.map((row, at) => (at === 1 ? row.with(5, '别的') : row));
  expect(findings(readTables({ campuses: broken, headcounts: counts('C1') }))).toEqual(['2 form not_allowed']);
});

test('a sheet without its id column is reported once and refers nobody', () => {
  const without = campuses.map((row) => row.slice(1));
  expect(findings(readTables({ campuses: without, headcounts: counts('C1', 'C2') }))).toEqual(['- campus_id missing_column']);
});

test('one of several sheets is enough, and all must be there to say that none has it', () => {
  expect(findings(readTables({ campuses, organisations, agreements: agreements('S1;S1;S1;C1;C1') }))).toEqual([]);
  expect(findings(readTables({ campuses, organisations, agreements: agreements('S1;S9;C1;C9') })))
    .toEqual(['2 places unknown_reference', '2 places unknown_reference']);
  expect(findings(readTables({ campuses, agreements: agreements('S9;C1') }))).toEqual([]);
});

test('a key that repeats in its sheet is known by its id: students have several rows', () => {
  const students: Table = [
    ['student_id', 'name', 'sex', 'birth_date', 'programme_id', 'school_id', 'cohort', 'stage', 'grade', 'status', 'from', 'to'],
    ['A', '生', '1', '2008-01-01', 'P1', 'S1', '2022', 'secondary', '3', 'enrolled', '2024-09-01', '2025-08-31'],
    ['A', '生', '1', '2008-01-01', 'P1', 'S1', '2022', 'higher', '4', 'enrolled', '2025-09-01', ''],
  ];
  const filings: Table = [['student_id', 'list_no', 'filed_on'], ['A', '1', '2025-12-01'], ['B', '1', '2025-12-01']];
  expect(findings(readTables({ students, filings }))).toEqual(['3 student_id unknown_reference']);
});

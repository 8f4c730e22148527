import { expect, test } from 'vitest';
import { sheets } from '../exchange/sheets.ts';
import type { Sheet } from '../exchange/sheet.ts';
import { PUBLIC_LISTS, publishable, type PublicListName } from './publication.ts';

const ROW = {
  row: 2, student_id: '20221001', name: '王小明', birth_date: '2006-02-28', id_number: '330802********0014', programme_id: 'P', school_id: 'S', campus_id: null,
  cohort: 2022, class_id: 'K1', status: 'graduated',
};
const names = Object.keys(PUBLIC_LISTS) as PublicListName[];

test('a public list shows what it is for, with masked names, and nothing else of the record', () => {
  expect(publishable('new_students', [ROW])).toEqual({ outcome: 'done', rows: [{ name: '王*明', school_id: 'S', programme_id: 'P', cohort: '2022' }] });
  expect(publishable('upgraded_students', [ROW], ['campus_id', 'name'])).toEqual({ outcome: 'done', rows: [{ campus_id: '', name: '王*明' }] });
  for (const name of names) expect(JSON.stringify(publishable(name, [ROW]))).not.toMatch(/小|20221001|2006-02-28|330802|K1/);
});

test('one column too many refuses the whole list and is named', () => {
  expect(publishable('graduates', [ROW], ['name', 'id_number', 'status', 'birth_date'])).toEqual({ outcome: 'not_for_publication', columns: ['id_number', 'birth_date'] });
  expect(publishable('graduates', [ROW], ['name', 'status']).outcome).toBe('done');
  for (const column of ['toString', '__proto__', 'student_id', 'class_id', 'phone']) {
    for (const name of names) expect(publishable(name, [ROW], [column]).outcome).toBe('not_for_publication');
  }
});

test('no list has a column that is sealed, or one that its sheet has not', () => {
  for (const { sheet, columns } of Object.values(PUBLIC_LISTS)) {
    const declared = (sheets[sheet] as Sheet).columns;
    for (const column of Object.keys(columns)) expect([column, declared[column]?.personal, column in declared]).toEqual([column, undefined, true]);
    expect(columns.name).toBe('masked_name');
  }
});

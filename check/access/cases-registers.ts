import type { TypedRow } from '../../core/check/made-dataset.ts';
import type { Column } from '../../core/exchange/column.ts';
import { sheetNames, sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Answer } from './client.ts';
import { difference, done, kindOfSheet, mayWith, RELATIONS, recordOf, refused, STATES, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { labelsOfUnit } from './ownership-oracle.ts';
import { openTo } from './policy-oracle.ts';
import { corrected, unitRow, UNIT_SHEETS } from './unit-rows.ts';
import type { Variant } from './units.ts';
import { DAY } from './world.ts';

const ABSENT_RECORD = '999999999';
/** Without period, and named by others: they cannot be withdrawn while those stand. */
const REFERRED: readonly SheetName[] = ['parks', 'campuses', 'programmes', 'bases'];

/** A row that is not in the world yet. */
export function newRow(sheet: SheetName, { unit }: Pick<Where, 'unit'>): TypedRow {
  const row = unitRow(sheet, unit, 'new');
  return sheet === 'students' ? { ...row, student_id: `${String(row['student_id'])}-fresh`, id_number: '' } : row;
}

/** Whether the row of a place that there is not could stand by itself. */
export const namesNothing = (sheet: SheetName): boolean => Object.values<Column>(sheets[sheet].columns).every(({ references }) => references === undefined);

const idsOf = ({ text }: Answer): string[] => (JSON.parse(text) as { records: { record_id: string }[] }).records.map(({ record_id }) => record_id);

const recordId = (where: Where): string => recordOf(where)?.record_id ?? ABSENT_RECORD;

/** Whether the asker may read, or write, the record that the cell is about. */
function mayWithTarget(where: Where, act: 'r' | 'w'): boolean {
  const record = recordOf(where);
  return record !== null && mayWith(where.cell.asking, kindOfSheet(where.cell.sheet), act, record.labels);
}

function listExpected({ world, cell: { asking, sheet } }: Where): Expected {
  const wanted = world.records.filter((one) => one.sheet === sheet && one.stands && mayWith(asking, kindOfSheet(sheet), 'r', one.labels));
  return done(200, {
    keeps: false,
    contents: (answer) => {
      const { total } = JSON.parse(answer.text) as { total: number };
      return total === wanted.length ? difference(idsOf(answer), wanted.map(({ record_id }) => record_id)) : `${total} counted instead of ${wanted.length}`;
    },
  });
}

function countsExpected({ world, cell: { asking } }: Where): Expected {
  const wanted = sheetNames.filter((sheet) => openTo(asking, kindOfSheet(sheet), 'r') !== null)
    .map((sheet) => `${sheet} ${world.records.filter((one) => one.sheet === sheet && one.stands && mayWith(asking, kindOfSheet(sheet), 'r', one.labels)).length}`);
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { registers: { sheet: string; records: number }[] }).registers.map(({ sheet, records }) => `${sheet} ${records}`), wanted),
  });
}

function addExpected({ cell: { asking, sheet, relation }, unit }: Where): Expected {
  const kind = kindOfSheet(sheet);
  if (!mayWith(asking, kind, 'w', labelsOfUnit(sheet, unit, 'new'))) return refused(422, 'data_errors', { asAbsent: relation !== 'absent' });
  return relation === 'absent' && !namesNothing(sheet) ? refused(422, 'data_errors') : done(201, { keeps: true });
}

function changeExpected(where: Where, act: 'correct' | 'end'): Expected {
  const { cell: { sheet, state } } = where;
  if (!mayWithTarget(where, 'r') || !mayWithTarget(where, 'w')) return refused(404, 'unknown_record', { asAbsent: true });
  if (state === 'answered' || recordOf(where)?.stands === false) return refused(409, 'changed_meanwhile');
  if (act === 'end' && REFERRED.includes(sheet) && state === 'standing') return refused(422, 'data_errors');
  // To end on the day on which it ended already is no change.
  return done(200, { keeps: !(act === 'end' && state === 'ended') });
}

const variantOf = ({ cell: { state } }: Where): Variant => (state === 'any' ? 'standing' : state);

/** A day within the first month of the row. */
function lastDay(where: Where): string {
  const row = unitRow(where.cell.sheet, where.unit, variantOf(where));
  const from = row['from'] ?? row['acquired_on'];
  return from === undefined ? DAY : String(from).replace(/-01$/, '-30');
}

const ofRecords = { relations: RELATIONS, states: STATES, sheets: UNIT_SHEETS } as const;

export const registerCases = {
  listRegisters: { asks: ['any', 'r'], ask: () => ({ method: 'GET', path: '/api/registers' }), expected: countsExpected },
  listRecords: {
    asks: ['sheet', 'r'], sheets: sheetNames,
    ask: ({ cell: { sheet } }) => ({ method: 'GET', path: `/api/registers/${sheet}?per_page=1000` }), expected: listExpected,
  },
  readHistory: {
    asks: ['sheet', 'r'], ...ofRecords,
    ask: (where) => ({ method: 'GET', path: `/api/registers/${where.cell.sheet}/${recordId(where)}/history` }),
    expected: (where) => (mayWithTarget(where, 'r') ? done(200, { keeps: false }) : refused(404, 'unknown_record', { asAbsent: true })),
  },
  addRecord: {
    asks: ['sheet', 'w'], relations: RELATIONS, sheets: UNIT_SHEETS,
    ask: (where) => ({ method: 'POST', path: `/api/registers/${where.cell.sheet}`, json: { values: newRow(where.cell.sheet, where) } }), expected: addExpected,
  },
  correctRecord: {
    asks: ['sheet', 'w'], ...ofRecords,
    ask: (where) => ({
      method: 'POST', path: `/api/registers/${where.cell.sheet}/${recordId(where)}/correct`,
      json: { values: corrected(where.cell.sheet, unitRow(where.cell.sheet, where.unit, variantOf(where))), reason: '更正' },
    }),
    expected: (where) => changeExpected(where, 'correct'),
  },
  endRecord: {
    asks: ['sheet', 'w'], ...ofRecords,
    ask: (where) => ({ method: 'POST', path: `/api/registers/${where.cell.sheet}/${recordId(where)}/end`, json: { on: lastDay(where) } }),
    expected: (where) => changeExpected(where, 'end'),
  },
} as const satisfies Record<string, RouteCase>;

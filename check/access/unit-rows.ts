import type { TypedRow } from '../../core/check/made-dataset.ts';
import type { Column } from '../../core/exchange/column.ts';
import { sheetNames, sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Sheet } from '../../core/exchange/sheet.ts';
import { canary } from './canary.ts';
import { enterpriseOf, thingId, VARIANTS, type Unit, type Variant } from './units.ts';

/** The sheets of which every unit has records of its own; the region is one for all. */
export const UNIT_SHEETS: readonly SheetName[] = sheetNames.filter((name) => name !== 'region');

const LAST_YEAR = 2025;

/** No two records of a sheet share a year, so that no two have one key or one day. */
const yearOf = (unit: Unit, variant: Variant): number => LAST_YEAR - VARIANTS.indexOf(variant) - VARIANTS.length * unit.at;

/** One row of a sheet as a school would type it, with a canary in every text. */
export function unitRow(sheet: SheetName, unit: Unit, variant: Variant): TypedRow {
  const declared: Sheet = sheets[sheet];
  const row = Object.fromEntries(Object.entries(declared.columns)
    .map(([name, column]) => [name, cellOf(declared, name, column, unit, variant)] as const));
  return { ...row, ...periodOf(declared, unit, variant), ...referred(sheet, unit, variant), ...particular(sheet, unit, variant) };
}

function cellOf(sheet: Sheet, name: string, column: Column, unit: Unit, variant: Variant): string | number {
  const year = yearOf(unit, variant);
  switch (column.kind) {
    case 'text': return `${canary(unit.name, sheet.name, name)}${sheet.key.includes(name) ? `-${variant}` : ''}`;
    case 'list': return column.check === undefined ? canary(unit.name, sheet.name, name) : '460103';
    case 'code': return Object.keys(column.codes ?? {})[0] ?? '';
    case 'integer': return 1;
    case 'year': return year;
    case 'term': return `${year}-1`;
    case 'date': return `${year}-09-01`;
    case 'yes_no': return 'yes';
    case 'share': return column.optional ? '' : '0.6';
    case 'reference': return '';
    default: return '10.00';
  }
}

function periodOf({ columns }: Sheet, unit: Unit, variant: Variant): TypedRow {
  const year = yearOf(unit, variant);
  const ends = `${year + 1}-08-31`;
  if ('retired_on' in columns) return { acquired_on: `${year}-09-01`, retired_on: '' };
  if (!('to' in columns)) return {};
  return { from: `${year}-09-01`, to: columns['to']?.optional === true && variant === 'standing' ? '' : ends };
}

/** What the row names: things of its own unit. The student of a row is the one who is in the same state. */
function referred(sheet: SheetName, unit: Unit, variant: Variant): TypedRow {
  const { columns } = sheets[sheet] as Sheet;
  const names: Record<string, string> = {
    school_id: unit.school, college_id: unit.college, payer_id: unit.payer, employer_id: enterpriseOf(unit), received_by: unit.college,
    campus_id: thingId('campus', unit.name, 'standing'), programme_id: thingId('programme', unit.name, 'standing'),
    student_id: thingId('student', unit.name, variant), park_id: thingId('park', unit.name, 'standing'),
    base_id: thingId('base', unit.name, 'standing'), from_id: unit.college, to_id: thingId('campus', unit.name, 'standing'),
  };
  return Object.fromEntries(Object.entries<Column>(columns).flatMap(([name, { kind }]) => (kind === 'reference' ? [[name, names[name] ?? '']] : [])));
}

/** Ids of things, and what one sheet wants to be read without a fault. */
function particular(sheet: SheetName, unit: Unit, variant: Variant): TypedRow {
  const id = (thing: Parameters<typeof thingId>[0]): string => thingId(thing, unit.name, variant);
  switch (sheet) {
    case 'organisations': return { kind: 'enterprise', division_code: unit.county };
    case 'parks': return { park_id: id('park'), division_code: unit.county };
    case 'campuses': return { campus_id: id('campus'), division_code: unit.county, status: 'preparing' };
    case 'bases': return { base_id: id('base') };
    case 'rooms': return { room_id: id('room') };
    case 'staff': return { person_id: id('person'), employer_id: unit.school, employment: 'part_time' };
    case 'teaching': return { person_id: thingId('person', unit.name, 'standing'), higher_code: '460103' };
    case 'classes': return { class_id: id('class'), head_id: thingId('person', unit.name, 'standing') };
    case 'programmes': return { programme_id: id('programme'), secondary_code: '660103', higher_code: '460103' };
    case 'students': return {
      student_id: id('student'), class_id: thingId('class', unit.name, 'standing'), stage: 'higher', grade: 5,
      birth_date: '2006-02-28', id_number: citizenId(unit, variant), cohort: 2022,
    };
    case 'guardians': return { phone: `138${String(10_000_000 + unit.at * 10 + VARIANTS.indexOf(variant))}` };
    case 'agreements': return { places: unit.school, copies_issued: 3 };
    case 'destinations': return { workplace_division: '330802' };
    default: return {};
  }
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A citizen id with its right check character. */
export function citizenId(unit: Unit, variant: Variant): string {
  const digits = `33080220060228${String(100 + unit.at * 10 + VARIANTS.indexOf(variant))}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

/** The same row with another value in a column that is no part of its key. */
export function corrected(sheet: SheetName, row: TypedRow): TypedRow {
  const declared: Sheet = sheets[sheet];
  const free = Object.entries(declared.columns).filter(([name, column]) =>
    !declared.key.includes(name) && column.personal === undefined && !['from', 'to', 'division_code'].includes(name) && !name.endsWith('_on'));
  for (const [name, column] of free) {
    const now = row[name] ?? '';
    if (column.kind === 'text' && column.check === undefined && name !== 'class_id' && name !== 'head_id') return { ...row, [name]: `${now} 改` };
    if (['number', 'money'].includes(column.kind)) return { ...row, [name]: '11.00' };
    if (column.kind === 'integer') return { ...row, [name]: 2 };
  }
  return { ...row, ...elsewise(sheet) };
}

/** For the sheets that hold no text and no number beside their key. */
function elsewise(sheet: SheetName): TypedRow {
  switch (sheet) {
    case 'services': case 'classes': return { to: '2030-08-31' };
    case 'facilities': return { present: 'no' };
    case 'agreements': return { copies_issued: 4 };
    case 'calendar': return { first_day: '2025-09-02' };
    case 'filings': return { filed_on: '2025-09-02' };
    case 'insurance': return { to: '2030-08-31' };
    case 'internships': return { safety_training_on: '2025-09-02' };
    case 'shares': return { tuition_share: '0.5' };
    case 'departures': return { kind: 'suspended' };
    default: throw new Error(`what is to change in ${sheet}?`);
  }
}

import type { Column } from '../../core/exchange/column.ts';
import { sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Language } from '../../core/values/bilingual.ts';
import { unitWord } from '../../core/values/unit-words.ts';
import type { EvidenceRow, EvidenceRows } from '../components/ProvenancePanel/provenance-view.ts';
import { formatPercent, groupDigits } from '../words/format.ts';
import { originWords } from '../words/origin.ts';
import type { EvidenceRecord } from './answers.ts';

/** Records of a register as a small table: the columns that a figure rests on, in the words of the template. */

const SHOWN: { readonly [S in SheetName]?: readonly string[] } = {
  rooms: ['name', 'use', 'area_m2', 'share'],
  land: ['parcel_id', 'area_m2', 'share'],
  facilities: ['kind', 'present', 'checked_on'],
  bases: ['name', 'stations', 'majors'],
  equipment: ['name', 'value_yuan', 'acquired_on', 'owner', 'share'],
  staff: ['name', 'post', 'employment', 'share', 'degree', 'title'],
  classes: ['class_id', 'head_id', 'from'],
  teaching: ['course', 'kind', 'person_id', 'hours'],
  students: ['student_id', 'name', 'grade', 'status'],
  headcounts: ['on', 'higher_students', 'boarders'],
  schools: ['school_id', 'on', 'pilot_stage', 'pilot_from', 'pilot_to'],
  campuses: ['name', 'division_code', 'status'],
  parks: ['name', 'division_code', 'main'],
  services: ['park_id', 'programme_id', 'from', 'to'],
  intakes: ['year', 'programme_id', 'planned', 'registered'],
};

/** Of a school as a whole: what its notices are computed from. */
const SCHOOL_TOTALS = ['on', 'secondary_students', 'secondary_teachers', 'total_land_m2', 'total_building_m2', 'total_equipment_yuan'];
const COLUMNS_OTHERWISE = 4;
const NUMBERS: ReadonlySet<Column['kind']> = new Set(['integer', 'number', 'money', 'share']);

type Columns = readonly (readonly [name: string, column: Column])[];

/** `totals`: of a register of schools, what they have, rather than their place in the pilot. */
export function columnsOf(sheet: SheetName, totals = false): Columns {
  const all = Object.entries<Column>(sheets[sheet].columns);
  const names = sheet === 'schools' && totals ? SCHOOL_TOTALS : SHOWN[sheet];
  if (names === undefined) return all.slice(0, COLUMNS_OTHERWISE);
  return names.flatMap((name) => all.filter(([own]) => own === name));
}

export function headsOf(columns: Columns, language: Language): EvidenceRows['columns'] {
  return columns.map(([, { label, unit, kind }]) => {
    const word = unit === undefined || unit === 'person' ? '' : unitWord(unit, language);
    const text = word === '' ? label[language] : language === 'zh' ? `${label.zh}（${word}）` : `${label.en} (${word})`;
    return { label: text, number: NUMBERS.has(kind) };
  });
}

export function rowOf(record: EvidenceRecord, columns: Columns, language: Language): EvidenceRow {
  const { file, row, reported_by, reported_at } = record;
  return {
    row,
    cells: columns.map(([name, column]) => cellText(record.values[name] ?? null, column, language)),
    ...(reported_by !== null && reported_at !== null && { report: { by: reported_by, on: dayIn(reported_at), workbook: file } }),
  };
}

/** The calendar day in Asia/Shanghai of a moment. */
function dayIn(moment: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(moment));
}

function cellText(value: EvidenceRecord['values'][string], column: Column, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? originWords[language].yes : originWords[language].no;
  if (typeof value === 'object') return value.join(language === 'zh' ? '、' : ', ');
  const text = String(value);
  switch (column.kind) {
    case 'code': return column.codes?.[text]?.[language] ?? text;
    case 'share': return formatPercent(text);
    case 'number': case 'money': case 'integer': return groupDigits(text);
    default: return text;
  }
}

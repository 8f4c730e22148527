import { createUploadReader, type UploadReading } from '../exchange/upload-reader.ts';
import { admissions } from '../exchange/upload-sheets.ts';
import { judgeAdmission } from './judge-admission.ts';
import type { AdmissionRules } from './rules.ts';

export const MADE_RULES: AdmissionRules = { entry_age: { from: 13, to: 22 }, no_show_days: 14 };

export type MadeCells = Readonly<Record<string, string | number>>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A citizen id with the right check character; even places are women. For tests and samples. */
export function madeCitizenId(birth_date: string, seq: number, division = '330802'): string {
  const digits = `${division}${birth_date.replaceAll('-', '')}${String(seq).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

/** Somebody who is admitted: the `at`th of a list, each with an id of their own. */
export function madeAdmission(at: number, given: MadeCells = {}): MadeCells {
  const birth_date = String(given['birth_date'] ?? '2010-03-04');
  return {
    exam_number: `26${String(at).padStart(6, '0')}`, year: 2025, name: `新生${at}`, sex: at % 2 === 1 ? '1' : '2', birth_date, id_number: madeCitizenId(birth_date, at % 1000),
    school_id: 'S', programme_id: 'P', score: '512.5', admitted_on: '2025-08-10', guardian_name: `家长${at}`, guardian_relation: '父亲', guardian_phone: `138${String(10_000_000 + at)}`, ...given,
  };
}

/** Reads rows as if they had been uploaded. */
export function readMade(rows: readonly MadeCells[], rules: AdmissionRules = MADE_RULES): UploadReading<'admissions'> {
  const reader = createUploadReader('admissions', judgeAdmission(rules));
  const columns = Object.keys(admissions.columns);
  reader.row(1, columns);
  for (const [at, row] of rows.entries()) reader.row(at + 2, columns.map((column) => row[column] ?? null));
  return reader.finish();
}

import { distinct } from './naive-answer.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRows } from './naive-rows.ts';

const rowFigure = (all: NaiveRows, programme: string, year: number): string => {
  const row = (all['intakes'] ?? []).find((one) => cell(one, 'programme_id') === programme && cell(one, 'year') === String(year)) ?? {};
  return cell(row, 'registered') || cell(row, 'admitted') || cell(row, 'planned');
};
const cohort = (all: NaiveRows, programme: string, year: number): number =>
  distinct((all['students'] ?? []).filter((row) => cell(row, 'programme_id') === programme && cell(row, 'cohort') === String(year)), 'student_id').length;
/** The intake of a year that has begun. */
export const startIntake = (all: NaiveRows, programme: string, year: number): number => Number(rowFigure(all, programme, year) || cohort(all, programme, year));

/** The intake of a year to come: its row, else the latest earlier year that is known. */
export function expectedIntake(all: NaiveRows, programme: string, year: number): number {
  const own = rowFigure(all, programme, year);
  if (own !== '') return Number(own);
  for (let earlier = year - 1; earlier > year - 40; earlier--) {
    const row = rowFigure(all, programme, earlier);
    if (row !== '') return Number(row);
    const students = cohort(all, programme, earlier);
    if (students > 0) return students;
  }
  return 0;
}

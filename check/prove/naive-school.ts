import { headsShortOf, inForce, judged, missingAnswer, notApplicable, shortOf } from './naive-answer.ts';
import type { NaiveAnswer } from './naive-answer.ts';
import { areaOf, inUse, valueOf } from './naive-campus.ts';
import { decimal, fraction, minus, over, sum, times } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

/** The four notices on what is left of a school after its campuses are taken out. */
export function naiveSchool(all: NaiveRows, id: string, day: string): Record<string, NaiveAnswer> {
  const school = (all['schools'] ?? []).filter((row) => cell(row, 'school_id') === id && cell(row, 'on') <= day)
    .sort((a, b) => (cell(a, 'on') < cell(b, 'on') ? -1 : 1)).at(-1);
  const campuses = (all['campuses'] ?? []).filter((row) => cell(row, 'school_id') === id && cell(row, 'status') !== 'closed').map((row) => cell(row, 'campus_id'));
  const students = decimal(cell(school ?? {}, 'secondary_students') || '0');
  const perStudent = (sheet: string, total: string, limit: number, takenOut: (rows: NaiveRow[]) => Fraction): NaiveAnswer => {
    const given = campuses.map((campus) => (all[sheet] ?? []).filter((row) => cell(row, 'campus_id') === campus));
    if (school !== undefined && students.n === 0n) return notApplicable('no_students');
    const missing = [...(school === undefined ? ['schools'] : []), ...(given.some((rows) => rows.length === 0) ? [sheet] : [])];
    if (missing.length > 0) return missingAnswer(missing);
    const left = minus(decimal(cell(school ?? {}, total)), sum(given.map(takenOut)));
    return judged({ numerator: left, denominator: students, test: '>=', limit: fraction(limit) }, () => shortOf(times(fraction(limit), students), left));
  };
  const area = (rows: NaiveRow[]): Fraction => areaOf(rows.filter((row) => inForce(row, day)));
  return {
    'S-land': perStudent('land', 'total_land_m2', 33, area),
    'S-building': perStudent('rooms', 'total_building_m2', 20, area),
    'S-equipment': perStudent('equipment', 'total_equipment_yuan', 2500,
      (rows) => valueOf(rows.filter((row) => inUse(row, day) && cell(row, 'owner') === 'school'))),
    'S-teachers': school === undefined ? missingAnswer(['schools']) : studentsPerTeacher(students, decimal(cell(school, 'secondary_teachers'))),
  };
}

function studentsPerTeacher(students: Fraction, teachers: Fraction): NaiveAnswer {
  const limit = fraction(20);
  if (students.n === 0n) return notApplicable('no_students');
  return judged({ numerator: students, denominator: teachers, test: '<=', limit }, () => headsShortOf(over(students, limit), teachers));
}

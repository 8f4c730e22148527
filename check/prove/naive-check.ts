import { notApplicable } from './naive-answer.ts';
import type { NaiveAnswer, Outcome } from './naive-answer.ts';
import { campusOf } from './naive-campus.ts';
import type { Campus } from './naive-campus.ts';
import { classHeads, counsellors, industryExperts, psychologists } from './naive-posts.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRows } from './naive-rows.ts';
import { naiveSchool } from './naive-school.ts';
import { basesForMajors, dormitories, equipmentOfCampus, facilitiesOfCampus, landOfCampus, newEquipment, teachingRooms } from './naive-space.ts';
import { PARAMETERS_FROM, naiveTargets } from './naive-targets.ts';
import type { NaiveTarget } from './naive-targets.ts';
import { mastersAmong, overlaps, seniorsAmong, studentsPerIdeologyTeacher, studentsPerTeacher, unqualified } from './naive-teachers.ts';

const STANDARDS: Readonly<Record<string, (campus: Campus) => NaiveAnswer>> = {
  'R1-b': teachingRooms, 'R1-c': landOfCampus, 'R1-d': dormitories, 'R1-e': facilitiesOfCampus,
  'R2-a': basesForMajors, 'R2-b': equipmentOfCampus, 'R2-c': newEquipment,
  'R5-b': overlaps, 'R5-c': unqualified, 'R5-d': studentsPerTeacher, 'R5-e': studentsPerIdeologyTeacher, 'R5-f': mastersAmong,
  'R5-g': seniorsAmong, 'R5-h': industryExperts, 'R5-i': psychologists, 'R5-j': counsellors, 'R5-k': classHeads,
};
const NOT_WITHOUT_STUDENTS = ['R1-b', 'R1-c', 'R1-d', 'R2-a', 'R2-b', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-i', 'R5-j', 'R5-k'];
const ROOMS_AND_LAND = ['R1-b', 'R1-c', 'R1-d', 'R1-e'];
const ENOUGH_STAFF = ['R5-b', 'R5-c', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-h', 'R5-i', 'R5-j', 'R5-k'];
export const COMPOSITES: Readonly<Record<string, readonly string[]>> = {
  'R1-a': ROOMS_AND_LAND, 'R5-a': ENOUGH_STAFF, 'M4-a': [...ROOMS_AND_LAND, 'R2-a', 'R2-b', 'R2-c', ...ENOUGH_STAFF],
};

export interface NaiveCampus {
  readonly students: bigint | null;
  readonly standards: Readonly<Record<string, NaiveAnswer>>;
  readonly composites: Readonly<Record<string, NaiveAnswer>>;
}

export interface NaiveCheck {
  readonly campuses: Readonly<Record<string, NaiveCampus>>;
  readonly schools: Readonly<Record<string, Readonly<Record<string, NaiveAnswer>>>>;
  readonly targets: Readonly<Record<string, NaiveTarget>>;
  readonly summary: Readonly<Record<Outcome, number>>;
}

/** The second reading of `check`: a region's rows on a day, every standard as the contract words it. */
export function naiveCheck(all: NaiveRows, day: string): NaiveCheck {
  const inForceNow = day >= PARAMETERS_FROM;
  const open = (all['campuses'] ?? []).filter((row) => cell(row, 'status') !== 'closed').map((row) => cell(row, 'campus_id'));
  const campuses = Object.fromEntries(open.map((id) => [id, naiveCampus(campusOf(all, id, day), inForceNow)]));
  const openRows = (all['campuses'] ?? []).filter((row) => open.includes(cell(row, 'campus_id')));
  const schools = [...new Set([...(all['schools'] ?? []), ...openRows].map((row) => cell(row, 'school_id')))];
  const summary = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };
  for (const campus of Object.values(campuses)) for (const { outcome } of Object.values(campus.standards)) summary[outcome] += 1;
  return {
    campuses, summary, targets: naiveTargets(all, day),
    schools: Object.fromEntries(schools.map((id) => [id, inForceNow ? naiveSchool(all, id, day) : noRule(['S-land', 'S-building', 'S-equipment', 'S-teachers'])])),
  };
}

const noRule = (names: readonly string[]): Record<string, NaiveAnswer> => Object.fromEntries(names.map((name) => [name, notApplicable('no_rule')]));

function naiveCampus(campus: Campus, inForceNow: boolean): NaiveCampus {
  // Which students count is a rule too: before it is in force, N is not known.
  if (!inForceNow) return { students: null, standards: noRule(Object.keys(STANDARDS)), composites: noRule(Object.keys(COMPOSITES)) };
  const standards = Object.fromEntries(Object.entries(STANDARDS).map(([name, judge]) =>
    [name, campus.heads === 0n && NOT_WITHOUT_STUDENTS.includes(name) ? notApplicable('no_students') : judge(campus)]));
  const composites = Object.fromEntries(Object.entries(COMPOSITES).map(([name, parts]) => [name, composite(parts.flatMap((part) => standards[part] ?? []))]));
  return { students: campus.heads, standards, composites };
}

function composite(parts: readonly NaiveAnswer[]): NaiveAnswer {
  const outcome = (['unmet', 'undetermined'] as const).find((one) => parts.some((part) => part.outcome === one)) ?? 'met';
  return { outcome, reason: null, missing: [...new Set(parts.flatMap((part) => part.missing))], measures: [], gap: undefined, alternatives: {} };
}

import { distinct, inForce, notApplicable } from './naive-answer.ts';
import type { NaiveAnswer } from './naive-answer.ts';
import { campusOf } from './naive-campus.ts';
import type { Campus } from './naive-campus.ts';
import { ceil, decimal, floor, fraction, plus, times } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { expectedIntake, startIntake } from './naive-intake.ts';
import { counsellors, psychologists } from './naive-posts.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';
import { naiveSchool } from './naive-school.ts';
import { basesForMajors, dormitories, equipmentOfCampus, landOfCampus, teachingRooms } from './naive-space.ts';
import { naiveTargets, PARAMETERS_FROM } from './naive-targets.ts';
import type { NaiveTarget } from './naive-targets.ts';
import { mastersAmong, overlaps, seniorsAmong, studentsPerIdeologyTeacher, studentsPerTeacher, unqualified } from './naive-teachers.ts';

const PER_STUDENT = {
  'R1-b': teachingRooms, 'R1-c': landOfCampus, 'R1-d': dormitories, 'R2-b': equipmentOfCampus,
  'R5-d': studentsPerTeacher, 'R5-e': studentsPerIdeologyTeacher, 'R5-i': psychologists, 'R5-j': counsellors,
} as const;
const NOT_WITHOUT_STUDENTS = { ...PER_STUDENT, 'R2-a': basesForMajors, 'R5-f': mastersAmong, 'R5-g': seniorsAmong } as const;
const ALWAYS = { 'R5-b': overlaps, 'R5-c': unqualified } as const;
const NOTICES = ['S-land', 'S-building', 'S-equipment', 'S-teachers'];
const COUNTS = ['enrolled', 'repeating', 'internship'];
const MOST = 1n << 22n;

type Heads = [number, number, number, number, number];

export interface NaiveYear {
  readonly students: bigint | null;
  readonly grades: readonly [number, number] | null;
  readonly verdicts: Readonly<Record<string, NaiveAnswer>>;
  readonly capacity: { readonly students: number | null; readonly binding: readonly string[] };
  readonly needed: readonly number[] | null;
  readonly grant: string | null;
}

export interface NaiveRegionYear {
  readonly intake: number;
  readonly grades: Heads;
  /** Completing, graduates, local, leavers; null in the first year. */
  readonly moved: readonly number[] | null;
  readonly targets: Readonly<Record<string, NaiveTarget>>;
}

export interface NaiveForecast {
  readonly rows: Readonly<Record<string, NaiveYear>>;
  readonly region: Readonly<Record<string, NaiveRegionYear>>;
}

/** r(x) = ⌊x + ½⌋. */
const r = (x: Fraction): number => Number(floor(plus(x, fraction(1, 2))));
const share = (heads: number, ...rates: string[]): number => r(rates.reduce((x, rate) => times(x, decimal(rate)), fraction(heads)));
const [STAY, STEP_UP, CERTIFICATE, LOCAL] = ['0.97', '0.94', '0.92', '0.60'];

/** The second reading of `forecast`, rates of the pack: programme by programme, year by year, as the contract words it. */
export function naiveForecast(all: NaiveRows, day: string, to: number): NaiveForecast {
  const start = Number(day.slice(0, 4)) - (day.slice(5) >= '09-01' ? 0 : 1);
  const programmes = programmesOf(all);
  const heads = new Map<string, Heads[]>();
  const intakes = new Map<string, number[]>();
  const moves = new Map<number, number[]>();
  for (const programme of programmes) {
    const years = [stateOf(all, programme.id, day)];
    const taken = [startIntake(all, programme.id, start)];
    for (let year = start + 1; year <= Math.max(to, 2027); year++) {
      const before = years.at(-1) ?? [0, 0, 0, 0, 0];
      const intake = expectedIntake(all, programme.id, year);
      const after: Heads = [intake, share(before[0], STAY), share(before[1], STAY), share(before[2], STAY, STEP_UP), share(before[3], STAY)];
      const completing = share(before[4], STAY);
      const graduates = share(completing, CERTIFICATE);
      const leavers = total(before) + intake - total(after) - completing;
      if (leavers < 0) throw new Error('somebody came from nowhere');
      moves.set(year, [completing, graduates, share(graduates, LOCAL), leavers].map((more, at) => (moves.get(year)?.[at] ?? 0) + more));
      years.push(after);
      taken.push(intake);
    }
    heads.set(programme.id, years);
    intakes.set(programme.id, taken);
  }
  const at = (id: string, year: number): Heads => heads.get(id)?.[year - start] ?? [0, 0, 0, 0, 0];
  const expected = withIntakes(all, programmes, intakes, start);
  const rows: Record<string, NaiveYear> = {};
  const region: Record<string, NaiveRegionYear> = {};
  for (let year = start; year <= to; year++) {
    for (const campus of (all['campuses'] ?? []).filter((row) => cell(row, 'status') !== 'closed')) {
      rows[`${year} ${cell(campus, 'campus_id')}`] = campusYear({ all, campus, programmes, at, day, start }, year);
    }
    region[year] = {
      intake: programmes.reduce((sum, { id }) => sum + (intakes.get(id)?.[year - start] ?? 0), 0),
      grades: programmes.map(({ id }) => at(id, year)).reduce<Heads>((sum, one) => sum.map((x, grade) => x + (one[grade] ?? 0)) as Heads, [0, 0, 0, 0, 0]),
      moved: year === start ? null : moves.get(year) ?? [0, 0, 0, 0],
      targets: naiveTargets(expected, `${year}-10-31`),
    };
  }
  return { rows, region };
}

const total = (grades: readonly number[]): number => grades.reduce((sum, one) => sum + one, 0);

interface Programme { readonly id: string; readonly school: string; readonly campus: string | null; readonly major: string }

function programmesOf(all: NaiveRows): Programme[] {
  const ids = [...new Set(['programmes', 'intakes', 'students'].flatMap((sheet) => (all[sheet] ?? []).map((row) => cell(row, 'programme_id'))))];
  return ids.map((id) => {
    const row = ['programmes', 'intakes', 'students'].flatMap((sheet) => (all[sheet] ?? []).filter((one) => cell(one, 'programme_id') === id))[0] ?? {};
    const own = (all['programmes'] ?? []).find((one) => cell(one, 'programme_id') === id) ?? {};
    const school = cell(row, 'school_id');
    const open = (all['campuses'] ?? []).filter((one) => cell(one, 'school_id') === school && cell(one, 'status') !== 'closed');
    const only = open.length === 1 ? cell(open[0] ?? {}, 'campus_id') : null;
    return { id, school, campus: cell(own, 'campus_id') || only, major: cell(own, 'higher_code') };
  });
}

function stateOf(all: NaiveRows, programme: string, day: string): Heads {
  const inGrade = (grade: number): number => distinct((all['students'] ?? []).filter((row) =>
    cell(row, 'programme_id') === programme && inForce(row, day) && COUNTS.includes(cell(row, 'status'))
    && cell(row, 'grade') === String(grade) && cell(row, 'stage') === (grade <= 3 ? 'secondary' : 'higher')), 'student_id').length;
  return [inGrade(1), inGrade(2), inGrade(3), inGrade(4), inGrade(5)];
}

/** The region with the intakes that are expected, as if they had been registered. */
function withIntakes(all: NaiveRows, programmes: readonly Programme[], intakes: ReadonlyMap<string, readonly number[]>, start: number): NaiveRows {
  if (all['intakes'] === undefined && all['students'] === undefined) return all;
  const past = (all['intakes'] ?? []).filter((row) => Number(cell(row, 'year')) <= start);
  const future = programmes.flatMap(({ id, school }) => (intakes.get(id) ?? []).flatMap((registered, at) =>
    (at === 0 ? [] : [{ year: String(start + at), programme_id: id, school_id: school, registered: String(registered) }])));
  return { ...all, intakes: [...past, ...future] };
}

interface Looking {
  readonly all: NaiveRows;
  readonly campus: NaiveRow;
  readonly programmes: readonly Programme[];
  readonly at: (id: string, year: number) => Heads;
  readonly day: string;
  readonly start: number;
}

function campusYear(looking: Looking, year: number): NaiveYear {
  const { all, campus, programmes, at, start } = looking;
  const id = cell(campus, 'campus_id');
  const on = `${year}-10-31`;
  const ruled = on >= PARAMETERS_FROM;
  const people = peopleOf(looking, year);
  const judged: Campus = { ...campusOf(all, id, on), ...people };
  const verdicts: Record<string, NaiveAnswer> = {};
  for (const [name, judge] of Object.entries(NOT_WITHOUT_STUDENTS)) {
    const answer = people.heads === 0n ? notApplicable('no_students') : judge(judged);
    // An unknown N is missing students, and also whatever else keeps it unknown.
    verdicts[name] = answer.missing.includes('students') ? { ...answer, missing: [...answer.missing, ...people.also] } : answer;
  }
  for (const [name, judge] of Object.entries(ALWAYS)) verdicts[name] = judge(judged);
  const secondary = programmes.filter((one) => one.school === cell(campus, 'school_id'))
    .reduce((sum, one) => sum + total(at(one.id, year).slice(0, 3)) - total(at(one.id, start).slice(0, 3)), 0);
  const schools = (all['schools'] ?? []).map((row) => ({ ...row, secondary_students: String(Math.max(0, Number(cell(row, 'secondary_students')) + secondary)) }));
  const notices = naiveSchool(all['schools'] === undefined ? all : { ...all, schools }, cell(campus, 'school_id'), on);
  const names = [...Object.keys(verdicts), ...NOTICES];
  return {
    students: people.heads, grades: people.heads === null ? null : people.grades,
    verdicts: ruled ? { ...verdicts, ...notices } : Object.fromEntries(names.map((name) => [name, notApplicable('no_rule')])),
    capacity: ruled ? capacityOf(judged) : { students: null, binding: [] },
    needed: people.heads === null || !ruled ? null : neededFor(people.heads),
    grant: ruled ? grantOf(looking, year, people.heads) : null,
  };
}

type People = Pick<Campus, 'heads' | 'byName' | 'counted' | 'boarders'> & { readonly grades: readonly [number, number] | null; readonly also: readonly string[] };

function peopleOf({ all, campus, programmes, at, day, start }: Looking, year: number): People {
  const id = cell(campus, 'campus_id');
  const unknown: People = { heads: null, byName: false, counted: [], boarders: null, grades: null, also: [] };
  const today = campusOf(all, id, day);
  if (year === start) {
    if (day < PARAMETERS_FROM) return unknown;
    const inGrade = (grade: string): number => distinct(today.counted.filter((row) => cell(row, 'grade') === grade), 'student_id').length;
    const { heads, byName, counted, boarders } = today;
    return { heads, byName, counted, boarders, grades: byName ? [inGrade('4'), inGrade('5')] : null, also: [] };
  }
  const own = (sheet: string): boolean => (all[sheet] ?? []).some((row) => cell(row, 'campus_id') === id && (sheet !== 'students' || cell(row, 'stage') === 'higher'));
  if (!own('students') && own('headcounts')) return unknown;
  if (all['students'] === undefined && all['intakes'] === undefined) return { ...unknown, also: ['intakes'] };
  const nowhere = programmes.some((one) => one.campus === null && one.school === cell(campus, 'school_id') && total(at(one.id, year).slice(3)) > 0);
  if (nowhere) return { ...unknown, also: ['programmes'] };
  const here = programmes.filter((one) => one.campus === id);
  const [fourth, fifth] = [3, 4].map((grade) => here.reduce((sum, one) => sum + (at(one.id, year)[grade] ?? 0), 0));
  const counted = here.filter((one) => total(at(one.id, year).slice(3)) > 0).map((one) => ({ programme_id: one.id }));
  return { heads: BigInt((fourth ?? 0) + (fifth ?? 0)), byName: true, counted, boarders: null, grades: [fourth ?? 0, fifth ?? 0], also: [] };
}

/** The largest number that each standard allows, by trying. */
function capacityOf(campus: Campus): NaiveYear['capacity'] {
  const most = Object.entries(PER_STUDENT).flatMap(([name, judge]) => {
    const passes = (heads: bigint): boolean => judge({ ...campus, heads, byName: true }).outcome === 'met';
    if (judge({ ...campus, heads: 1n, byName: true }).outcome === 'undetermined' || passes(MOST)) return [];
    let [low, high] = [0n, MOST];
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (passes(middle)) low = middle;
      else high = middle;
    }
    return [{ name, students: Number(low) }];
  });
  if (most.length === 0) return { students: null, binding: [] };
  const least = Math.min(...most.map(({ students }) => students));
  return { students: least, binding: most.filter(({ students }) => students === least).map(({ name }) => name) };
}

function neededFor(heads: bigint): number[] {
  const per = (students: number): number => Number(ceil(fraction(heads, students)));
  return heads === 0n ? [0, 0, 0, 0] : [per(18), per(350), per(200), Math.max(1, per(4000))];
}

function grantOf(looking: Looking, year: number, current: bigint | null): string | null {
  const { all, campus, start } = looking;
  const previous = year === start ? pastHeads(all, campus, `${year - 1}-10-31`) : peopleOf(looking, year - 1).heads;
  const standard = (all['grant_standards'] ?? [])
    .filter((row) => cell(row, 'college_id') === cell(campus, 'college_id') && Number(cell(row, 'fiscal_year')) <= year)
    .sort((a, b) => Number(cell(a, 'fiscal_year')) - Number(cell(b, 'fiscal_year'))).at(-1);
  if (previous === null || current === null || standard === undefined) return null;
  const fen = ceil(times(times(decimal(cell(standard, 'yuan_per_student')), fraction(100)), fraction(8n * previous + 4n * current, 12)));
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function pastHeads(all: NaiveRows, campus: NaiveRow, on: string): bigint | null {
  const id = cell(campus, 'campus_id');
  const signed = (all['grant_headcounts'] ?? []).find((row) => cell(row, 'campus_id') === id && cell(row, 'on') === on);
  if (signed !== undefined) return BigInt(cell(signed, 'students'));
  const known = (all['students'] ?? []).some((row) => cell(row, 'campus_id') === id && cell(row, 'stage') === 'higher' && cell(row, 'from') <= on);
  if (known) return campusOf(all, id, on).heads;
  return cell(campus, 'opened_on') > on ? 0n : null;
}

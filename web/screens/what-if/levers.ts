import type { Changes } from '../../../core/check/changes.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import { add, exact, subtract, ZERO } from '../../../core/values/exact.ts';
import type { Exact } from '../../../core/values/exact.ts';
import type { Fact } from '../../../core/verdict/fact.ts';

type HeadKey = { [K in keyof Changes]-?: NonNullable<Changes[K]> extends number ? K : never }[keyof Changes];
type AmountKey = { [K in keyof Changes]-?: NonNullable<Changes[K]> extends Exact ? K : never }[keyof Changes];
export type LeverKey = HeadKey | AmountKey;
export type LeverGroup = 'groupStudents' | 'groupPremises' | 'groupEquipment' | 'groupTeachers' | 'groupOther';

/** One thing that can be supposed to be more or less than it is. */
export interface Lever {
  readonly key: LeverKey;
  readonly group: LeverGroup;
  /** `student`, `m2`, `yuan`, … */
  readonly unit: string;
  /** Whole heads, or an exact amount. */
  readonly whole: boolean;
  readonly step: number;
  /** The track reaches at least so far. */
  readonly reach: number;
  /** What the records say, with what is missing when they do not. */
  readonly present: (facts: CampusFacts) => Fact<Exact>;
  /** No more than this can be: those who hold a degree are among those who are there. */
  readonly most?: (facts: CampusFacts) => Exact | null;
}

function of<T>(fact: Fact<T>, pick: (value: T) => Exact | number): Fact<Exact> {
  if (fact.value === null) return { ...fact, value: null };
  const picked = pick(fact.value);
  return { ...fact, value: typeof picked === 'number' ? exact(picked) : picked };
}

function heads(key: HeadKey, group: LeverGroup, unit: string, reach: number, present: Lever['present'], most?: Lever['most']): Lever {
  return { key, group, unit, whole: true, step: 1, reach, present, ...(most !== undefined && { most }) };
}

function amount(key: AmountKey, group: LeverGroup, unit: string, step: number, reach: number, present: Lever['present'], most?: Lever['most']): Lever {
  return { key, group, unit, whole: false, step, reach, present, ...(most !== undefined && { most }) };
}

const persons = (facts: CampusFacts): Exact | null => (facts.teachers.value === null ? null : exact(facts.teachers.value.persons));

/** Every lever in the order of the page. */
export const LEVERS: readonly Lever[] = [
  heads('students', 'groupStudents', 'student', 400, (f) => f.students),
  heads('boarders', 'groupStudents', 'student', 400, (f) => f.boarders, (f) => f.students.value),
  amount('teaching_area_m2', 'groupPremises', 'm2', 1, 6000, (f) => f.teaching_area_m2),
  amount('land_area_m2', 'groupPremises', 'm2', 1, 20_000, (f) => f.land_area_m2),
  amount('dormitory_area_m2', 'groupPremises', 'm2', 1, 3000, (f) => f.dormitory_area_m2),
  amount('equipment_yuan', 'groupEquipment', 'yuan', 1000, 4_000_000, (f) => of(f.equipment, (e) => e.owned_yuan)),
  heads('teachers', 'groupTeachers', 'person', 20, teachersBesideIdeology),
  heads('ideology_teachers', 'groupTeachers', 'person', 5, (f) => of(f.ideology, (t) => t.persons)),
  heads('masters', 'groupTeachers', 'person', 20, (f) => of(f.teachers, (t) => t.masters), persons),
  heads('seniors', 'groupTeachers', 'person', 20, (f) => of(f.teachers, (t) => t.seniors), persons),
  heads('external_teachers', 'groupTeachers', 'person', 10, (f) => of(f.external, (n) => n)),
  heads('counsellors', 'groupTeachers', 'person', 5, (f) => f.counsellors),
  heads('psychologists', 'groupTeachers', 'person', 3, (f) => of(f.psychologists, (n) => n)),
  heads('experts', 'groupOther', 'person', 10, (f) => of(f.heads, (h) => h.experts)),
  amount('expert_hours', 'groupOther', 'hour', 1, 100, (f) => of(f.hours, (h) => h.expert), (f) => f.hours.value?.all ?? null),
  heads('overlaps', 'groupOther', 'person', 5, (f) => of(f.overlaps, (o) => o.uncovered)),
  heads('excepted', 'groupOther', 'person', 5, (f) => of(f.overlaps, (o) => o.excepted)),
  heads('unqualified', 'groupOther', 'person', 5, (f) => of(f.unqualified, (n) => n)),
  heads('classes_without_head', 'groupOther', 'class', 5, (f) => of(f.classes_without_head, (n) => n)),
];

/** Ideology teachers count among all teachers; the lever moves the others. */
function teachersBesideIdeology({ teachers, ideology }: CampusFacts): Fact<Exact> {
  if (teachers.value === null || ideology.value === null) return { value: null, missing: teachers.missing, evidence: [] };
  return { ...teachers, value: exact(Math.max(0, teachers.value.persons - ideology.value.persons)) };
}

/** What a change adds, exact. */
export function changeOf(changes: Changes, { key }: Lever): Exact {
  const change = changes[key];
  return change === undefined ? ZERO : typeof change === 'number' ? exact(change) : change;
}

/** What the lever stands at: the records and what is supposed beside them, never below nothing. */
export function positionOf(present: Exact, change: Exact): Exact {
  const position = add(present, change);
  return position.n < 0n ? ZERO : position;
}

/** The changes when a lever is moved to a position; heads only by whole ones. */
export function movedTo(changes: Changes, lever: Lever, present: Exact, position: Exact): Changes {
  const by = subtract(position, present);
  const { [lever.key]: _, ...rest } = changes;
  if (by.n === 0n) return rest;
  if (!lever.whole) return { ...rest, [lever.key]: by };
  const rounded = Math.round(Number(by.n) / Number(by.d));
  return rounded === 0 ? rest : { ...rest, [lever.key]: rounded };
}

/** The right end of a track: a round number with room for as much again, and for what was typed. */
export function reachOf(lever: Lever, present: number, position: number, most: number | null): number {
  const reach = roundUp(Math.max(lever.reach, present * 2, position));
  return most === null ? reach : Math.max(most, position, 1);
}

function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  const steps = [1, 2, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= n) ?? 10) * power;
}

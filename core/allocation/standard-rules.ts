import { amountOf, choiceOf } from '../facts/rules.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { add, divide, exact, multiply, ONE, subtract, type Exact } from '../values/exact.ts';
import { value, type Fact } from '../verdict/fact.ts';
import type { CampusYearAsked } from './campus-year.ts';
import { constant, minus, plus, times, type Linear } from './linear.ts';

/** A standard as sums that must not be below zero. */
export interface StandardRule {
  readonly standard: string;
  readonly needs: (facts: CampusFacts) => readonly Fact<unknown>[];
  /** False: no option changes what is wrong, it must be settled otherwise. */
  readonly canBeSettled: (facts: CampusFacts) => boolean;
  readonly sums: (asked: CampusYearAsked) => readonly Linear[];
}

const always = (): boolean => true;
const count = (persons: number): Linear => constant(exact(persons));

function perHead(standard: string, parameter: string, kind: 'room' | 'land', area: (facts: CampusFacts) => Fact<Exact>): StandardRule {
  return {
    standard, needs: (facts) => [area(facts)], canBeSettled: always,
    sums: ({ facts, parameters, heads, given }) => [minus(plus(constant(value(area(facts))), given(kind)), times(heads, amountOf(parameters, parameter)))],
  };
}

function perPost(
  standard: string, parameter: string, kind: 'ideology_teacher' | 'counsellor', fact: (facts: CampusFacts) => Fact<unknown>, posts: (facts: CampusFacts) => Exact,
): StandardRule {
  return {
    standard, needs: (facts) => [fact(facts)], canBeSettled: always,
    sums: ({ facts, parameters, heads, given }) => [minus(times(plus(constant(posts(facts)), given(kind)), amountOf(parameters, parameter)), heads)],
  };
}

/** Nobody knows yet who will board (B10): where only boarders count, nobody can be added to a campus without students. */
function dormitorySums({ facts, parameters, heads, given }: CampusYearAsked): Linear[] {
  if (choiceOf(parameters, 'dorm.denominator') !== 'all') return [times(heads, exact(-1))];
  return [minus(plus(constant(value(facts.dormitory_area_m2)), given('dormitory')), times(heads, amountOf(parameters, 'dorm.min_m2')))];
}

/** Teachers who are added, ideology teachers among them. */
function teachers({ given }: CampusYearAsked): Linear {
  return plus(given('teacher'), given('ideology_teacher'));
}

/** R5-d with each way to count external teachers (B6): none, by the cap on heads, by the cap on what they come to. */
function teacherSums(asked: CampusYearAsked): Linear[] {
  const { facts, parameters, heads, whole } = asked;
  const [figures, external] = [value(facts.teachers), exact(value(facts.external))];
  const most = amountOf(parameters, 'ratio.teacher.max_students');
  const posts = plus(constant(figures.share), teachers(asked));
  const enough = (more: Linear) => minus(times(plus(posts, more), most), heads);
  if (choiceOf(parameters, 'teacher.strict') === 'true') return [enough(count(0))];
  const [factor, cap] = [amountOf(parameters, 'teacher.external_factor'), amountOf(parameters, 'teacher.external_cap')];
  const allowed = times(plus(count(figures.persons), teachers(asked)), cap);
  const all = enough(constant(multiply(factor, external)));
  if (choiceOf(parameters, 'teacher.external_cap_on') !== 'heads') return [all, enough(allowed)];
  return external.n === 0n ? [all] : [all, enough(times(whole('external teachers who count', allowed), factor))];
}

/** A share among the counted persons. Those who are added bring the degree or title that is lacking. */
function shareSums(asked: CampusYearAsked, required: Exact, { persons, qualified }: { readonly persons: number; readonly qualified: number }, added: Linear): Linear[] {
  const there = plus(count(persons), added);
  const short = minus(plus(count(qualified), added), times(there, required));
  // Where nobody is taught nothing is asked: as much as could be lacking is given up while none is there.
  const most = multiply(required, exact(persons));
  return [plus(short, times(minus(count(1), asked.present), most)), minus(there, asked.present)];
}

function masterSums(asked: CampusYearAsked): Linear[] {
  const { facts, parameters, given } = asked;
  const required = amountOf(parameters, 'masters.min_share');
  if (ideologyOnly(parameters)) return shareSums(asked, required, { persons: value(facts.ideology).persons, qualified: value(facts.ideology).masters }, given('ideology_teacher'));
  return shareSums(asked, required, { persons: value(facts.teachers).persons, qualified: value(facts.teachers).masters }, teachers(asked));
}

export function ideologyOnly(parameters: CampusYearAsked['parameters']): boolean {
  return choiceOf(parameters, 'masters.base') === 'ideology';
}

/** Own equipment, with that of firms up to its cap (B11). */
function equipmentSums({ facts, parameters, heads, given }: CampusYearAsked): Linear[] {
  const { owned_yuan, enterprise_yuan } = value(facts.equipment);
  const cap = amountOf(parameters, 'equip.firm_cap');
  const owned = plus(constant(owned_yuan), given('equipment'));
  const needed = times(heads, amountOf(parameters, 'equip.min_yuan'));
  return [minus(plus(owned, constant(enterprise_yuan)), needed), minus(times(owned, add(ONE, divide(cap, subtract(ONE, cap)))), needed)];
}

function psychologistSums({ facts, parameters, heads, present, given }: CampusYearAsked): Linear[] {
  const posts = plus(count(value(facts.psychologists)), given('psychologist'));
  return [minus(posts, times(present, amountOf(parameters, 'psych.min_per_campus'))), minus(times(posts, amountOf(parameters, 'psych.ratio')), heads)];
}

/** Stations are counted only where the region says how many students one serves; no option brings any. */
function baseSums({ facts, parameters, heads, without_base }: CampusYearAsked): Linear[] {
  const perStation = parameters.get('base.students_per_station')?.value;
  const stations = typeof perStation === 'object' ? [minus(constant(multiply(perStation, exact(value(facts.bases).stations))), heads)] : [];
  return [times(without_base, exact(-1)), ...stations];
}

/** Excepted persons are at most a share of the full-time persons: those who are added make it larger (B14). */
function overlapSums(asked: CampusYearAsked): Linear[] {
  const { excepted, full_time } = value(asked.facts.overlaps);
  return [minus(times(plus(count(full_time), teachers(asked)), amountOf(asked.parameters, 'overlap.exception_max_share')), count(excepted))];
}

/** Every standard that a forecast judges, in the order of the pack. */
export const STANDARD_RULES: readonly StandardRule[] = [
  perHead('R1-b', 'rooms.min_m2', 'room', (f) => f.teaching_area_m2),
  perHead('R1-c', 'land.min_m2', 'land', (f) => f.land_area_m2),
  { standard: 'R1-d', needs: (f) => [f.dormitory_area_m2], canBeSettled: always, sums: dormitorySums },
  { standard: 'R2-a', needs: (f) => [f.bases], canBeSettled: () => false, sums: baseSums },
  { standard: 'R2-b', needs: (f) => [f.equipment], canBeSettled: always, sums: equipmentSums },
  { standard: 'R5-b', needs: (f) => [f.overlaps], canBeSettled: (f) => f.overlaps.value?.uncovered === 0, sums: overlapSums },
  { standard: 'R5-c', needs: (f) => [f.unqualified], canBeSettled: () => false, sums: () => [] },
  { standard: 'R5-d', needs: (f) => [f.teachers, f.external], canBeSettled: always, sums: teacherSums },
  perPost('R5-e', 'ratio.ideology.max_students', 'ideology_teacher', (f) => f.ideology, (f) => value(f.ideology).share),
  { standard: 'R5-f', needs: (f) => [f.teachers, f.ideology], canBeSettled: always, sums: masterSums },
  {
    standard: 'R5-g', needs: (f) => [f.teachers], canBeSettled: always,
    sums: (asked) => {
      const { persons, seniors } = value(asked.facts.teachers);
      return shareSums(asked, amountOf(asked.parameters, 'senior.min_share'), { persons, qualified: seniors }, teachers(asked));
    },
  },
  { standard: 'R5-i', needs: (f) => [f.psychologists], canBeSettled: always, sums: psychologistSums },
  perPost('R5-j', 'ratio.counsellor.max_students', 'counsellor', (f) => f.counsellors, (f) => value(f.counsellors)),
];

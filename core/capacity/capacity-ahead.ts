import { schoolCapacityOn, type Capacity } from '../check/capacity.ts';
import type { Judging } from '../check/judging.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { NO_CAPACITY } from '../forecast/campus-ground.ts';
import type { Ground, SchoolGround } from '../forecast/ground.ts';
import { headsOf, withHeads } from '../forecast/heads.ts';
import { pathsFrom, type Paths } from '../forecast/path.ts';
import type { RateSource } from '../forecast/rates.ts';
import { schoolFactsIn } from '../forecast/school-rest.ts';
import type { YearRules } from '../forecast/year-rules.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';

/** A campus in one autumn: who is foreseen there, and how many each standard allows. */
export interface CampusRoom {
  readonly year: number;
  readonly campus_id: string;
  /** N; null: not known. */
  readonly students: number | null;
  readonly capacity: Capacity;
}

/** What is left of a school in one autumn: its secondary students, and how many each notice allows. */
export interface SchoolRoom {
  readonly year: number;
  readonly school_id: string;
  readonly students: number | null;
  readonly capacity: Capacity;
}

export interface CapacityAhead {
  readonly campuses: readonly CampusRoom[];
  readonly schools: readonly SchoolRoom[];
}

/** S2-a, B8: what campuses and the rest of their schools can hold, year by year. */
export function capacityAhead(ground: Ground, source: RateSource): CapacityAhead {
  const paths = pathsFrom(ground, source);
  return {
    campuses: ground.rules.flatMap(({ year }, index) => ground.campuses.map((campus): CampusRoom => ({
      year, campus_id: campus.campus.campus_id,
      students: headsOf(campus, paths, index, ground.heads_unknown).students,
      capacity: campus.years[index]?.capacity ?? NO_CAPACITY,
    }))),
    schools: ground.rules.flatMap((rules, index) => schoolRooms(ground, paths, rules, index)),
  };
}

function schoolRooms(ground: Ground, paths: Paths, { year, judging }: YearRules, index: number): SchoolRoom[] {
  const capacityOf = schoolCapacityOn(judging);
  return ground.schools.map((school) => {
    const facts = schoolIn(school, paths, index);
    const heads = facts?.secondary_students.value ?? null;
    return { year, school_id: school.school_id, students: heads === null ? null : Number(heads.n / heads.d), capacity: facts === null ? NO_CAPACITY : capacityOf(facts) };
  });
}

const schoolIn = (school: SchoolGround, paths: Paths, index: number): SchoolFacts | null => schoolFactsIn(school, paths.of_school.get(school.school_id) ?? [], index);

/** What a campus and its school are judged by in one year; standards that depend on records of that year are not asked. */
export interface YearSituation {
  readonly rules: YearRules;
  readonly judging: Judging;
  readonly facts: CampusFacts;
  readonly school_id: string;
  readonly school: SchoolFacts | null;
}

/** Null without such a campus or year, or where no rule says how to count. */
export function situationIn(ground: Ground, source: RateSource, campus_id: string, year: number): YearSituation | null {
  const index = year - ground.start;
  const campus = ground.campuses.find((one) => one.campus.campus_id === campus_id);
  const rules = ground.rules[index];
  const facts = campus?.years[index]?.facts ?? null;
  if (campus === undefined || rules === undefined || facts === null) return null;
  const paths = pathsFrom(ground, source);
  const { school_id } = campus.campus;
  const school = ground.schools.find((one) => one.school_id === school_id);
  return {
    rules, school_id, judging: { ...rules.judging, judgeCampus: rules.judge },
    facts: withHeads(facts, headsOf(campus, paths, index, ground.heads_unknown).facts),
    school: school === undefined ? null : schoolIn(school, paths, index),
  };
}

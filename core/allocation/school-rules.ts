import { amountOf } from '../facts/rules.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { divide, greatest, multiply, subtract, ZERO, type Exact } from '../values/exact.ts';
import type { Fact } from '../verdict/fact.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Open } from './campus-rules.ts';
import { demand } from './demand.ts';
import { sumOf, type Level } from './levels.ts';
import { constant, minus, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import type { Situation } from './situation.ts';

/** How many secondary students what is left of a school can serve. */
interface RestRule {
  readonly fact: (facts: SchoolFacts) => Fact<Exact>;
  readonly serves: (amount: Exact, parameters: ParametersInForce) => Exact;
}

const perStudent = (key: string): RestRule['serves'] => (amount, parameters) => divide(amount, amountOf(parameters, key));

const REST_RULES: Readonly<Record<string, RestRule>> = {
  'S-land': { fact: (f) => f.land_m2, serves: perStudent('secondary.land.min_m2') },
  'S-building': { fact: (f) => f.building_m2, serves: perStudent('secondary.building.min_m2') },
  'S-equipment': { fact: (f) => f.equipment_yuan, serves: perStudent('secondary.equipment.min_yuan') },
  'S-teachers': { fact: (f) => f.secondary_teachers, serves: (teachers, parameters) => multiply(teachers, amountOf(parameters, 'secondary.ratio.max_students')) },
};

interface SchoolYear {
  readonly school_id: string;
  readonly year: number;
  /** Without the change that a forecast brings. */
  readonly facts: SchoolFacts;
  readonly parameters: ParametersInForce;
  readonly added: Linear;
}

/**
 * Both stages: new students are the school's first, for three years. What is left of it must go on serving its
 * secondary students (B8) wherever it would without the plan. What options bring is new to campus and school alike.
 */
export function writeSchoolRules(situation: Situation, levels: readonly Level[], draft: Draft): Open[] {
  const campusOf = new Map(situation.ground.campuses.map(({ campus }) => [campus.school_id, campus.campus_id]));
  const rows = new Map(situation.forecast.rows.map((row) => [`${row.campus_id} ${row.year}`, row]));
  return situation.ground.schools.flatMap(({ school_id, years }) => situation.ground.rules.flatMap(({ year, judging: { parameters } }, index) => {
    const facts = years[index] ?? null;
    const row = rows.get(`${campusOf.get(school_id) ?? ''} ${year}`);
    if (year < situation.first || facts === null || row === undefined) return [];
    const added = sumOf(levels.filter(({ programme }) => programme.school_id === school_id), (level) => secondaryOn(level, year));
    return row.notices.flatMap((verdict) => askNotice(verdict, { school_id, year, facts, parameters, added }, draft));
  }));
}

function askNotice(verdict: Verdict, { school_id, year, facts, parameters, added }: SchoolYear, draft: Draft): Open[] {
  const { standard, clause, outcome, reason, missing, measured: { numerator, denominator } } = verdict;
  if (outcome === 'unmet' || outcome === 'undetermined') return [{ standard, clause, notice: true, campus_id: null, school_id, year, outcome, missing }];
  const rule = REST_RULES[standard];
  if (rule === undefined || reason === 'no_rule') return [];
  const of = demand('notice', standard, { clause, school_id });
  const amount = rule.fact(facts).value;
  const room = amount === null ? ZERO : subtract(rule.serves(amount, parameters), (standard === 'S-teachers' ? numerator : denominator) ?? ZERO);
  // Without students nothing was asked, not even where less than nothing is left; what is not reported could not be judged once they come.
  draft.ask(of, minus(constant(greatest(room, ZERO)), added));
  return [];
}

/** Students of grades 1 to 3 whom a class brings to its school in a year. */
export function secondaryOn({ year, heads }: Level, in_year: number): number {
  const grade = in_year - year;
  return grade === 0 || grade === 1 || grade === 2 ? heads[grade] : 0;
}

import { ratesFor } from '../forecast/path.ts';
import type { ProgrammeGround } from '../forecast/ground.ts';
import { stepRates, type Grades } from '../forecast/step.ts';
import { add, exact, multiply, ONE, ZERO } from '../values/exact.ts';
import { combinations } from './combinations.ts';
import { moreOf } from './cohort.ts';
import { NOTHING, plus, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import { costOf, wholeUnit, type Offers } from './offers.ts';
import type { Situation } from './situation.ts';
import { YEARS_TO_GRADE_5 } from './situation.ts';
import { mostMissing, type WantedIntake } from './wanted.ts';

/** One way to add classes to a programme in a year: so many of each option, or none. */
export interface Level {
  readonly choice: number;
  readonly programme: ProgrammeGround['programme'];
  readonly year: number;
  /** By option. */
  readonly classes: ReadonlyMap<string, number>;
  readonly students: number;
  /** Heads more in grades 1 to 5, each a year after the one before. */
  readonly heads: Grades;
}

/**
 * Heads are rounded by programme and year, so each number of classes is a choice of its own with its heads worked
 * out: what the forecast will say of a plan is known before it is chosen.
 */
export function writeLevels(situation: Situation, offers: Offers, wanted: readonly WantedIntake[], draft: Draft): Level[] {
  const unknown = new Set(situation.forecast.rows.filter(({ year, students }) => year >= situation.first && students === null).map((row) => row.campus_id));
  const places = new Set(situation.ground.campuses.map(({ campus }) => campus.campus_id).filter((id) => !unknown.has(id)));
  const levels: Level[] = [];
  for (const programme of situation.ground.programmes) {
    const { campus_id } = programme.programme;
    if (campus_id === null || !places.has(campus_id)) continue;
    const own = offers.classes.filter((option) => option.campus_id === null || option.campus_id === campus_id);
    for (let year = situation.first; year <= situation.to; year += 1) levels.push(...levelsOf({ situation, programme, own, wanted, draft }, year));
  }
  return levels;
}

interface Place {
  readonly situation: Situation;
  readonly programme: ProgrammeGround;
  readonly own: Offers['classes'];
  readonly wanted: readonly WantedIntake[];
  readonly draft: Draft;
}

function levelsOf({ situation, programme, own, wanted, draft }: Place, year: number): Level[] {
  const options = own.filter(({ from_year }) => from_year <= year);
  const short = Math.max(mostMissing(situation, wanted, year), wantsSchools(situation, year) ? 1 : 0);
  if (options.length === 0 || short <= 0) return [];
  // What an earlier year added beyond what it lacked, its classes being whole, is kept up too (1.2-b).
  const missing = short + Math.max(...own.map(wholeUnit)) - 1;
  const rates = stepRates(ratesFor(situation.ground, situation.rates, programme.programme.programme_id));
  const intake = programme.intakes[year - situation.ground.start]?.students ?? 0;
  const levels = combinations(options, missing).map(({ classes, students }) => ({
    choice: draft.choice({
      name: `${[...classes].map(([id, count]) => `${count} × ${id}`).join(', ')} for ${programme.programme.programme_id} in ${year}`,
      most: 1,
      cost_yuan: multiply(situation.weight('class'), options.reduce((sum, option) => add(sum, multiply(costOf(option, YEARS_TO_GRADE_5 + 1), exact(classes.get(option.option_id) ?? 0))), ZERO)),
    }),
    programme: programme.programme, year, classes, students, heads: moreOf(intake, students, rates),
  }));
  // One of them, or none.
  draft.ask(null, plus({ constant: ONE, terms: [] }, ...levels.map(({ choice }) => variable(choice, exact(-1)))));
  return levels;
}

/** 1.2-f counts the schools that take students in the year in which it falls due: a class may be what one of them lacks. */
function wantsSchools({ pack, ground, first, to }: Situation, year: number): boolean {
  const parameters = ground.rules.at(-1)?.judging.parameters;
  return pack.targets.some(({ unit, due }) => {
    const day = parameters?.get(due)?.value;
    const of = typeof day === 'string' ? Number(day.slice(0, 4)) : 0;
    return unit === 'school' && of >= first && of <= to && of <= year;
  });
}

function total(classes: ReadonlyMap<string, number>): number {
  return [...classes.values()].reduce((sum, count) => sum + count, 0);
}

/** Σ figure of each level that is taken. */
export function sumOf(levels: readonly Level[], figure: (level: Level) => number): Linear {
  return levels.reduce((sum, level) => {
    const value = figure(level);
    return value === 0 ? sum : plus(sum, variable(level.choice, exact(value)));
  }, NOTHING);
}

export function classesIn({ classes }: Level): number {
  return total(classes);
}

import { choiceOf } from '../facts/rules.ts';
import { scaled } from '../values/exact.ts';
import { date, yearOf } from '../values/plain-date.ts';
import { regionYearOf } from './region-years.ts';
import { ASKED, demand, type Demand } from './demand.ts';
import type { Situation } from './situation.ts';

/** New students that the region shall have in a year. */
export interface WantedIntake {
  readonly demand: Demand;
  readonly year: number;
  readonly students: number;
}

/** 1.2-i, 1.2-j and what was asked: those that a plan can still change. Aims to strive for are shown, never asked. */
export function wantedIntakes(situation: Situation): WantedIntake[] {
  const { pack, ground, first, to, target } = situation;
  const parameters = ground.rules.at(-1)?.judging.parameters ?? new Map();
  const aims = pack.targets.filter(({ notice, unit, parameter, due }) => !notice && unit === 'student' && parameters.has(parameter) && parameters.has(due))
    .flatMap(({ id, part, clause, parameter, due }) => {
      const value = parameters.get(parameter)?.value;
      const year = yearOf(date(choiceOf(parameters, due)));
      if (typeof value !== 'object' || year < first || year > to) return [];
      return [{ demand: demand('target', id, { part, clause }), year, students: Number(scaled(value, 0, 'up')) }];
    });
  return target === null ? aims : [...aims, { demand: ASKED, year: to, students: target }];
}

/** How many students short of what is wanted a year is at most, with what earlier years must add as well. */
export function mostMissing(situation: Situation, wanted: readonly WantedIntake[], year: number): number {
  const short = wanted.filter((one) => one.year <= year).map(({ year: of, students }) => students - regionYearOf(situation, of).intake);
  return Math.max(0, ...short);
}

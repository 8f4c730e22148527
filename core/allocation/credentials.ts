import { amountOf } from '../facts/rules.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { exact, multiply, scaled, subtract } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { ideologyOnly } from './standard-rules.ts';

/** Of the people a campus hires, how many at least must hold a degree or a title. */
export interface Credentials {
  readonly masters: number;
  readonly ideology_masters: number;
  readonly seniors: number;
}

/** People hired for a campus by a year. */
export interface Hired {
  readonly facts: CampusFacts;
  readonly parameters: ParametersInForce;
  readonly teachers: number;
  readonly ideology_teachers: number;
  /** Nobody taught there: nothing is asked. */
  readonly empty: boolean;
}

/** The most that any year asks; those who are hired first are given it first (R5-f, R5-g). */
export function credentialsOf(years: readonly Hired[]): Credentials {
  const most = (ask: (hired: Hired) => number) => Math.max(0, ...years.filter(({ empty }) => !empty).map(ask));
  const ideology = (hired: Hired) => ideologyOnly(hired.parameters);
  return {
    masters: most((hired) => (ideology(hired) ? 0 : short(hired, 'masters'))),
    ideology_masters: most((hired) => (ideology(hired) ? shortOfIdeology(hired) : 0)),
    seniors: most((hired) => short(hired, 'seniors')),
  };
}

function short({ facts, parameters, teachers, ideology_teachers }: Hired, of: 'masters' | 'seniors'): number {
  const figures = facts.teachers.value;
  const key = of === 'masters' ? 'masters.min_share' : 'senior.min_share';
  return figures === null || !parameters.has(key) ? 0 : lacking(figures.persons + teachers + ideology_teachers, figures[of], amountOf(parameters, key));
}

function shortOfIdeology({ facts, parameters, ideology_teachers }: Hired): number {
  const figures = facts.ideology.value;
  return figures === null ? 0 : lacking(figures.persons + ideology_teachers, figures.masters, amountOf(parameters, 'masters.min_share'));
}

function lacking(persons: number, qualified: number, share: ReturnType<typeof amountOf>): number {
  return Number(scaled(subtract(multiply(share, exact(persons)), exact(qualified)), 0, 'up'));
}

import { capacityOn, type Capacity } from '../check/capacity.ts';
import { judgingOn, type Judging } from '../check/judging.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { choiceOf } from '../facts/rules.ts';
import type { Pack } from '../policy/pack.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import { parametersOn, type ParametersInForce } from '../verdict/parameter.ts';
import { bindStandards, type Judge } from '../verdict/standard.ts';

/** What depends on records of a year that nobody knows yet: facilities checked, equipment bought, lessons given, classes led. */
const NOT_FORECAST: ReadonlySet<string> = new Set(['R1-e', 'R2-c', 'R5-h', 'R5-k']);

/** The rules of one year, on the day that its conditions are looked at. */
export interface YearRules {
  readonly year: number;
  readonly on: PlainDate;
  readonly judging: Judging;
  /** The standards that can be foreseen, in the order of the pack. */
  readonly judge: Judge<CampusFacts>;
  readonly capacityOf: (facts: CampusFacts) => Capacity;
}

/** Rules of the years `from` to `to`; years with the same parameters share what was bound to them. */
export function yearRules(pack: Pack, from: number, to: number, planning: ParametersInForce): YearRules[] {
  const rules: YearRules[] = [];
  for (let year = from; year <= to; year += 1) {
    const on = dayOf(year, planning);
    const before = rules.at(-1);
    rules.push(before !== undefined && same(before.judging.parameters, parametersOn(pack.parameters, on))
      ? { ...before, year, on, judging: { ...before.judging, on } }
      : bound(pack, year, on));
  }
  return rules;
}

function bound(pack: Pack, year: number, on: PlainDate): YearRules {
  const judging = judgingOn(pack, on);
  const foreseen = pack.standards.filter((standard) => !NOT_FORECAST.has(standard.id));
  return { year, on, judging, judge: bindStandards(foreseen, judging.parameters), capacityOf: capacityOn(judging) };
}

/** The autumn day of a year on which conditions are looked at. */
export function dayOf(year: number, planning: ParametersInForce): PlainDate {
  return date(`${String(year).padStart(4, '0')}-${choiceOf(planning, 'snapshot.condition')}`);
}

/** Planning assumes before the document what it assumes from its first day on. */
export function planningOn(pack: Pack, on: PlainDate): ParametersInForce {
  const { effective_from } = pack.header;
  return parametersOn(pack.parameters, on < effective_from ? effective_from : on);
}

function same(a: ParametersInForce, b: ParametersInForce): boolean {
  return a.size === b.size && [...a].every(([key, parameter]) => b.get(key) === parameter);
}

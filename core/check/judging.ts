import { campusFacts, type CampusFacts } from '../facts/campus-facts.ts';
import type { CampusRows } from '../facts/campus-rows.ts';
import { countingRules, type CountingRules } from '../facts/rules.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';
import type { Pack } from '../policy/pack.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { judgeComposites } from '../verdict/composite.ts';
import { parametersOn, type Parameter, type ParametersInForce } from '../verdict/parameter.ts';
import { bindStandards, type Judge } from '../verdict/standard.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** A pack made ready for one day: its parameters in force, its standards bound to them. */
export interface Judging {
  readonly pack: Pack;
  readonly on: PlainDate;
  readonly parameters: ParametersInForce;
  /** Null when no rule says how to count on that day. */
  readonly rules: CountingRules | null;
  readonly judgeCampus: Judge<CampusFacts>;
  readonly judgeSchool: Judge<SchoolFacts>;
}

/** `changes` replace the values of parameters in force: another reading, or a value not yet approved. */
export function judgingOn(pack: Pack, on: PlainDate, changes: ReadonlyMap<string, Parameter['value']> = new Map()): Judging {
  const inForce = parametersOn(pack.parameters, on);
  const parameters = new Map([...inForce].map(([key, p]) => [key, withValue(p, changes.get(key))]));
  return {
    pack,
    on,
    parameters,
    rules: countingRules(parameters),
    judgeCampus: bindStandards(pack.standards, parameters),
    judgeSchool: bindStandards(pack.schoolStandards, parameters),
  };
}

function withValue(parameter: Parameter, value: Parameter['value'] | undefined): Parameter {
  return value === undefined ? parameter : { ...parameter, value };
}

/** What a campus is on a day: the facts, the verdict of every standard, and of the composites. */
export interface CampusAnswer {
  readonly facts: CampusFacts | null;
  readonly verdicts: readonly Verdict[];
  readonly composites: readonly Verdict[];
}

export function answerCampus(rows: CampusRows, judging: Judging): CampusAnswer {
  const facts = judging.rules === null ? null : campusFacts(rows, judging.on, judging.rules);
  return answerFacts(facts, judging);
}

/** The same from facts that are already counted, or imagined. */
export function answerFacts(facts: CampusFacts | null, judging: Judging): CampusAnswer {
  const verdicts = judging.judgeCampus(facts);
  return { facts, verdicts, composites: judgeComposites(judging.pack.composites, verdicts) };
}

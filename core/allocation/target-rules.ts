import { groupBy } from '../facts/campus-rows.ts';
import { amountOf, choiceOf } from '../facts/rules.ts';
import { exact, ZERO } from '../values/exact.ts';
import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { Target, TargetVerdict } from '../verdict/target.ts';
import type { RegionRows } from '../facts/region-rows.ts';
import { demand, STEADY } from './demand.ts';
import { sumOf, type Level } from './levels.ts';
import { constant, minus, NOTHING, plus, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import { reachedBy, type Opening } from './openings.ts';
import { regionYearOf } from './region-years.ts';
import type { Situation } from './situation.ts';
import type { WantedIntake } from './wanted.ts';

interface Written {
  readonly draft: Draft;
  readonly levels: readonly Level[];
  readonly openings: readonly Opening[];
}

/** What is open of the aims and no option can settle. */
export interface OpenTarget {
  readonly standard: string;
  readonly part: string | null;
  readonly clause: string;
  readonly year: number;
  readonly outcome: TargetVerdict['outcome'];
  readonly missing: readonly string[];
}

export function writeIntakeRules(situation: Situation, wanted: readonly WantedIntake[], { draft, levels }: Written): void {
  for (const { demand: of, year, students } of wanted) {
    const missing = students - regionYearOf(situation, year).intake;
    draft.ask(of, minus(addedIn(levels, year), constant(exact(missing))));
  }
  for (let year = situation.first + 1; year <= situation.to; year += 1) {
    draft.ask(STEADY, minus(addedIn(levels, year), addedIn(levels, year - 1)));
  }
}

function addedIn(levels: readonly Level[], year: number): Linear {
  return sumOf(levels, (level) => (level.year === year ? level.students : 0));
}

/** Aims of 1.2 that fall due in the years decided for. Those that are over, or that no option touches, are told as open. */
export function writeAims(situation: Situation, written: Written): OpenTarget[] {
  return situation.pack.targets.filter(({ notice }) => !notice).flatMap((target) => {
    const due = dueOf(situation, target);
    if (due === null || due.year > situation.to) return [];
    const verdict = verdictAt(situation, target, due.year);
    if (verdict === undefined || verdict.outcome === 'not_applicable') return [];
    const { standard, part, clause, outcome, missing } = verdict;
    const more = due.year < situation.first || outcome === 'undetermined' ? null : MORE[`${target.id} ${target.part ?? ''}`.trim()];
    if (more === undefined) return [];
    if (more === null) return outcome === 'met' ? [] : [{ standard, part, clause, year: due.year, outcome, missing }];
    const there = verdict.measured.numerator ?? ZERO;
    const required = minus(constant(there), constant(wantedOf(verdict)));
    written.draft.ask(demand('target', standard, { part, clause }), plus(required, more(situation, due.year, written)));
    return [];
  });
}

function wantedOf({ required, measured }: TargetVerdict) {
  const [value, all] = [required.value ?? ZERO, measured.denominator ?? exact(1)];
  return exact(value.n * all.n, value.d * all.d);
}

function dueOf({ ground }: Situation, { due, parameter }: Target<RegionRows>): { readonly year: number } | null {
  const parameters = ground.rules.at(-1)?.judging.parameters;
  if (parameters === undefined || !parameters.has(due) || !parameters.has(parameter) || amountOf(parameters, parameter).n === 0n) return null;
  return { year: yearOf(date(choiceOf(parameters, due))) };
}

/** How an aim stands on its day, without a plan: as it is judged in the first autumn after it. */
function verdictAt({ ground }: Situation, { id, part }: Target<RegionRows>, dueYear: number): TargetVerdict | undefined {
  return ground.targets[indexAfter(ground.start, dueYear)]?.find((verdict) => verdict.standard === id && verdict.part === part);
}

export function indexAfter(start: number, dueYear: number): number {
  return Math.max(0, dueYear + 1 - start);
}

function judgedOn({ ground, on }: Situation, dueYear: number): PlainDate {
  return ground.rules[indexAfter(ground.start, dueYear)]?.on ?? on;
}

type More = (situation: Situation, year: number, written: Written) => Linear;

/** What a plan can add to an aim. The intake is asked for by itself (`writeIntakeRules`). */
const MORE: Readonly<Record<string, More>> = {
  '1.2-f': newSchools,
  '1.2-g parks': (situation, year, { openings, draft }) => reachedBy(situation, openings, { year, on: judgedOn(situation, year) }, 'park', draft),
  '1.2-g counties': (situation, year, { openings, draft }) => reachedBy(situation, openings, { year, on: judgedOn(situation, year) }, 'county', draft),
};

/** Schools in their pilot that took nobody that year count once a class is added (B45). */
function newSchools({ ground, region, forecast }: Situation, year: number, { levels, draft }: Written): Linear {
  const last = `${year}-12-31`;
  const running = new Map([...groupBy(region.schools ?? [], (row) => row.school_id)].flatMap(([id, rows]) => {
    const latest = rows.filter(({ on }) => on <= last).sort((a, b) => a.on.localeCompare(b.on)).at(-1);
    const runs = latest !== undefined && latest.pilot_from !== null && latest.pilot_from <= last && (latest.pilot_to === null || latest.pilot_to >= last);
    return runs ? [[id, true] as const] : [];
  }));
  const intakes = regionYearOf({ forecast }, year).intakes;
  const taking = new Set(ground.programmes.filter(({ programme }) => intakes.some((one) => one.programme_id === programme.programme_id && one.intake.students > 0)).map(({ programme }) => programme.school_id));
  return [...groupBy(levels.filter((level) => level.year === year), ({ programme }) => programme.school_id)].reduce((sum, [school_id, own]) => {
    if (!running.has(school_id) || taking.has(school_id)) return sum;
    const takesPart = variable(draft.choice({ name: `${school_id} takes part in ${year}`, most: 1, cost_yuan: ZERO }));
    draft.ask(null, minus(sumOf(own, () => 1), takesPart));
    return plus(sum, takesPart);
  }, NOTHING);
}

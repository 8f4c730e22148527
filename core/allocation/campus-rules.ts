import type { PayingCampus } from '../forecast/ground.ts';
import type { CampusYear } from '../forecast/forecast.ts';
import { exact, ONE, ZERO } from '../values/exact.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { CampusYearAsked } from './campus-year.ts';
import { demand } from './demand.ts';
import { sumOf, type Level } from './levels.ts';
import { constant, minus, plus, times, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import type { Situation } from './situation.ts';
import { STANDARD_RULES, type StandardRule } from './standard-rules.ts';
import { givenBy, type Holding } from './stock.ts';

/** What is open without a plan and no option can settle: it is told beside the plan and asks nothing of it. */
export interface Open {
  readonly standard: string;
  readonly clause: string;
  readonly notice: boolean;
  readonly campus_id: string | null;
  readonly school_id: string | null;
  readonly year: number;
  readonly outcome: Verdict['outcome'];
  readonly missing: readonly string[];
}

interface Written {
  readonly draft: Draft;
  readonly levels: readonly Level[];
  readonly holdings: readonly Holding[];
}

/** Every standard of every campus in every year that is judged. */
export function writeCampusRules(situation: Situation, written: Written): Open[] {
  const rows = new Map(situation.forecast.rows.map((row) => [`${row.campus_id} ${row.year}`, row]));
  return situation.ground.campuses.flatMap((campus) => situation.ground.rules.flatMap(({ year }, index) => {
    const row = rows.get(`${campus.campus.campus_id} ${year}`);
    return year < situation.first || row === undefined ? [] : campusYear(situation, { campus, row, index }, written);
  }));
}

interface Place {
  readonly campus: PayingCampus;
  readonly row: CampusYear;
  readonly index: number;
}

function campusYear(situation: Situation, { campus, row, index }: Place, { draft, levels, holdings }: Written): Open[] {
  const facts = campus.years[index]?.facts ?? null;
  const parameters = situation.ground.rules[index]?.judging.parameters;
  if (facts === null || parameters === undefined) return [];
  const { campus_id } = campus.campus;
  const own = levels.filter(({ programme }) => programme.campus_id === campus_id);
  const added = sumOf(own, (level) => headsOn(level, row.year));
  const asked: CampusYearAsked = {
    facts, parameters,
    heads: plus(constant(exact(row.students ?? 0)), added),
    present: presence(row, added, draft),
    without_base: sumOf(own.filter(({ programme }) => !hasBase(facts, programme.higher_code)), (level) => headsOn(level, row.year)),
    given: givenBy(holdings, campus_id, row.year),
    whole: (name, most) => {
      const choice = variable(draft.choice({ name: `${name} at ${campus_id} in ${row.year}`, most: facts.external.value ?? 0, cost_yuan: ZERO }));
      draft.ask(null, minus(most, choice));
      return choice;
    },
  };
  return STANDARD_RULES.flatMap((rule) => askStandard(rule, row, asked, added, draft));
}

/** Students of grades 4 and 5 whom a class brings to its campus in a year. */
export function headsOn({ year, heads }: Level, in_year: number): number {
  return in_year === year + 3 ? heads[3] : in_year === year + 4 ? heads[4] : 0;
}

function hasBase({ bases }: CampusYearAsked['facts'], code: string | null): boolean {
  return code !== null && (bases.value?.majors.has(code) ?? false);
}

/** With students already there, or a number that nobody knows, it is one; where a plan may bring the first it is one as soon as it does. */
function presence({ students, campus_id, year }: CampusYear, added: Linear, draft: Draft): Linear {
  if (students === null || students > 0) return constant(ONE);
  if (added.terms.length === 0) return constant(ZERO);
  const anybody = variable(draft.choice({ name: `anybody at ${campus_id} in ${year}`, most: 1, cost_yuan: ZERO }));
  const all = added.terms.reduce((sum, { factor }) => plus(sum, constant(factor)), constant(ZERO));
  draft.ask(null, minus(times(anybody, all.constant), added));
  return anybody;
}

function askStandard(rule: StandardRule, row: CampusYear, asked: CampusYearAsked, added: Linear, draft: Draft): Open[] {
  const verdict = row.verdicts.find(({ standard }) => standard === rule.standard);
  if (verdict === undefined || verdict.reason === 'no_rule') return [];
  const { standard, clause, outcome, missing } = verdict;
  const of = demand('standard', standard, { clause, campus_id: row.campus_id });
  const settled = outcome !== 'undetermined' && (outcome !== 'unmet' || (row.students !== null && rule.canBeSettled(asked.facts)));
  // Missing is not zero: nobody is added where it could not be judged, and no major without a training base grows.
  if (rule.needs(asked.facts).some(({ value }) => value === null)) draft.ask(of, times(added, exact(-1)));
  else if (settled) for (const sum of rule.sums(asked)) draft.ask(of, sum);
  else if (standard === 'R2-a') draft.ask(of, times(asked.without_base, exact(-1)));
  return settled ? [] : [{ standard, clause, notice: false, campus_id: row.campus_id, school_id: null, year: row.year, outcome, missing }];
}

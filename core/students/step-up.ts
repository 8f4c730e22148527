import type { Row } from '../exchange/sheets.ts';
import { amountOf, choiceOf } from '../facts/rules.ts';
import { compare, type Exact } from '../values/exact.ts';
import { yearOf, type PlainDate } from '../values/plain-date.ts';
import { rowsOf } from '../verdict/fact.ts';
import { worst } from '../verdict/measure.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Evidence, Outcome } from '../verdict/verdict.ts';
import { AT_SCHOOL, type Stage, type RollStatus } from './roll.ts';

/** What is known of a student who is to step up. Null: the sheet was not reported, or nobody stated it. */
export interface StepUpFacts {
  readonly roll: { readonly stage: Stage; readonly status: RollStatus; readonly grade: number; readonly row: number } | null;
  readonly filings: readonly Row<'filings'>[] | null;
  readonly results: readonly Row<'results'>[] | null;
  readonly conduct_ok: boolean | null;
  /** Holds a provincial prize or a higher one. */
  readonly prize: boolean;
}

export interface StepUpLine {
  readonly name: 'list' | 'roll' | 'score' | 'conduct';
  readonly clause: string;
  readonly outcome: Outcome;
  readonly reason: 'exempt' | null;
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface StepUpAnswer {
  /** Met when every line is: then the college may take the student up. */
  readonly outcome: Outcome;
  /** The score that counts: the better of the test and the resits that are allowed. */
  readonly score: Exact | null;
  readonly lines: readonly StepUpLine[];
}

/**
 * M3-c, M9-d: whether a student may step up in the season of a year: on the filed list of new students, at
 * school in the final secondary grade, past the line in the test or a resit, conduct passed. Null on a day
 * without rules.
 */
export function stepUpEligibility(facts: StepUpFacts, on: PlainDate, parameters: ParametersInForce): StepUpAnswer | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const { score, line } = scoreLine(facts, on, parameters);
  const lines = [listLine(facts), rollLine(facts, parameters), line, conductLine(facts)];
  return { outcome: worst(lines.map((one) => one.outcome)), score, lines };
}

const KEYS = ['upgrade.pass_line', 'upgrade.resits', 'upgrade.exempt', 'roll.secondary_years'] as const;

function lineOf(name: StepUpLine['name'], clause: string, outcome: Outcome, more: Partial<StepUpLine> = {}): StepUpLine {
  return { name, clause, outcome, reason: null, missing: [], evidence: [], ...more };
}

/** Who is not on the list that was filed in year 1 cannot step up. */
function listLine({ filings }: StepUpFacts): StepUpLine {
  if (filings === null) return lineOf('list', 'M3-c', 'undetermined', { missing: ['filings'] });
  return filings.length === 0 ? lineOf('list', 'M3-c', 'unmet') : lineOf('list', 'M3-c', 'met', { evidence: [rowsOf('filings', filings)] });
}

function rollLine({ roll }: StepUpFacts, parameters: ParametersInForce): StepUpLine {
  if (roll === null) return lineOf('roll', 'R3-b', 'undetermined', { missing: ['students'] });
  const { n, d } = amountOf(parameters, 'roll.secondary_years');
  const ready = roll.stage === 'secondary' && AT_SCHOOL.has(roll.status) && roll.grade === Number(n / d);
  return lineOf('roll', 'R3-b', ready ? 'met' : 'unmet', { evidence: [rowsOf('students', [roll])] });
}

/** The season is the calendar year. The best of what counts decides, so that a resit never makes a result worse. */
function scoreLine({ results, prize }: StepUpFacts, on: PlainDate, parameters: ParametersInForce): { readonly score: Exact | null; readonly line: StepUpLine } {
  if (prize && choiceOf(parameters, 'upgrade.exempt') === 'provincial_prize') return { score: null, line: lineOf('score', 'M9-d', 'met', { reason: 'exempt' }) };
  if (results === null) return { score: null, line: lineOf('score', 'M9-d', 'undetermined', { missing: ['results'] }) };
  const season = results.filter((one) => one.on <= on && yearOf(one.on) === yearOf(on)).sort((a, b) => (a.on < b.on ? -1 : 1));
  const allowed = amountOf(parameters, 'upgrade.resits');
  const counted = [
    ...season.filter((one) => one.kind === 'upgrade_test').slice(0, 1),
    ...season.filter((one) => one.kind === 'upgrade_resit').slice(0, Number(allowed.n / allowed.d)),
  ];
  const [first, ...others] = counted;
  if (first === undefined) return { score: null, line: lineOf('score', 'M9-d', 'undetermined', { missing: ['results'] }) };
  const best = others.reduce((found, one) => (compare(one.score, found.score) > 0 ? one : found), first);
  const passed = compare(best.score, amountOf(parameters, 'upgrade.pass_line')) >= 0;
  return { score: best.score, line: lineOf('score', 'M9-d', passed ? 'met' : 'unmet', { evidence: [rowsOf('results', counted)] }) };
}

function conductLine({ conduct_ok }: StepUpFacts): StepUpLine {
  if (conduct_ok === null) return lineOf('conduct', 'M9-d', 'undetermined', { missing: ['conduct_ok'] });
  return lineOf('conduct', 'M9-d', conduct_ok ? 'met' : 'unmet');
}

import type { Dataset } from '../exchange/sheets.ts';
import { hasErrors } from '../exchange/problem.ts';
import { LINE_KINDS, type Line, type LineKind } from '../funding/line.ts';
import { fundingRules } from '../funding/rules.ts';
import { scopeOf } from '../funding/scope.ts';
import { settle } from '../funding/settle.ts';
import type { Pack } from '../policy/pack.ts';
import { compare, type Exact } from '../values/exact.ts';
import { yuanText } from '../values/fen.ts';
import { academicYearOf, yearOf, type PlainDate } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';

/** What is due in a year under one kind of line, by two packs. */
export interface MoneyChange {
  readonly kind: LineKind;
  readonly clause: string;
  /** Academic year of fees, fiscal year of grants. */
  readonly year: number;
  /** Null where something is missing, of at least one line. */
  readonly before_yuan: string | null;
  readonly after_yuan: string | null;
}

export interface MoneyChanges {
  /** False: the records can not be settled, or no rule is in force. */
  readonly settled: boolean;
  readonly lines: readonly MoneyChange[];
  /** Agreed shares below the new floor, counted as the floor. */
  readonly shares_raised: number;
}

const OF_FISCAL_YEAR: ReadonlySet<LineKind> = new Set(['grant', 'grant_pass']);

/** R4, M5: the amounts that are due in the years of a day by two packs. An agreed share below the new floor is raised to it: less would not be lawful. */
export function moneyChanges(dataset: Dataset, before: Pack, after: Pack, on: PlainDate): MoneyChanges {
  const scope = scopeOf(academicYearOf(on), on, yearOf(on));
  const raised = raisedShares(dataset, after, on);
  const [was, is] = [dueBy(dataset, before, scope), dueBy(raised.dataset, after, scope)];
  if (was === null || is === null) return { settled: false, lines: [], shares_raised: raised.count };
  const kinds = (Object.keys(LINE_KINDS) as LineKind[]).filter((kind) => was.has(kind) || is.has(kind));
  return {
    settled: true, shares_raised: raised.count,
    lines: kinds.map((kind) => ({ kind, clause: LINE_KINDS[kind].clause, year: OF_FISCAL_YEAR.has(kind) ? scope.fiscal_year : scope.academic_year, before_yuan: was.get(kind) ?? null, after_yuan: is.get(kind) ?? null })),
  };
}

function dueBy(dataset: Dataset, pack: Pack, scope: Parameters<typeof settle>[3]): ReadonlyMap<LineKind, string | null> | null {
  const rules = fundingRules(pack.parameters, scope);
  if ('no_rule_on' in rules) return null;
  const { lines, problems } = settle(dataset, [], rules, scope);
  if (hasErrors(problems)) return null;
  return new Map((Object.keys(LINE_KINDS) as LineKind[]).map((kind) => [kind, lines.filter((line) => line.kind === kind)] as const)
    .filter(([, own]) => own.length > 0).map(([kind, own]) => [kind, sumOfDue(own)]));
}

function sumOfDue(lines: readonly Line[]): string | null {
  return lines.some(({ due }) => due === null) ? null : yuanText(lines.reduce((sum, { due }) => sum + (due ?? 0n), 0n));
}

function raisedShares(dataset: Dataset, pack: Pack, on: PlainDate): { readonly dataset: Dataset; readonly count: number } {
  const floor = parametersOn(pack.parameters, on).get('tuition.share')?.value;
  if (typeof floor !== 'object' || dataset.shares === undefined) return { dataset, count: 0 };
  const below = (share: Exact): boolean => compare(share, floor) < 0;
  const count = dataset.shares.filter(({ tuition_share }) => below(tuition_share)).length;
  return { count, dataset: count === 0 ? dataset : { ...dataset, shares: dataset.shares.map((row) => (below(row.tuition_share) ? { ...row, tuition_share: floor } : row)) } };
}

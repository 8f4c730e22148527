import type { Dataset, Row, SheetName } from '../exchange/sheets.ts';
import { listOf } from '../facts/rules.ts';
import { fenOf, sumOf, type Fen } from '../values/fen.ts';
import { yearOf } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { CATEGORIES, type Category } from './allowed-spending.ts';

/** What of a spending came back. */
export interface Returned {
  readonly spending_id: string;
  readonly fen: Fen;
}

export type BudgetReason = 'over_budget' | 'not_budgeted' | 'nothing_planned';

/** S2-c: what was budgeted for a kind of need, and what came of it; null where nobody reported it. */
export interface BudgetLine {
  readonly category: Category;
  readonly budget: Fen | null;
  /** From the grant, less what came back: it counts against the budget. */
  readonly spent: Fen | null;
  /** From every other fund, less what came back. */
  readonly other: Fen | null;
  readonly left: Fen | null;
  readonly outcome: 'met' | 'unmet' | 'undetermined' | 'not_applicable';
  readonly reason: BudgetReason | null;
  readonly missing: readonly SheetName[];
}

/** A campus without a single row of the year has not reported; one with rows of other kinds has none of this. */
export function budgetLines(dataset: Dataset, returned: readonly Returned[], { campus_id, fiscal_year }: { readonly campus_id: string; readonly fiscal_year: number }): BudgetLine[] {
  const budgets = budgetRows(dataset, campus_id, fiscal_year);
  const spending = spendingRows(dataset, campus_id, fiscal_year);
  const back = new Map<string, Fen>();
  for (const { spending_id, fen } of returned) back.set(spending_id, (back.get(spending_id) ?? 0n) + fen);
  const net = (row: Row<'spending'>): Fen => amountOfRow(row) - (back.get(row.spending_id) ?? 0n);
  return CATEGORIES.map((category) => {
    const own = spending?.filter((row) => row.category === category) ?? null;
    return judged(category, {
      budget: budgets === null ? null : sumOf(budgets.filter((row) => row.category === category), amountOfRow),
      spent: own === null ? null : sumOf(own.filter(({ fund }) => fund === 'grant'), net), other: own === null ? null : sumOf(own.filter(({ fund }) => fund !== 'grant'), net),
    });
  });
}

/** S2-c: kinds of need that the law names and that no line of the budget of the year is for; null where no budget was reported. */
export function unbudgetedKinds(dataset: Dataset, campus_id: string, fiscal_year: number, parameters: ParametersInForce): string[] | null {
  const budgets = budgetRows(dataset, campus_id, fiscal_year);
  if (budgets === null || !parameters.has('budget.kinds')) return null;
  return listOf(parameters, 'budget.kinds').filter((kind) => !budgets.some((row) => row.category === kind && amountOfRow(row) > 0n));
}

/** What was budgeted for a campus and year altogether; null where nothing was reported. */
export function budgetOf(dataset: Dataset, campus_id: string, fiscal_year: number): Fen | null {
  const rows = budgetRows(dataset, campus_id, fiscal_year);
  return rows === null ? null : sumOf(rows, amountOfRow);
}

function judged(category: Category, { budget, spent, other }: Pick<BudgetLine, 'budget' | 'spent' | 'other'>): BudgetLine {
  const missing: SheetName[] = [...(budget === null ? ['budgets' as const] : []), ...(spent === null ? ['spending' as const] : [])];
  const of = { category, budget, spent, other, left: budget === null || spent === null ? null : budget - spent, missing };
  if (budget === null || spent === null) return { ...of, outcome: 'undetermined', reason: null };
  if (spent > budget) return { ...of, outcome: 'unmet', reason: budget === 0n ? 'not_budgeted' : 'over_budget' };
  return budget === 0n ? { ...of, outcome: 'not_applicable', reason: 'nothing_planned' } : { ...of, outcome: 'met', reason: null };
}

function budgetRows({ budgets }: Dataset, campus_id: string, fiscal_year: number): Row<'budgets'>[] | null {
  const rows = (budgets ?? []).filter((row) => row.campus_id === campus_id && row.fiscal_year === fiscal_year);
  return rows.length === 0 ? null : rows;
}

function spendingRows({ spending }: Dataset, campus_id: string, fiscal_year: number): Row<'spending'>[] | null {
  const rows = (spending ?? []).filter((row) => row.campus_id === campus_id && yearOf(row.spent_on) === fiscal_year);
  return rows.length === 0 ? null : rows;
}

const amountOfRow = ({ amount_yuan }: { readonly amount_yuan: Row<'budgets'>['amount_yuan'] }): Fen => fenOf(amount_yuan);

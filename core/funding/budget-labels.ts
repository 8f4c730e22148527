import { sheets, type SheetName } from '../exchange/sheets.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { Category, Fund } from './allowed-spending.ts';
import type { BudgetReason } from './budget.ts';
import type { GrowthReason } from './increment.ts';

const REASONS: Readonly<Record<BudgetReason | GrowthReason, Bilingual>> = {
  over_budget: { zh: '支出超过预算', en: 'more was spent than budgeted' },
  not_budgeted: { zh: '没有预算却有支出', en: 'spent without a budget' },
  nothing_planned: { zh: '没有安排', en: 'nothing is planned' },
  total_not_grown: { zh: '学生增加，经费总额没有增加', en: 'students rose, the total did not' },
  per_student_fell: { zh: '学生增加，生均经费下降', en: 'students rose, the amount for each fell' },
  students_not_grown: { zh: '学生没有增加', en: 'students did not rise' },
};

export function categoryLabel(category: Category | string): Bilingual {
  return sheets.budgets.columns.category.codes?.[category] ?? { zh: category, en: category };
}

export function fundLabel(fund: Fund): Bilingual {
  return sheets.spending.columns.fund.codes?.[fund] ?? { zh: fund, en: fund };
}

/** What is wrong, or which sheets are to be reported first. */
export function budgetDetail(reason: BudgetReason | GrowthReason | null, missing: readonly SheetName[]): Bilingual | null {
  if (reason !== null) return REASONS[reason];
  if (missing.length === 0) return null;
  const labels = missing.map((name) => sheets[name].label);
  return { zh: `待报${labels.map(({ zh }) => `“${zh}”`).join('、')}`, en: `to be reported: ${labels.map(({ en }) => en).join(', ')}` };
}

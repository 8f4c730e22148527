import { sheets, type Row } from '../exchange/sheets.ts';
import { listOf } from '../facts/rules.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

export type Fund = Row<'spending'>['fund'];
export type Category = Row<'spending'>['category'];

export const FUNDS = Object.keys(sheets.spending.columns.fund.codes ?? {}) as readonly Fund[];
export const CATEGORIES = Object.keys(sheets.spending.columns.category.codes ?? {}) as readonly Category[];

/** The value of law that names what money of a fund may be spent on. */
export const categoriesKey = (fund: Fund): string => `spending.categories.${fund}`;

/** M5-b: what money of a fund may be spent on; null on a day without a rule. */
export function allowedCategories(fund: Fund, parameters: ParametersInForce): readonly string[] | null {
  return parameters.has(categoriesKey(fund)) ? listOf(parameters, categoriesKey(fund)) : null;
}

/** M5-g: whether money of a fund may be spent on this; null on a day without a rule. */
export function mayBeSpentOn(fund: Fund, category: Category, parameters: ParametersInForce): boolean | null {
  return allowedCategories(fund, parameters)?.includes(category) ?? null;
}

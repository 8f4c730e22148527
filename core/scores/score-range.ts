import { problem, type Problem } from '../exchange/problem.ts';
import type { Row } from '../exchange/sheets.ts';
import { compare, toDecimalText } from '../values/exact.ts';
import { amountOf } from '../facts/rules.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';

/**
 * M9-c, M9-d: scores above the full marks that hold on the day of their test. Where no rule gives full marks nothing is said.
 * It is asked of what is to be stored: a file alone does not know what a region decided.
 */
export function scoresAboveFullMarks(results: readonly Row<'results'>[], parameters: readonly Parameter[]): Problem[] {
  const full = new Map([...new Set(results.map(({ on }) => on))].map((on) => {
    const inForce = parametersOn(parameters, on);
    return [on, inForce.has('test.full_marks') ? amountOf(inForce, 'test.full_marks') : null];
  }));
  return results.flatMap(({ row, on, score }) => {
    const most = full.get(on) ?? null;
    return most === null || compare(score, most) <= 0 ? [] : [problem('results', row, 'score', 'above_full_marks', toDecimalText(score))];
  });
}

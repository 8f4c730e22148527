import type { VerdictJson } from '../check/check-json.ts';
import { groupDigits, OUTCOMES } from '../check/phrases.ts';
import type { Pack } from '../policy/pack.ts';
import { valueWords } from '../policy/reading-text.ts';
import { toDecimalText } from '../values/exact.ts';
import { rateWord } from '../values/unit-words.ts';
import type { Parameter } from '../verdict/parameter.ts';
import type { Outcome } from '../verdict/verdict.ts';

/** How papers say verdicts and values of law; they are in Chinese. */

export function outcomeOnPaper(outcome: Outcome): string {
  return OUTCOMES[outcome].zh;
}

/** The name of a standard, of a composite, or of a notice about a school; its id where the pack has none of that id. */
export function standardOnPaper({ standards, composites, schoolStandards }: Pack, id: string): string {
  return [...standards, ...composites, ...schoolStandards].find((one) => one.id === id)?.label.zh ?? id;
}

/** A verdict as a line of a decision: `R1-b`, `生均教学行政用房`, `15.02 平方米/人`, `达标`. */
export function conditionOnPaper(pack: Pack, { standard, clause, outcome, measured: { value, unit } }: Pick<VerdictJson, 'standard' | 'clause' | 'outcome' | 'measured'>) {
  const found = value === null ? '' : `${groupDigits(value)} ${rateWord(unit, 'zh')}`.trim();
  return { clause, item: standardOnPaper(pack, standard), found, outcome: outcomeOnPaper(outcome) };
}

const NUMBER = /^\d+(\.\d+)?$/;

/** A value of a parameter and its unit: `15` and `平方米/人`; choices are said by their names and have no unit. */
function valueOnPaper(parameter: Pick<Parameter, 'reading' | 'unit'>, value: string): { readonly value: string; readonly unit: string } {
  // Where there is one option only, it is what we propose, and another number is no choice that has a name.
  const isChoice = parameter.reading !== null && parameter.reading.options.length > 1;
  return NUMBER.test(value) && !isChoice ? { value: groupDigits(value), unit: rateWord(parameter.unit, 'zh') } : { value: valueWords(parameter, value, 'zh'), unit: '' };
}

/** What a value was and becomes, with the unit that both share; where they share none it stands with the one that has it. `before`: null on a day without a value. */
export function changeOnPaper(parameter: Pick<Parameter, 'reading' | 'unit'>, before: Parameter['value'] | null, after: string): { readonly before: string; readonly after: string; readonly unit: string } {
  const [was, becomes] = [before === null ? { value: '（当日没有取值）', unit: '' } : valueOnPaper(parameter, textOf(before)), valueOnPaper(parameter, after)];
  if (was.unit === becomes.unit) return { before: was.value, after: becomes.value, unit: was.unit };
  return { before: `${was.value}${was.unit}`, after: `${becomes.value}${becomes.unit}`, unit: '' };
}

function textOf(value: Parameter['value']): string {
  return typeof value === 'object' ? toDecimalText(value) ?? `${value.n}/${value.d}` : String(value);
}

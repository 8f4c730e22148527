import { groupDigits } from '../check/phrases.ts';
import { valueWords } from '../policy/reading-text.ts';
import { toDecimalText } from '../values/exact.ts';
import type { Parameter } from '../verdict/parameter.ts';

/** Values of law as an agreement says them; it is in Chinese. */

export function figure({ value }: Parameter): string {
  return typeof value === 'object' ? groupDigits(toDecimalText(value) ?? `${value.n}/${value.d}`) : String(value);
}

/** The name of the choice that a parameter holds. */
export function choice(parameter: Parameter): string {
  return valueWords(parameter, figure(parameter), 'zh');
}

/** `04-30` → `4月30日`. */
export function monthDay({ value }: Parameter): string {
  const [month, day] = String(value).split('-');
  return `${Number(month)}月${Number(day)}日`;
}

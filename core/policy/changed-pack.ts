import { parseExact } from '../values/exact.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import type { Parameter } from '../verdict/parameter.ts';
import type { Pack } from './pack.ts';

/** A value of law or a reading that a region decided to change, from a day on. */
export interface ParameterChange {
  readonly key: string;
  readonly value: string;
  readonly from: PlainDate;
  /** The matter by which it was decided, and when. */
  readonly matter_id: string;
  readonly decided_on: PlainDate;
  readonly reason: string;
}

/**
 * The pack with a region's own decisions, in the order in which they were taken: each holds from its day until the next
 * dated value. What came before stays as it was on its days.
 */
export function changedPack(pack: Pack, changes: readonly ParameterChange[]): Pack {
  return changes.length === 0 ? pack : { ...pack, parameters: changedParameters(pack.parameters, changes) };
}

/** The same of values alone; made a second time the changes change nothing. */
export function changedParameters(parameters: readonly Parameter[], changes: readonly ParameterChange[]): readonly Parameter[] {
  return changes.reduce(withChange, parameters);
}

function withChange(parameters: readonly Parameter[], change: ParameterChange): readonly Parameter[] {
  return parameters.flatMap((one): readonly Parameter[] => {
    if (one.key !== change.key || change.from < one.from || (one.to !== null && one.to < change.from)) return [one];
    const value = valueLike(one, change.value);
    if (value === null) return [one];
    const before: Parameter = { ...one, to: addDays(change.from, -1) };
    const { matter_id, decided_on, reason } = change;
    const source = {
      zh: `本地区决定（事项 ${matter_id}，${decided_on} 批准）：${reason}`, en: `Decided for this region (matter ${matter_id}, approved on ${decided_on}): ${reason}`,
    };
    return [...(before.from < change.from ? [before] : []), { ...one, value, from: change.from, source }];
  });
}

/** A text as a value of the kind that the parameter holds; null where it can not be one. Readings take one of their options. */
export function valueLike({ value, reading, ...parameter }: Pick<Parameter, 'key' | 'unit' | 'value' | 'reading'>, text: string): Parameter['value'] | null {
  if (reading !== null && reading.options.length > 1 && !reading.options.some((option) => option.value === text)) return null;
  if (typeof value === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : null;
  if (typeof value === 'object') {
    const number = parseExact(text);
    return number !== null && number.n >= 0n && !(isRate(parameter) && number.n > number.d) ? number : null;
  }
  return text === '' ? null : text;
}

/** A share of the students whom a forecast follows: never more than all of them. */
export function isRate({ key, unit }: Pick<Parameter, 'key' | 'unit'>): boolean {
  return unit === 'ratio' && key.startsWith('forecast.');
}

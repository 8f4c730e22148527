import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';
import { COUNT_LIMIT, NOTE_LIMIT, TEXT_LIMIT, WHOLE_PERCENT, type Field, type Fields, type FieldValue, type Values } from './field.ts';

export type ValueFault = 'missing_value' | 'unknown_field' | 'not_possible' | 'day_to_come' | 'from_after_to';

export interface FaultyField {
  readonly field: string;
  readonly why: ValueFault;
}

/** What was given, in the form that it is kept in; or every field that cannot be. A span ends no earlier than it begins. */
export function readValues(fields: Fields, given: Values, today: PlainDate): { readonly values: Values } | { readonly faults: readonly FaultyField[] } {
  const faults: FaultyField[] = Object.keys(given).filter((name) => !Object.hasOwn(fields, name)).map((field) => ({ field, why: 'unknown_field' }));
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = trimmed(given[name] ?? null);
    const why = faultOf(field, value, today);
    if (why === null) values[name] = value;
    else faults.push({ field: name, why });
  }
  if (faults.length === 0 && typeof values['from'] === 'string' && typeof values['to'] === 'string' && values['to'] < values['from']) faults.push({ field: 'to', why: 'from_after_to' });
  return faults.length === 0 ? { values } : { faults };
}

function trimmed(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? null : text;
}

function faultOf(field: Field, value: FieldValue, today: PlainDate): ValueFault | null {
  if (value === null) return field.optional ? null : 'missing_value';
  if (!isPossible(field, value)) return 'not_possible';
  return field.happened === true && String(value) > today ? 'day_to_come' : null;
}

function isPossible({ type, codes = {} }: Field, value: string | number | boolean): boolean {
  switch (type) {
    case 'yes_no': return typeof value === 'boolean';
    case 'count': return isWhole(value, 0, COUNT_LIMIT);
    case 'hours': return isWhole(value, 1, COUNT_LIMIT);
    case 'percent': return isWhole(value, 1, WHOLE_PERCENT);
    case 'day': return typeof value === 'string' && parsePlainDate(value) !== null;
    case 'code': return typeof value === 'string' && Object.hasOwn(codes, value);
    case 'text': return typeof value === 'string' && value.length <= TEXT_LIMIT;
    case 'note': return typeof value === 'string' && value.length <= NOTE_LIMIT;
  }
}

function isWhole(value: string | number | boolean, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && least <= value && value <= most;
}

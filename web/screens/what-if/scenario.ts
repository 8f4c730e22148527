import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES } from '../../../core/check/changes.ts';
import type { Changes } from '../../../core/check/changes.ts';
import { isZero, parseExact, toDecimalText } from '../../../core/values/exact.ts';

/** The scenario in the address: one parameter for each change, so that it can be linked, printed and opened again. */

const CODE = /^[\w.-]{1,64}$/;
const HEADS = /^-?\d{1,6}$/;
const AMOUNT = /^-?\d{1,12}(\.\d{1,6})?$/;
const KEYS: ReadonlySet<string> = new Set([...HEAD_CHANGES, ...AMOUNT_CHANGES, ...LIST_CHANGES]);

/** What the address supposes; what cannot be read there counts as absent. */
export function readScenario(search: string): Changes {
  const query = new URLSearchParams(search);
  const changes: Record<string, unknown> = {};
  for (const key of HEAD_CHANGES) {
    const text = query.get(key);
    if (text !== null && HEADS.test(text) && Number(text) !== 0) changes[key] = Number(text);
  }
  for (const key of AMOUNT_CHANGES) {
    const amount = AMOUNT.test(query.get(key) ?? '') ? parseExact(query.get(key) ?? '') : null;
    if (amount !== null && !isZero(amount)) changes[key] = amount;
  }
  for (const key of LIST_CHANGES) {
    const codes = (query.get(key) ?? '').split(',').filter((code) => CODE.test(code));
    if (codes.length > 0) changes[key] = codes;
  }
  return changes as Changes;
}

/** The changes as texts of the address; nothing for what is not changed. */
export function scenarioQuery(changes: Changes): Readonly<Record<string, string>> {
  const query: Record<string, string> = {};
  for (const key of HEAD_CHANGES) if ((changes[key] ?? 0) !== 0) query[key] = String(changes[key]);
  for (const key of AMOUNT_CHANGES) {
    const amount = changes[key];
    const text = amount === undefined || isZero(amount) ? null : toDecimalText(amount);
    if (text !== null) query[key] = text;
  }
  for (const key of LIST_CHANGES) if ((changes[key] ?? []).length > 0) query[key] = (changes[key] ?? []).join(',');
  return query;
}

/** The address's query with the scenario replaced and everything else kept. */
export function withScenario(search: string, changes: Changes): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => !KEYS.has(name));
  return new URLSearchParams([...kept, ...Object.entries(scenarioQuery(changes))]).toString();
}

/** Two scenarios that say the same have the same text. */
export function scenarioText(changes: Changes): string {
  return new URLSearchParams(scenarioQuery(changes)).toString();
}

import { parsePlainDate } from '../values/plain-date.ts';
import { valueLike, type ParameterChange } from './changed-pack.ts';
import type { Pack } from './pack.ts';

/** Changes of parameters as a file holds them: a list of `{key, value, from, matter_id?, decided_on?, reason?}`. Names what can not be read, or what the pack does not take. */
export function readChanges(pack: Pack, text: string): readonly ParameterChange[] | { readonly wrong: string } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { wrong: 'JSON' };
  }
  if (!Array.isArray(read)) return { wrong: '[…]' };
  const changes: ParameterChange[] = [];
  for (const [at, one] of (read as readonly unknown[]).entries()) {
    const change = changeFrom(pack, one);
    if (change === null) return { wrong: `[${at}] ${JSON.stringify(one).slice(0, 200)}` };
    changes.push(change);
  }
  return changes;
}

function changeFrom(pack: Pack, one: unknown): ParameterChange | null {
  if (typeof one !== 'object' || one === null) return null;
  const { key, value, from, matter_id = '', decided_on = from, reason = '' } = one as Readonly<Record<string, unknown>>;
  const [first, decided] = [parsePlainDate(String(from)), parsePlainDate(String(decided_on))];
  if (typeof key !== 'string' || typeof value !== 'string' || first === null || decided === null) return null;
  const held = pack.parameters.filter((parameter) => parameter.key === key);
  if (held.length === 0 || held.some((parameter) => valueLike(parameter, value) === null)) return null;
  return { key, value, from: first, matter_id: String(matter_id), decided_on: decided, reason: String(reason) };
}

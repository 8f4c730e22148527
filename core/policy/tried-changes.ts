import type { PlainDate } from '../values/plain-date.ts';
import type { ParameterChange } from './changed-pack.ts';
import type { Pack } from './pack.ts';

/** A value that is tried in the place of the one in force. */
export interface Tried {
  readonly key: string;
  readonly value: string;
}

/** Values that are tried, as changes of the pack: from a day on, and from each later day on which another would begin to hold. */
export function triedChanges({ pack, on }: { readonly pack: Pack; readonly on: PlainDate }, tried: readonly Tried[]): ParameterChange[] {
  return tried.flatMap(({ key, value }) => pack.parameters
    .filter((one) => one.key === key && (one.to === null || one.to >= on))
    .map((one): ParameterChange => ({ key, value, from: one.from < on ? on : one.from, matter_id: '', decided_on: on, reason: '' })));
}

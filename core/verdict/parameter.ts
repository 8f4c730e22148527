import type { Bilingual } from '../values/bilingual.ts';
import type { Exact } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A value of law: never a bare number in code. Keys of doubtful readings are those of the readings table (B1…B65). */
export interface Parameter {
  readonly key: string;
  readonly label: Bilingual;
  readonly value: Exact | string | boolean;
  /** `m2/student`, `yuan/student`, `student/teacher`, `ratio`, `person`, `day`, `code`, … */
  readonly unit: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly clause: string;
  readonly source: Bilingual;
  /** The reading (B…) that this value settles, with the choices there are; null when the text is plain. */
  readonly reading: Reading | null;
}

export interface Reading {
  readonly id: string;
  readonly question: Bilingual;
  /** The values that can be chosen, the default first. */
  readonly options: readonly { readonly value: string; readonly label: Bilingual }[];
  /** True when the default rests on general knowledge that no official text was seen for. */
  readonly unverified: boolean;
}

/** The parameters in force on one day, by key. */
export type ParametersInForce = ReadonlyMap<string, Parameter>;

/** A day that a parameter does not cover has no value of it: never the year before's. */
export function parametersOn(parameters: readonly Parameter[], on: PlainDate): ParametersInForce {
  return new Map(
    parameters.filter((p) => p.from <= on && (p.to === null || on <= p.to)).map((p) => [p.key, p]),
  );
}

import type { Bilingual } from '../../values/bilingual.ts';
import type { Exact } from '../../values/exact.ts';
import { date } from '../../values/plain-date.ts';
import type { Parameter, Reading } from '../../verdict/parameter.ts';

/** The day from which the document's values apply. */
const IN_FORCE_FROM = date('2024-05-29');

/** Source of a value that the text leaves open and this product proposes. */
export const PROPOSED = say('文件未明确，采用默认释义，待主管部门确认', 'Not settled by the document: default reading, to be confirmed by the office');

export function say(zh: string, en: string): Bilingual {
  return { zh, en };
}

interface Declaration {
  readonly key: string;
  readonly clause: string;
  readonly value: Exact | string | boolean;
  readonly unit: string;
  readonly label: Bilingual;
  readonly source: Bilingual;
  readonly reading?: Reading;
}

/** A parameter of this pack, in force from the day of the document, without an end. */
export function parameter({ reading, ...rest }: Declaration): Parameter {
  return { ...rest, from: IN_FORCE_FROM, to: null, reading: reading ?? null };
}

/** A doubt and the answers it can have, `[value, 中文, English]`, the default first. */
export function reading(id: string, question: Bilingual, options: readonly (readonly [string, string, string])[]): Reading {
  return { id, question, options: options.map(([value, zh, en]) => ({ value, label: { zh, en } })), unverified: false };
}

/** The same, where the default rests on general knowledge and no official text was seen. */
export function unverified(doubt: Reading): Reading {
  return { ...doubt, unverified: true };
}

import type { Language } from '../../core/values/bilingual.ts';

/** A phrase, or a phrase with places to fill. Places are filled with text or numbers that are already formatted. */
export type Phrase = string | ((...parts: (string | number)[]) => string);

export type Dictionary = Readonly<Record<string, Phrase>>;

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

export interface Words<T> {
  readonly zh: Same<T>;
  readonly en: Same<T>;
}

/** The words of one screen or component. English has the same keys as Chinese, or it does not compile. */
export function words<const T extends Dictionary>(zh: T, en: Same<T>): Words<T> {
  return { zh: zh as Same<T>, en };
}

export function pick<T>(both: Words<T>, language: Language): Same<T> {
  return both[language];
}

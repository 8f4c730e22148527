import type { Bilingual } from '../values/bilingual.ts';

/** What a value of an entry is: `count`, `hours` and `percent` are whole numbers, `day` is a calendar day. */
export type FieldType = 'text' | 'note' | 'code' | 'day' | 'count' | 'hours' | 'percent' | 'yes_no';

/** One value of an entry. Declared once: column, contract, form and table are derived from it. */
export interface Field {
  readonly type: FieldType;
  readonly label: Bilingual;
  readonly optional: boolean;
  /** `code`: allowed values → labels. */
  readonly codes?: Readonly<Record<string, Bilingual>>;
  /** `day`: what happened lies not after the day of recording. */
  readonly happened?: true;
  /** `text`: the id of one of these, to be chosen by its name. */
  readonly of?: Choice;
}

/** What an id may be chosen from at a campus. */
export const CHOICES = ['base', 'organisation', 'major', 'person', 'site'] as const;
export type Choice = (typeof CHOICES)[number];

export type Fields = Readonly<Record<string, Field>>;

/** A value as it is sent, kept and shown; null is not given. */
export type FieldValue = string | number | boolean | null;
export type Values = Readonly<Record<string, FieldValue>>;

const field = (type: FieldType) => (zh: string, en: string): Field => ({ type, label: { zh, en }, optional: false });

/** One line, at most 200 characters. */
export const text = field('text');
/** Several lines, at most 1000 characters. */
export const note = field('note');
export const day = field('day');
export const count = field('count');
export const hours = field('hours');
/** 1–100. */
export const percent = field('percent');
export const yesNo = field('yes_no');

export function code(zh: string, en: string, values: Readonly<Record<string, readonly [zh: string, en: string]>>): Field {
  return { type: 'code', label: { zh, en }, optional: false, codes: Object.fromEntries(Object.entries(values).map(([key, [z, e]]) => [key, { zh: z, en: e }])) };
}

/** The id of something that stands in a register. */
export const idOf = (of: Choice, zh: string, en: string): Field => ({ ...text(zh, en), of });
export const optional = (one: Field): Field => ({ ...one, optional: true });
/** A day that has been. */
export const happened = (zh: string, en: string): Field => ({ ...day(zh, en), happened: true });

export const TEXT_LIMIT = 200;
export const NOTE_LIMIT = 1000;
export const COUNT_LIMIT = 1_000_000_000;
export const WHOLE_PERCENT = 100;

/** What a value says of a person: such values are kept sealed and shown masked. */
export type PersonalKind = 'citizen_id' | 'phone' | 'email';

interface Shape {
  readonly length: number;
  /** Characters that stay visible at the start and at the end. */
  readonly head: number;
  readonly tail: number;
  readonly mask: RegExp;
}

const SHAPES: Readonly<Record<Exclude<PersonalKind, 'email'>, Shape>> = {
  citizen_id: { length: 18, head: 6, tail: 4, mask: /^\d{6}\*{8}\d{3}[\dX]$/ },
  phone: { length: 11, head: 3, tail: 4, mask: /^\d{3}\*{4}\d{4}$/ },
};

const EMAIL_MASK = /^[^*@]\*{3}@[^*@]+$/;

const STAR = '*';
/** Of a value that has not the length of its kind, no more than this part is shown. */
const SHOWN_PART = 4;

/**
 * The value as it may be shown: `330802********0014`, `199****0001`, `w***@example.cn`. A value of another length (a land line, a
 * mistyped number) shows the last quarter of its characters only.
 */
export function maskOf(kind: PersonalKind, text: string): string {
  const characters = [...text];
  const at = characters.lastIndexOf('@');
  if (kind === 'email') return at < 1 ? UNREADABLE : `${characters[0]}${STAR.repeat(3)}${characters.slice(at).join('')}`;
  const { length, head, tail } = SHAPES[kind];
  if (characters.length === length) {
    return characters.slice(0, head).join('') + STAR.repeat(length - head - tail) + characters.slice(-tail).join('');
  }
  const hidden = characters.length - Math.floor(characters.length / SHOWN_PART);
  return STAR.repeat(hidden) + characters.slice(hidden).join('');
}

/** Whether a cell holds a mask rather than a value: no value of these kinds has a star in it. */
export function holdsMask(text: string): boolean {
  return text.includes(STAR);
}

/** Whether a text has exactly the form that a sound value of the kind has once it is masked. */
export function isMaskOf(kind: PersonalKind, text: string): boolean {
  return (kind === 'email' ? EMAIL_MASK : SHAPES[kind].mask).test(text);
}

/** What is shown of a value that cannot be opened: nothing of it. */
export const UNREADABLE = STAR.repeat(6);

/** A name as public lists print it: `王*`, `王*明`, `欧**娜`. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const [first = ''] = characters;
  if (characters.length < 2) return first;
  const last = characters.length === 2 ? '' : (characters.at(-1) ?? '');
  return first + STAR.repeat(characters.length - 1 - (last === '' ? 0 : 1)) + last;
}

import { plainDate } from './plain-date.ts';

const SHAPE = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export type CitizenIdFlaw = 'shape' | 'birth_date' | 'check_character';

/**
 * What is wrong with a citizen id number (GB 11643-1999, capital X); null when nothing is. The
 * division in front is not looked up: numbers keep codes of divisions that exist no more. Numbers
 * of fifteen digits are no longer valid and have the flaw `shape`.
 */
export function citizenIdFlaw(text: string): CitizenIdFlaw | null {
  if (!SHAPE.test(text)) return 'shape';
  const born = plainDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)));
  if (born === null) return 'birth_date';
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at++) sum += (WEIGHTS[at] as number) * (text.charCodeAt(at) - 48);
  return CHECK_CHARACTERS[sum % 11] === text[17] ? null : 'check_character';
}

const CHARACTERS = 16;
/** What is mistaken for a digit when read from paper counts as the digit, so `i`, `l` and `o` may be typed; `u` is in no code. */
const LETTERS = /^[0-9a-tv-z]+$/;

/** Whether a text can be the code of a slip, as people type it: spaces, hyphens and case do not matter. */
export function isCode(text: string): boolean {
  const plain = text.toLowerCase().replace(/[\s-]/g, '');
  return plain.length === CHARACTERS && LETTERS.test(plain);
}

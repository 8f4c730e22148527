const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const SURROUNDING = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu;
const WIDE_DIGIT = /[０-９]/g;
const WIDE_LETTER_OR_DIGIT = /[０-９Ａ-Ｚａ-ｚ]/g;
const WIDE_OFFSET = 0xfee0;
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/u;

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - WIDE_OFFSET);
}

/** Free text without surrounding spaces, with ordinary digits; everything else stays as written. */
export function tidyText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(SURROUNDING, '').replace(WIDE_DIGIT, narrow);
}

/** The same for ids and codes, where a full-width letter is the same letter too. */
export function tidyId(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(SURROUNDING, '').replace(WIDE_LETTER_OR_DIGIT, narrow);
}

/** Compatibility forms (full-width digits, signs, letters) made ordinary, without surrounding spaces. */
export function tidyValue(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(SURROUNDING, '');
}

/** What two spellings of one heading, sheet name or code have in common: no case, no spaces, no width. */
export function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200f\u2060\ufeff*]+/gu, '');
}

/** Whether text can be stored and shown: no control characters, no halves of characters. */
export function isWritable(text: string): boolean {
  return PLAIN.test(text) || !NOT_TEXT.test(text);
}

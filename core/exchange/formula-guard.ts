/**
 * Spreadsheets run a text cell of a CSV file that begins with one of these signs as a formula. On the
 * way out such a text gets an apostrophe in front, on the way in one is taken off, so that reading
 * gives what was written. Workbooks need none of this: there a cell says that it is text.
 */
const FORMULA_SIGN = /^'*[=+\-@＝＋－＠\t\r]/;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r]/;
const APOSTROPHE = 0x27;

export function withGuard(text: string): string {
  return FORMULA_SIGN.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && GUARDED.test(text) ? text.slice(1) : text;
}

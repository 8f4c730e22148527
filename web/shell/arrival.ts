/** Whether somebody has just come in without naming a page: the bare address, or signing in at it. */
let arriving = globalThis.location?.pathname === '/' && globalThis.location.search === '';

/** The first page that is shown from now on is the person's own landing page, where the address names none. */
export function arrive(): void {
  arriving = true;
}

export function isArriving(): boolean {
  return arriving;
}

export function hasArrived(): void {
  arriving = false;
}

/** Where slips lead: `/activate#CODE`. */
export const ACTIVATION = '/activate';

let slipCode = takeCode();

/** The code of a slip whose address was opened. It is taken out of the address at once: no history keeps it. */
export function codeFromSlip(): string {
  return slipCode;
}

/** Reads the address again: another slip was opened in the same window. */
export function readCodeAgain(): string {
  slipCode = takeCode() || slipCode;
  return slipCode;
}

/** The code has done its work. */
export function forgetCode(): void {
  slipCode = '';
}

function takeCode(): string {
  const { location, history } = globalThis;
  if (location?.pathname !== ACTIVATION || location.hash.length < 2) return '';
  const code = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname + location.search);
  return /^[\w-]{1,40}$/.test(code) ? code : '';
}

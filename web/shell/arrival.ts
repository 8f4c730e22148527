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

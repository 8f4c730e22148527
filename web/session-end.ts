import { useSyncExternalStore } from 'react';

/** The server says, in the middle of work, that nobody is signed in any more. What was typed is still on the page. */
const SIGN_IN_FIRST = 'urn:guantong:problem:sign_in_first';

let ended = false;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const tell of listeners) tell();
}

/** Looks at a refusal that came back; the page asks for signing in again where it says so. */
export function noticeEnd(problem: { readonly type?: unknown }): void {
  if (problem.type === SIGN_IN_FIRST) endIsSeen();
}

export function endIsSeen(): void {
  set(true);
}

/** Somebody has signed in again, or has left. */
export function endIsSettled(): void {
  set(false);
}

export function useSessionEnd(): boolean {
  return useSyncExternalStore(listen, () => ended);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

import type pg from 'pg';

/** What becomes of a transaction: decides whether it is committed. */
export interface Course {
  discarded: boolean;
  /** Whether any row was added, changed or deleted. */
  changed: boolean;
  /** Whether the act was written down, or said to be none. */
  audited: boolean;
  /** What was sent and is waited for when the work is over: until then a transaction of which it failed refuses every statement. */
  readonly unheard: Promise<unknown>[];
}

export function newCourse(): Course {
  return { discarded: false, changed: false, audited: false, unheard: [] };
}

/** What is sent in this turn of the program goes out as one packet. */
export function sendAtOnce(client: pg.ClientBase): void {
  const { stream } = (client as pg.Client).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Sends what is heard of when the work is over. */
export function sendUnheard(course: Course, sent: Promise<unknown>): void {
  // Whoever waits for it hears of what became of it; before, nobody does.
  sent.catch(() => undefined);
  course.unheard.push(sent);
}

/** Where something failed before: what follows is told only that. */
const ABORTED = '25P02';

/** Why a transaction failed. What was sent and not waited for may have failed first. */
export async function whyFailed({ unheard }: Course, error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'code' in error && error.code === ABORTED)) return error;
  const failed = (await Promise.allSettled(unheard)).find((one) => one.status === 'rejected');
  return failed?.reason ?? error;
}

/** Slows guessing down: after some failures of one account each further attempt waits twice as long. */
export interface SignInDelay {
  /** Seconds still to wait; 0 when the attempt may be made. */
  readonly wait: (account: string) => number;
  readonly failed: (account: string) => void;
  readonly succeeded: (account: string) => void;
}

const FREE_FAILURES = 5;
const LONGEST_S = 900;
const FORGOTTEN_AFTER_MS = 3_600_000;
const MOST_ACCOUNTS = 10_000;

export function signInDelay(now: () => number): SignInDelay {
  const failures = new Map<string, { readonly count: number; readonly at: number; readonly until: number }>();
  const held = (account: string) => {
    const found = failures.get(account);
    if (found === undefined || now() - found.at <= FORGOTTEN_AFTER_MS) return found;
    failures.delete(account);
    return undefined;
  };
  return {
    wait: (account) => Math.max(0, Math.ceil(((held(account)?.until ?? 0) - now()) / 1000)),
    failed: (account) => {
      const count = (held(account)?.count ?? 0) + 1;
      const seconds = count < FREE_FAILURES ? 0 : Math.min(LONGEST_S, 2 ** (count - FREE_FAILURES));
      if (failures.size >= MOST_ACCOUNTS) failures.clear();
      failures.set(account, { count, at: now(), until: now() + seconds * 1000 });
    },
    succeeded: (account) => {
      failures.delete(account);
    },
  };
}

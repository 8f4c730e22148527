/** Who makes an attempt: at what, and from where. */
export interface Attempt {
  /** The account, or whatever is being guessed at; null where only the address can be slowed. */
  readonly at: string | null;
  readonly address: string;
}

/** Slows guessing down and never blocks: after some failures of one account, or from one address, each further attempt waits longer. */
export interface SignInDelay {
  /**
   * Seconds still to wait; 0 when the attempt may be made now. It then counts as failed until `succeeded` says
   * otherwise, so that many at once are no way around the wait.
   */
  readonly attempt: (who: Attempt) => number;
  readonly succeeded: (who: Attempt) => void;
}

interface Patience {
  readonly freeFailures: number;
  readonly longest_s: number;
}

const ACCOUNT: Patience = { freeFailures: 5, longest_s: 900 };
/** A whole school may sit behind one address. */
const ADDRESS: Patience = { freeFailures: 50, longest_s: 60 };
const FORGOTTEN_AFTER_MS = 3_600_000;
const MOST_KNOWN = 20_000;

interface Failures {
  readonly count: number;
  readonly at: number;
  readonly until: number;
}

/** `now` in milliseconds. */
export function signInDelay(now: () => number): SignInDelay {
  const accounts = slowed(now, ACCOUNT);
  const addresses = slowed(now, ADDRESS);
  return {
    attempt: ({ at, address }) => {
      const wait = Math.max(at === null ? 0 : accounts.wait(at), addresses.wait(address));
      if (wait > 0) return wait;
      if (at !== null) accounts.failed(at);
      addresses.failed(address);
      return 0;
    },
    succeeded: ({ at, address }) => {
      if (at !== null) accounts.forget(at);
      addresses.takeBack(address);
    },
  };
}

function slowed(now: () => number, { freeFailures, longest_s }: Patience) {
  const failures = new Map<string, Failures>();
  const held = (key: string): Failures | undefined => {
    const found = failures.get(key);
    if (found === undefined || now() - found.at <= FORGOTTEN_AFTER_MS) return found;
    failures.delete(key);
    return undefined;
  };
  return {
    wait: (key: string): number => Math.max(0, Math.ceil(((held(key)?.until ?? 0) - now()) / 1000)),
    failed: (key: string): void => {
      const count = (held(key)?.count ?? 0) + 1;
      const seconds = count < freeFailures ? 0 : Math.min(longest_s, 2 ** (count - freeFailures));
      // Set anew, it stands last; the one that was quiet longest makes room.
      failures.delete(key);
      const [quietest] = failures.keys();
      if (failures.size >= MOST_KNOWN && quietest !== undefined) failures.delete(quietest);
      failures.set(key, { count, at: now(), until: now() + seconds * 1000 });
    },
    forget: (key: string): void => {
      failures.delete(key);
    },
    takeBack: (key: string): void => {
      const found = held(key);
      if (found === undefined) return;
      if (found.count <= 1) failures.delete(key);
      else failures.set(key, { ...found, count: found.count - 1, until: 0 });
    },
  };
}

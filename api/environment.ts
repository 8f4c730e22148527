import type { Holder } from '../store/held-roles.ts';
import type { Instant } from '../store/known-time.ts';
import type { RegionNow } from '../store/record-stamp.ts';
import type { SessionLevel } from '../store/sessions.ts';
import type { Actor } from '../store/transaction.ts';

/** Who asks, for which region. */
export interface Asker {
  readonly actor: Actor;
  readonly name: string;
  /** The session's token, to end it by; null where a program asks with a token of its own. */
  readonly token: string | null;
  readonly holder: Holder;
  readonly level: SessionLevel;
  /** Whether a second factor was shown. */
  readonly factor: boolean;
  readonly expires_at: Instant;
  readonly region: RegionNow;
}

/** What every handler finds beside its request. */
export interface ApiEnv {
  /** What Node knows of the connection; absent where a request is made without one. */
  readonly Bindings: {
    readonly incoming?: { readonly socket: { readonly remoteAddress?: string; readonly encrypted?: boolean } };
  };
  readonly Variables: {
    /** Null on the few routes that need no session. */
    asker: Asker | null;
    /** Somebody whose password was right and whose second factor is still to come: known, and with nothing in reach. */
    halfway: Asker | null;
  };
}

import type { Actor } from '../store/transaction.ts';

/** Who asks, for which region. */
export interface Asker {
  readonly actor: Actor;
  readonly name: string;
  /** The session's token, to end it by. */
  readonly token: string;
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
  };
}

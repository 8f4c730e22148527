/** Who asks, for which region. */
export interface Asker {
  /** The shape of the store's `Actor`. */
  readonly actor: { readonly region_id: number; readonly account: string };
  readonly name: string;
  /** The session's token, to end it by. */
  readonly token: string;
}

/** What every handler finds beside its request. */
export interface ApiEnv {
  readonly Variables: {
    /** Null on the few routes that need no session. */
    asker: Asker | null;
  };
}

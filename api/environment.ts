/** Who asks: an account of a region. */
export interface Asker {
  readonly account: string;
  readonly name: string;
  readonly region_code: string;
}

/** What every handler finds beside its request. */
export interface ApiEnv {
  readonly Variables: {
    /** Null on the few routes that need no session. */
    asker: Asker | null;
    /** Names this request in the log. */
    request_id: string;
  };
}

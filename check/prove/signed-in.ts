import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a request came to: its status, 0 where no answer arrived. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody who works with a running server: signed in with the sample's account, and patient with a server that is away. */
export interface SignedIn {
  readonly send: (method: string, path: string, body?: unknown, key?: string) => Promise<Answered>;
  /** The same again and again until it is answered otherwise than by "try again". */
  readonly insist: (method: string, path: string, body?: unknown, key?: string) => Promise<Answered>;
}

const PATIENCE_MS = 300_000;
const AGAIN = new Set([0, 500, 502, 503, 507]);

export async function signIn(address: () => string, dataDir: string): Promise<SignedIn> {
  const [account, password] = readFileSync(join(dataDir, 'sample-account.txt'), 'utf8').split('\n');
  let cookie = '';
  const send: SignedIn['send'] = async (method, path, body, key) => {
    try {
      const reply = await fetch(`${address()}${path}`, {
        method, signal: AbortSignal.timeout(30_000),
        headers: { ...(cookie !== '' && { cookie }), ...(key !== undefined && { 'idempotency-key': key }), ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      });
      const set = reply.headers.getSetCookie().map((one) => one.split(';')[0] ?? '').filter((one) => !one.endsWith('='));
      if (set.length > 0) cookie = set.join('; ');
      return { status: reply.status, body: await reply.json() };
    } catch {
      return { status: 0, body: null };
    }
  };
  const insist: SignedIn['insist'] = async (...asked) => {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answered = await send(...asked);
      if (!AGAIN.has(answered.status)) return answered;
      if (performance.now() > until) throw new Error(`no answer but ${answered.status} for ${PATIENCE_MS / 1000} s: ${JSON.stringify(answered.body)}`);
      await sleep(100);
    }
  };
  const opened = await insist('POST', '/api/session', { account, password });
  if (opened.status !== 200) throw new Error(`the sample's account cannot sign in: ${opened.status} ${JSON.stringify(opened.body)}`);
  return { send, insist };
}

import { client } from '../../client.ts';

export type Attempt =
  | { readonly outcome: 'in' }
  /** Unknown account and wrong password answer alike, so that accounts cannot be found out. */
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number }
  | { readonly outcome: 'unreachable' };

const TOO_OFTEN = 429;

/** Asks to be signed in; the session is in a cookie that no script sees. */
export async function attemptSignIn(account: string, password: string): Promise<Attempt> {
  try {
    const reply = await client.api.session.$post({ json: { account, password } });
    if (reply.ok) return { outcome: 'in' };
    if (reply.status === TOO_OFTEN) return { outcome: 'wait', seconds: Math.max(1, Number(reply.headers.get('retry-after') ?? '1')) };
    return { outcome: reply.status >= 500 ? 'unreachable' : 'wrong' };
  } catch {
    return { outcome: 'unreachable' };
  }
}

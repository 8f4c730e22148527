import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { signIn } from '../store/accounts.ts';
import { listRegions } from '../store/regions.ts';
import { endSession } from '../store/sessions.ts';
import type { Handlers } from './app.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

export const SESSION_COOKIE = 'guantong_session';
const SESSION_SECONDS = 12 * 3600;

/** Getting in and out; none of it needs a session. */
export function sessionHandlers(deps: Deps): Pick<Handlers, 'readHealth' | 'readSession' | 'openSession' | 'closeSession'> {
  return {
    readHealth: async (c) => {
      await listRegions(deps.database);
      return c.json({ status: 'ok' as const, version: deps.version, database: 'ok' }, 200);
    },
    readSession: (c) => {
      const asker = c.get('asker');
      return c.json({ account: asker === null ? null : { account: asker.actor.account, name: asker.name } }, 200);
    },
    openSession: async (c) => {
      const { account, password } = c.req.valid('json');
      const seconds = deps.delay.wait(account);
      if (seconds > 0) {
        c.header('retry-after', String(seconds));
        return refuse(c, 'wait');
      }
      const reply = await signIn(deps.database, account, password);
      if (reply.outcome === 'refused') {
        deps.delay.failed(account);
        deps.log({ event: 'sign_in_refused' });
        return refuse(c, 'wrong_password');
      }
      deps.delay.succeeded(account);
      keepToken(c, reply.token);
      return c.json({ account: { account: reply.account, name: reply.display_name } }, 200);
    },
    closeSession: async (c) => {
      const asker = c.get('asker');
      if (asker !== null) await endSession(deps.database, asker.token);
      dropToken(c);
      return c.json({ account: null }, 200);
    },
  };
}

/** An opaque token that no script can read and no other site can send. */
export function keepToken(c: Context<ApiEnv>, token: string): void {
  setCookie(c, SESSION_COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: SESSION_SECONDS });
}

export function dropToken(c: Context<ApiEnv>): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' });
}

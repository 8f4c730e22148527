import type { Context } from 'hono';
import { changePassword, signIn } from '../store/accounts.ts';
import { listRegions } from '../store/regions.ts';
import { endOwnSessions, endSession, listSessions, openSession } from '../store/sessions.ts';
import type { Handlers } from './app.ts';
import { askerOf, limitsOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv, Asker } from './environment.ts';
import { originOf } from './reached.ts';
import { refuse } from './refuse.ts';
import { dropToken, keepToken } from './session-cookie.ts';
import { sessionView, type Known } from './session-view.ts';
import type { Attempt } from './sign-in-delay.ts';
import { weakPassword } from './weak-password.ts';

type SessionHandlers = Pick<Handlers, 'readHealth' | 'readSession' | 'openSession' | 'closeSession' | 'listSessions' | 'endSessions' | 'changePassword'>;

/** Getting in and out with a password, and one's own sessions. */
export function sessionHandlers(deps: Deps): SessionHandlers {
  return {
    readHealth: async (c) => {
      await listRegions(deps.database);
      return c.json({ status: 'ok' as const, version: deps.version, database: 'ok' }, 200);
    },
    readSession: async (c) => c.json(await sessionView(deps, c.get('asker') ?? c.get('halfway')), 200),
    openSession: async (c) => {
      const { account, password } = c.req.valid('json');
      const who = attemptAt(deps, c, `account/${account.toLowerCase()}`);
      const seconds = deps.delay.attempt(who);
      if (seconds > 0) return waiting(c, seconds);
      const reply = await signIn(deps.database, account, password, limitsOf(deps));
      if (reply.outcome === 'refused') {
        deps.log({ event: 'sign_in_refused' });
        return refuse(c, 'wrong_password');
      }
      deps.delay.succeeded(who);
      if (reply.outcome === 'no_role') return refuse(c, 'no_role');
      keepToken(c, deps, reply.token);
      const { region, holder, level, expires_at } = reply;
      return c.json(await sessionView(deps, { actor: { region_id: region.region_id, account: holder.account, reach: holder.reach }, name: holder.display_name, holder, level, expires_at, region }), 200);
    },
    closeSession: async (c) => {
      const known = c.get('asker') ?? c.get('halfway');
      if (known !== null && known.token !== null) await endOne(deps, known, known.token);
      dropToken(c, deps);
      return c.json(await sessionView(deps, null), 200);
    },
    listSessions: (c) => storeOf(deps, c).read(async (tx) => c.json({ sessions: await listSessions(tx, askerOf(c).token ?? '') }, 200)),
    endSessions: async (c) => {
      await storeOf(deps, c).write(endOwnSessions);
      dropToken(c, deps);
      return c.json(await sessionView(deps, null), 200);
    },
    changePassword: async (c) => {
      const { password, new_password } = c.req.valid('json');
      const asker = askerOf(c);
      const who = attemptAt(deps, c, `password/${asker.actor.region_id}/${asker.actor.account}`);
      const seconds = deps.delay.attempt(who);
      if (seconds > 0) return waiting(c, seconds);
      const reply = await storeOf(deps, c).write((tx) => changePassword(tx, password, new_password));
      if (reply.outcome === 'wrong_password') return refuse(c, 'wrong_password');
      deps.delay.succeeded(who);
      if (reply.outcome === 'weak_password') return weakPassword(c, 'json.new_password', reply.fault);
      const renewed = await renew(deps, c, asker, { level: 'full', factor: asker.factor });
      return renewed === null ? refuse(c, 'sign_in_first') : c.json(await sessionView(deps, renewed), 200);
    },
  };
}

/** Whom an attempt counts against. */
export function attemptAt(deps: Deps, c: Context<ApiEnv>, at: string | null): Attempt {
  return { at, address: originOf(c, deps).address };
}

export function waiting(c: Context<ApiEnv>, seconds: number) {
  c.header('retry-after', String(seconds));
  return refuse(c, 'wait');
}

function endOne({ database }: Deps, { actor }: Asker, token: string): Promise<void> {
  return database.as(actor).write((tx) => endSession(tx, token));
}

/** Ends the session that asks and opens another in its place: a token known from before is worth nothing after. */
export async function renew(
  deps: Deps, c: Context<ApiEnv>, asker: Asker, { level, factor }: Pick<Asker, 'level' | 'factor'>,
): Promise<Known | null> {
  const opened = await deps.database.as(asker.actor).write(async (tx) => {
    if (asker.token !== null) await endSession(tx, asker.token);
    const session = await openSession(tx, { level, factor, limits: limitsOf(deps) });
    await tx.audit({ action: 'session.renewed', object: `accounts/${asker.actor.account}`, detail: { level } });
    return session;
  });
  if (opened === null) return null;
  keepToken(c, deps, opened.token);
  return { ...asker, level, actor: { ...asker.actor, reach: level === 'full' ? asker.holder.reach : asker.actor.reach }, expires_at: opened.expires_at };
}

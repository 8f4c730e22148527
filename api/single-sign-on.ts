import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { signInVouched, type SignIn } from '../store/accounts.ts';
import { accountOfIdentity, endIdentity, linkByClaim, linkIdentity, listIdentities, type Identity } from '../store/identities.ts';
import type { Handlers } from './app.ts';
import { askerOf, limitsOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { attemptAt, waiting } from './session.ts';
import { keepToken } from './session-cookie.ts';
import { sessionView } from './session-view.ts';
import type { Vouched } from './sign-on-provider.ts';
import { publicOrigin } from './slips.ts';

/** The page of ours that the provider sends the browser back to. */
const RETURN_PAGE = '/sign-in/return';
const BINDING_BYTES = 32;
const BINDING_SECONDS = 600;

type SignOnHandlers = Pick<Handlers, 'beginSignOn' | 'finishSignOn' | 'listIdentities' | 'linkIdentity' | 'endIdentity'>;

/** Single sign-on, and which identities sign in to which accounts. It never makes people. */
export function signOnHandlers(deps: Deps): SignOnHandlers {
  const { signOn } = deps;
  return {
    beginSignOn: async (c) => {
      if (signOn === undefined) return refuse(c, 'no_single_sign_on');
      const asker = c.get('asker');
      const { purpose } = c.req.valid('json');
      if (purpose === 'link' && (asker === null || asker.token === null)) return refuse(c, 'sign_in_first');
      const seconds = deps.delay.attempt(attemptAt(deps, c, null));
      if (seconds > 0) return waiting(c, seconds);
      const binding = randomBytes(BINDING_BYTES).toString('base64url');
      const asked = purpose === 'link' && asker !== null ? { purpose, region_id: asker.actor.region_id, account: asker.actor.account } : { purpose: 'sign_in' as const };
      const location = await reach(deps, () => signOn.begin(asked, binding, `${publicOrigin(deps, c)}${RETURN_PAGE}`));
      if (location === null) return refuse(c, 'sign_on_away');
      setCookie(c, bindingCookie(deps), binding, { httpOnly: true, sameSite: 'Strict', path: '/', secure: deps.secure, maxAge: BINDING_SECONDS });
      return c.json({ location: location.href }, 200);
    },
    finishSignOn: async (c) => {
      if (signOn === undefined) return refuse(c, 'no_single_sign_on');
      const vouched = await reach(deps, () => signOn.finish(getCookie(c, bindingCookie(deps)) ?? '', c.req.valid('json').parameters));
      if (vouched === null) return refuse(c, 'sign_on_away');
      if (vouched === 'expired') return refuse(c, 'sign_on_expired');
      if (vouched === 'refused') return refuse(c, 'sign_on_refused');
      deps.delay.succeeded(attemptAt(deps, c, null));
      return vouched.asked.purpose === 'link' ? link(deps, c, vouched) : signInBy(deps, c, vouched);
    },
    listIdentities: (c) => storeOf(deps, c).read(async (tx) => c.json({ identities: (await listIdentities(tx, c.req.valid('query').account)).map(identityView) }, 200)),
    linkIdentity: async (c) => {
      if (signOn === undefined) return refuse(c, 'no_single_sign_on');
      const { account, subject } = c.req.valid('json');
      const reply = await once(deps, c, { account, subject }, async (tx) => {
        const linked = await linkIdentity(tx, { account, issuer: signOn.issuer, subject });
        return linked.outcome === 'done' ? { outcome: 'done' as const, value: identityView(linked.identity) } : linked;
      });
      return isDone(reply) ? c.json(reply.value, 201) : refuse(c, reply.outcome);
    },
    endIdentity: async (c) => {
      const reply = await once(deps, c, {}, async (tx) => {
        const ended = await endIdentity(tx, idOf(c.req.valid('param').identity_id));
        return ended === null ? { outcome: 'unknown_identity' as const } : { outcome: 'done' as const, value: identityView(ended) };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
  };
}

const bindingCookie = ({ secure }: Pick<Deps, 'secure'>): string => (secure ? '__Host-guantong_sign_on' : 'guantong_sign_on');

/** Null where the provider cannot be reached; why is for the log. */
async function reach<T>(deps: Deps, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    deps.log({ event: 'sign_on_away', error: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
}

/** Links the identity to the account that asked for it, which must still be the one signed in. */
async function link(deps: Deps, c: Context<ApiEnv>, { asked, issuer, subject }: Vouched) {
  const asker = c.get('asker');
  if (asker === null || asked.purpose !== 'link' || asker.actor.account !== asked.account || asker.actor.region_id !== asked.region_id) return refuse(c, 'sign_in_first');
  const linked = await storeOf(deps, c).write(async (tx) => {
    const reply = await linkIdentity(tx, { account: asked.account, issuer, subject });
    if (reply.outcome !== 'done') tx.discard();
    return reply;
  });
  return linked.outcome === 'done' ? c.json(await sessionView(deps, askerOf(c)), 200) : refuse(c, linked.outcome);
}

async function signInBy(deps: Deps, c: Context<ApiEnv>, { issuer, subject, account, factor }: Vouched) {
  const { database } = deps;
  const found = await accountOfIdentity(database, issuer, subject) ?? (account === null ? null : await linkByClaim(database, { account, issuer, subject }));
  if (found === null) return refuse(c, 'identity_unknown');
  const reply: SignIn = await signInVouched(database, found.region, found.account, { how: 'single_sign_on', factor, limits: limitsOf(deps) });
  if (reply.outcome === 'refused') return refuse(c, 'identity_unknown');
  if (reply.outcome === 'no_role') return refuse(c, 'no_role');
  keepToken(c, deps, reply.token);
  const { region, holder, level, expires_at } = reply;
  return c.json(await sessionView(deps, { actor: { region_id: region.region_id, account: holder.account, reach: holder.reach }, name: holder.display_name, holder, level, expires_at, region }), 200);
}

function identityView({ identity_id, ...rest }: Identity) {
  return { ...rest, identity_id: String(identity_id) };
}

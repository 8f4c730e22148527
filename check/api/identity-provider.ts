import { once } from 'node:events';
import { createServer } from 'node:http';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';

export const CLIENT = { client_id: 'guantong', client_secret: 'a secret of the test alone' };

/** A real OpenID provider on this machine; whoever comes is signed in as who the test says. */
export interface IdentityProvider {
  readonly issuer: () => string;
  /** Who is signed in from now on, and how. */
  readonly signedInAs: (who: { readonly subject: string; readonly account?: string; readonly amr?: readonly string[] }) => void;
  /** Goes to the provider as a browser would; answers the parameters that it comes back with. */
  readonly visit: (location: string) => Promise<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** `redirect`: the pages that may be come back to, known once the hooks before this have run. */
export function identityProvider(redirect: () => string): IdentityProvider {
  let issuer = '';
  let who: Parameters<IdentityProvider['signedInAs']>[0] = { subject: 'nobody' };
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    const there = provider;
    if (there === null) return;
    if (!request.url?.startsWith('/interaction/')) {
      void there.callback()(request, response);
      return;
    }
    void there.interactionFinished(request, response, { login: { accountId: who.subject, ...(who.amr !== undefined && { amr: [...who.amr] }) } }, { mergeWithLastSubmission: false });
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => { server.close(() => resolve()); });
  };
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    provider = new Provider(issuer, configurationOf(redirect(), () => who));
  });
  afterAll(stop);
  return {
    issuer: () => issuer,
    signedInAs: (given) => { who = given; },
    visit: (location) => browse(location, redirect()),
    stop,
  };
}

function configurationOf(redirect: string, who: () => Parameters<IdentityProvider['signedInAs']>[0]): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    clients: [{ ...CLIENT, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post', id_token_signed_response_alg: 'ES256' }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'one' } as never] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub', 'preferred_username', 'amr'] },
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...(who().account !== undefined && { preferred_username: who().account }) }),
    }),
    // Whoever is signed in has agreed already.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** Follows redirects with a cookie jar of its own until the product's page would be reached. */
async function browse(location: string, redirect: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  let next = new URL(location);
  for (let hop = 0; hop < 10; hop += 1) {
    if (next.href.startsWith(redirect)) return Object.fromEntries(next.searchParams);
    const reply = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = reply.headers.get('location');
    if (to === null) throw new Error(`the provider stopped at ${next.href}: ${reply.status} ${(await reply.text()).slice(0, 500)}`);
    next = new URL(to, next);
  }
  throw new Error('the provider redirects without end');
}

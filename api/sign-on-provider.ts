import { createHash } from 'node:crypto';
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretPost, discovery, None,
  randomNonce, randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client';

/** The OpenID provider that people sign on at, as configured. */
export interface SignOnSettings {
  readonly issuer: string;
  readonly client_id: string;
  /** Null: a public client. */
  readonly client_secret: string | null;
  /** The claim that names an account of ours: an identity without a link is linked by it. Null: links are made by people only. */
  readonly account_claim: string | null;
  /** Values of `amr` or `acr` by which the provider says that a second factor was shown; empty: ours is always asked. */
  readonly second_factor: readonly string[];
}

export type SignOnPurpose = { readonly purpose: 'sign_in' } | { readonly purpose: 'link'; readonly region_id: number; readonly account: string };

/** Who the provider says somebody is. */
export interface Vouched {
  readonly asked: SignOnPurpose;
  readonly issuer: string;
  readonly subject: string;
  /** What the configured claim says. */
  readonly account: string | null;
  readonly factor: boolean;
}

export interface SignOn {
  readonly issuer: string;
  /** Where the browser goes; `binding` ties the way back to this browser. @throws where the provider cannot be reached. */
  readonly begin: (asked: SignOnPurpose, binding: string, redirect_uri: string) => Promise<URL>;
  /** What the browser came back with; each way back is gone once. */
  readonly finish: (binding: string, parameters: Readonly<Record<string, string>>) => Promise<Vouched | 'expired' | 'refused'>;
}

interface UnderWay {
  readonly asked: SignOnPurpose;
  readonly binding: string;
  readonly redirect_uri: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
}

const HOLDS_MS = 600_000;
const MOST_UNDER_WAY = 10_000;
const LOOPBACK = /^http:\/\/(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/;

/** `now` in milliseconds. What is under way is kept here, not in the browser: it is lost when the program stops, and begun again. */
export function openSignOn(settings: SignOnSettings, now: () => number): SignOn {
  const underWay = new Map<string, UnderWay>();
  const provider = providerOf(settings);
  return {
    issuer: settings.issuer,
    begin: async (asked, binding, redirect_uri) => {
      const config = await provider();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      for (const [key, { until }] of underWay) if (until < now() || underWay.size >= MOST_UNDER_WAY) underWay.delete(key);
      underWay.set(state, { asked, binding: digest(binding), redirect_uri, nonce, verifier, until: now() + HOLDS_MS });
      return buildAuthorizationUrl(config, {
        redirect_uri, scope: 'openid profile', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      });
    },
    finish: async (binding, parameters) => {
      const state = parameters['state'] ?? '';
      const found = underWay.get(state);
      underWay.delete(state);
      if (found === undefined || found.until < now() || found.binding !== digest(binding)) return 'expired';
      const url = new URL(found.redirect_uri);
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return redeem(await provider(), settings, url, { ...found, state });
    },
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The provider's own description, asked for once it is needed and again while it could not be had. */
function providerOf({ issuer, client_id, client_secret }: SignOnSettings): () => Promise<Configuration> {
  let asked: Promise<Configuration> | null = null;
  return () => {
    asked ??= discovery(
      new URL(issuer), client_id, undefined, client_secret === null ? None() : ClientSecretPost(client_secret),
      // Without https only on this very machine: a provider for trying things out.
      LOOPBACK.test(issuer) ? { execute: [allowInsecureRequests] } : {},
    ).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

async function redeem(
  config: Configuration, settings: SignOnSettings, url: URL, { asked, nonce, verifier, state }: UnderWay & { readonly state: string },
): Promise<Vouched | 'refused'> {
  try {
    const tokens = await authorizationCodeGrant(config, url, { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state, idTokenExpected: true });
    const claims = tokens.claims();
    if (claims === undefined) return 'refused';
    const named = settings.account_claim === null ? undefined : claims[settings.account_claim];
    const said = [claims['acr'], ...(Array.isArray(claims['amr']) ? claims['amr'] : [])];
    return {
      asked, issuer: claims.iss, subject: claims.sub, account: typeof named === 'string' ? named : null,
      factor: settings.second_factor.some((one) => said.includes(one)),
    };
  } catch {
    // Whatever did not fit: a wrong or used code, a foreign token, a provider that says no. None of it signs in.
    return 'refused';
  }
}

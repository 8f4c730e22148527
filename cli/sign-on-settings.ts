import type { Deps } from '../api/deps.ts';
import { openSignOn } from '../api/sign-on-provider.ts';
import type { Configuration } from './configuration.ts';

/** Single sign-on as configured; nothing where it is not. */
export function signOnOf({ oidcIssuer, oidcClientId, oidcSecret, oidcSecretFile, oidcAccountClaim, oidcSecondFactor }: Configuration): Pick<Deps, 'signOn'> {
  if (oidcIssuer === null || oidcClientId === null) return {};
  return {
    signOn: openSignOn({
      issuer: oidcIssuer, client_id: oidcClientId, client_secret: oidcSecret ?? oidcSecretFile,
      account_claim: oidcAccountClaim, second_factor: oidcSecondFactor ?? [],
    }, Date.now),
  };
}

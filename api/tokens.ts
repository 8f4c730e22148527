import { mayHandOn } from '../core/access/narrowing.ts';
import { endToken, listTokens, makeToken, type ApiToken } from '../store/api-tokens.ts';
import { readRegion } from '../store/regions.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** Tokens for programs, made and ended by the person they act for. */
export function tokenHandlers(deps: Deps): Pick<Handlers, 'listTokens' | 'makeToken' | 'endToken'> {
  return {
    listTokens: (c) => storeOf(deps, c).read(async (tx) => c.json({ tokens: (await listTokens(tx)).map(tokenView) }, 200)),
    makeToken: async (c) => {
      const { label, scopes, days } = c.req.valid('json');
      const { actor, factor } = askerOf(c);
      if (!scopes.every((scope) => mayHandOn(actor.reach, scope))) return refuse(c, 'token_beyond_reach');
      const reply = await storeOf(deps, c).write(async (tx) => {
        // In the sample nobody is asked for a second factor.
        if (!factor && (await readRegion(tx))?.sample !== true) return null;
        return makeToken(tx, { label, scopes: [...new Set(scopes)], days });
      });
      return reply === null ? refuse(c, 'second_factor_first') : c.json({ token: tokenView(reply.token), secret: reply.secret }, 201);
    },
    endToken: async (c) => {
      const ended = await storeOf(deps, c).write((tx) => endToken(tx, idOf(c.req.valid('param').token_id)));
      return ended === null ? refuse(c, 'unknown_token') : c.json(tokenView(ended), 200);
    },
  };
}

function tokenView({ token_id, ...rest }: ApiToken) {
  return { ...rest, token_id: String(token_id) };
}

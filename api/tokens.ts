import { mayHandOn } from '../core/access/narrowing.ts';
import { endToken, listTokens, makeToken, makeTokenAgain, type ApiToken } from '../store/api-tokens.ts';
import { readRegion } from '../store/regions.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import { isDone, once, onceTold, type Told } from './once.ts';
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
      const asked = { label, scopes: [...new Set(scopes)], days };
      const reply = await onceTold<number, MadeToken, NotProved>(deps, c, asked, {
        work: async (tx) => {
          // In the sample nobody is asked for a second factor.
          if (!factor && (await readRegion(tx))?.sample !== true) return { outcome: 'second_factor_first' };
          return made(await makeToken(tx, asked));
        },
        again: async (tx, token_id) => {
          const renewed = await makeTokenAgain(tx, token_id, days);
          return renewed === null ? { outcome: 'told_already' } : made(renewed);
        },
      });
      return isDone(reply) ? c.json({ token: tokenView(reply.value.token), secret: reply.value.secret }, 201) : refuse(c, reply.outcome);
    },
    endToken: async (c) => {
      const token_id = idOf(c.req.valid('param').token_id);
      const reply = await once(deps, c, {}, async (tx) => {
        const ended = await endToken(tx, token_id);
        return ended === null ? { outcome: 'unknown_token' as const } : { outcome: 'done' as const, value: tokenView(ended) };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
  };
}

type MadeToken = Awaited<ReturnType<typeof makeToken>>;
type NotProved = { readonly outcome: 'second_factor_first' };

/** Under the request's key only the token's number is kept, never its secret. */
function made(value: MadeToken): Told<number, MadeToken> {
  return { outcome: 'done', value, kept: value.token.token_id };
}

function tokenView({ token_id, ...rest }: ApiToken) {
  return { ...rest, token_id: String(token_id) };
}

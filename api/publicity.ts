import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Language } from '../core/values/bilingual.ts';
import { allPublicised, publicisedAs, type Publicised } from '../store/step-up/public-list.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { absentPage, listPage, publicPage, PUBLICITY_POLICY } from './publicity-html.ts';
import { originOf } from './reached.ts';
import { networkOf, secondsToWait } from './request-limits.ts';
import { SAMPLE_DAY } from './sample-region.ts';

/** Enough for a school hall behind one address, too few to walk through codes. */
const MOST_A_MINUTE = 120;
const WINDOW_S = 60;

/** What is published for everybody, without sign-in: plain pages without script. */
export function publicity(deps: Deps) {
  const questions = new RateLimiterMemory({ points: MOST_A_MINUTE, duration: WINDOW_S });
  const limited: MiddlewareHandler<ApiEnv> = async (c, next) => {
    const wait = await secondsToWait(questions, networkOf(originOf(c, deps).address));
    if (wait === null) return next();
    c.header('retry-after', String(wait));
    return html(c, absentPage(languageOf(c)), 429);
  };
  const isOpen = ({ last_day, sample }: Publicised): boolean => (sample ? SAMPLE_DAY : deps.today()) <= last_day;
  return {
    limited,
    list: async (c: Context<ApiEnv>) => html(c, listPage((await allPublicised(deps.database)).filter(isOpen), languageOf(c))),
    one: async (c: Context<ApiEnv>) => {
      const found = await publicisedAs(deps.database, c.req.param('code') ?? '');
      return found === null ? html(c, absentPage(languageOf(c)), 404) : html(c, publicPage(found, isOpen(found), languageOf(c)));
    },
  };
}

export function languageOf(c: Context<ApiEnv>): Language {
  const asked = c.req.query('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh';
}

function html(c: Context<ApiEnv>, text: string, status: 200 | 404 | 429 = 200): Response {
  return c.html(text, status, { 'content-security-policy': PUBLICITY_POLICY, 'cache-control': 'no-store', vary: 'accept-language' }) as Response;
}

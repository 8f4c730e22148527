import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Language } from '../core/values/bilingual.ts';
import { PROGRAM } from '../store/program-actor.ts';
import { listRegions } from '../store/regions.ts';
import { dayOf, placeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { PUBLIC_REACH, publicFacts, type PublicFacts } from './public-page-facts.ts';
import { pilotPage } from './public-page-html.ts';
import { languageOf } from './publicity.ts';
import { PUBLICITY_POLICY } from './publicity-html.ts';

const MAX_AGE_S = 300;

interface KeptPage {
  readonly state: string;
  readonly html: string;
  readonly tag: string;
}

/** 试点公开页: what anybody may read, without sign-in; made anew only when something was recorded or the day is another. */
export function publicPages(deps: Deps) {
  const kept = new Map<Language, KeptPage>();
  const pageIn = async (language: Language): Promise<KeptPage> => {
    const asks = (await listRegions(deps.database)).map(({ region_id }) => deps.database.as({ region_id, account: PROGRAM, reach: PUBLIC_REACH }));
    const states = await Promise.all(asks.map((as) => as.read(async (tx) => {
      const [row] = await tx.query<{ at: string }>('select last_recorded_at::text as at from regions where region_id = $1', [tx.actor.region_id]);
      return `${tx.actor.region_id} ${row?.at ?? ''} ${dayOf(deps, await placeOf(tx), {}).on}`;
    })));
    const [state, before] = [states.join(';'), kept.get(language)];
    if (before?.state === state) return before;
    const facts: PublicFacts[] = [];
    for (const as of asks) facts.push(await as.read(async (tx) => { const place = await placeOf(tx); return publicFacts(tx, place, dayOf(deps, place, {}), language); }));
    const html = pilotPage(facts, language);
    const made = { state, html, tag: `"${createHash('sha256').update(html).digest('base64url')}"` };
    kept.set(language, made);
    return made;
  };
  return async (c: Context<ApiEnv>): Promise<Response> => {
    const { html, tag } = await pageIn(languageOf(c));
    const headers = { 'content-security-policy': PUBLICITY_POLICY, 'cache-control': `public, max-age=${MAX_AGE_S}`, etag: tag, vary: 'accept-language' };
    return c.req.header('if-none-match') === tag ? c.body(null, 304, headers) : c.html(html, 200, headers) as Response;
  };
}

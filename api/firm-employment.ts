import type { Context } from 'hono';
import { POST_REFUSALS, type PostDraft } from '../core/employment/posts.ts';
import { amountOf } from '../core/facts/rules.ts';
import { decimal } from '../core/values/exact.ts';
import { fenOf, yuanText } from '../core/values/fen.ts';
import { loadRows } from '../store/campus-rows.ts';
import { shownTo, type Shown } from '../store/employment/firm.ts';
import { ownPosts, recordPost, type RecordedPost } from '../store/employment/posts.ts';
import { recommendationsOf } from '../store/employment/recommendations.ts';
import type { Handlers } from './app.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once } from './once.ts';
import { claimsOf, hiresOf } from './hires-view.ts';
import { postViews, recommendationViews } from './recommendation-view.ts';
import { refuse } from './refuse.ts';

type FirmHandlers = Pick<Handlers, 'readFirmEmployment' | 'recordPost'>;

/** The firms that the asker is of. */
export function firmsOf(c: Context<ApiEnv>): string[] {
  return [...new Set(askerOf(c).holder.roles.flatMap(({ role, org_id }) => (role === 'enterprise' && org_id !== null ? [org_id] : [])))];
}

/** A firm's own page: whom it may see, whom it was recommended, what it offers. */
export function firmHandlers(deps: Deps): FirmHandlers {
  return {
    readFirmEmployment: (c) => storeOf(deps, c).read(async (tx) => {
      const own = firmsOf(c);
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const parameters = parametersOf(place.pack, on);
      const organisations = await loadRows(tx, 'organisations', {});
      const names = new Map(organisations.map(({ org_id, name }) => [org_id, name]));
      const shown: Shown[] = [];
      for (const firm_id of own) shown.push(...await shownTo(tx, firm_id, on));
      const recommended = own.length === 0 ? [] : (await recommendationsOf(tx)).filter(({ firm_id }) => own.includes(firm_id));
      const majors = new Map((await loadRows(tx, 'programmes', {})).map(({ higher_code, name }) => [higher_code, name]));
      return c.json({
        on, firms: own.map((org_id) => ({ org_id, name: names.get(org_id) ?? org_id })), minimum_wage_yuan: parameters.has('employment.minimum_wage') ? yuanText(fenOf(amountOf(parameters, 'employment.minimum_wage'))) : null,
        majors: [...majors].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1)),
        shown: shown.map(({ school_id, ...one }) => ({ ...one, school: names.get(school_id) ?? school_id })),
        ...await hiresOf(tx, own, on, parameters), claims: await claimsOf(tx, own),
        recommendations: await recommendationViews(tx, recommended, 'firm'), posts: await postViews(tx, (await ownPosts(tx)).filter(({ firm_id }) => own.includes(firm_id))),
      }, 200);
    }),
    recordPost: async (c) => {
      const { firm_id, draft: { wage_yuan, ...draft }, answers = null, reason = null } = c.req.valid('json');
      const posted: PostDraft = { ...draft, wage_fen: fenOf(decimal(wage_yuan)) };
      const answer = await once(deps, c, c.req.valid('json'), async (tx): Promise<RecordedPost> => {
        const place = await placeOf(tx);
        return recordPost(tx, { firm_id, draft: posted, answers, reason }, parametersOf(place.pack, dayOf(deps, place, {}).on));
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'firm_post_refused' ? refuse(c, answer.outcome, { detail: POST_REFUSALS[answer.why] }) : refuse(c, answer.outcome);
    },
  };
}

import { academicYearOf, yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { partnership } from '../core/employment/partners.ts';
import { amountOf } from '../core/facts/rules.ts';
import { mayTouch } from '../core/access/reach.ts';
import { loadRows } from '../store/campus-rows.ts';
import { candidatesOf, finalGrade, type Candidate } from '../store/employment/candidates.ts';
import { agreementsOf } from '../store/employment/partners.ts';
import { openPosts } from '../store/employment/posts.ts';
import { moveRecommendation, recommend, recommendationsOf, type Moved, type Recommended } from '../store/employment/recommendations.ts';
import { listReleases, releasable, releasedOf, releaseGraduates, type Release, type Released, type ReleaseOutcome } from '../store/employment/releases.ts';
import { schoolScopes } from '../store/employment/services.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { isDone, once } from './once.ts';
import { idText } from './partners.ts';
import { postViews, recommendationViews } from './recommendation-view.ts';
import { refuse } from './refuse.ts';

type RecommendingHandlers = Pick<Handlers, 'listReleases' | 'releaseGraduates' | 'recommendGraduate' | 'moveRecommendation'>;

/** M10-c: lists for partner firms first, recommendations from them, and what came of these. */
export function recommendingHandlers(deps: Deps): RecommendingHandlers {
  return {
    listReleases: (c) => storeOf(deps, c).read(async (tx) => {
      const { on, school_id, year } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on: today } = dayOf(deps, place, on === undefined ? {} : { on });
      const parameters = parametersOf(place.pack, today);
      const schools = await schoolsInReach(tx);
      const chosen = school_id ?? schools.find(({ may_write }) => may_write)?.school_id ?? null;
      const asked = year ?? seasonOf(chosen === null ? [] : await candidatesOf(tx, { school_id: chosen, on: today }, finalGrade(parameters)), today);
      const releases = (await listReleases(tx)).filter((one) => (chosen === null || one.school_id === chosen) && (year === undefined || one.year === year));
      const released = await releasedOf(tx, releases.map(({ release_id }) => release_id));
      // Posts and firms are for those who recommend; a firm's name is told by whoever may read the directory.
      const firms = schools.length === 0 ? [] : (await loadRows(tx, 'organisations', {})).filter(({ kind }) => kind === 'enterprise').map(({ org_id, name }) => ({ org_id, name }));
      const { posts, partners } = await tx.whole(async (whole) => {
        const agreements = await agreementsOf(whole);
        return {
          posts: schools.length === 0 ? [] : await openPosts(whole, today),
          partners: releases.map((one) => firms.filter(({ org_id }) => programmesOf(one, released).some((programme) => partnership(agreements, org_id, programme, today) !== null))),
        };
      });
      const next = chosen === null ? { ready: [], silent: [], refused: 0 } : await releasable(tx, { school_id: chosen, year: asked, on: today }, parameters);
      const side = schools.some(({ may_write }) => may_write) ? 'school' : null;
      return c.json({
        on: today, year: asked, school_id: chosen, schools, days: parameters.has('employment.partner_days') ? Number(amountOf(parameters, 'employment.partner_days').n) : null, next: { ...next, ready: next.ready.length, silent: next.silent.map(({ student_id, name }) => ({ student_id, name })) },
        releases: releases.map(({ release_id, year: of, released_on, priority_until }, at) => ({
          release_id, year: of, released_on, priority_until, partners_only: today <= priority_until, partners: partners[at] ?? [],
          graduates: released.filter((one) => one.release_id === release_id).map(({ student_id, content }) => ({ student_id, content })),
        })),
        recommendations: await recommendationViews(tx, await recommendationsOf(tx, releases.map(({ release_id }) => release_id)), side), posts: await postViews(tx, posts), firms,
      }, 200);
    }),
    releaseGraduates: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx): Promise<ReleaseOutcome> => {
        const place = await placeOf(tx);
        const { on: today } = dayOf(deps, place, {});
        return releaseGraduates(tx, asked, { today, parameters: parametersOf(place.pack, today) });
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    recommendGraduate: async (c) => {
      const { post_id = null, ...asked } = c.req.valid('json');
      const answer = await once(deps, c, { ...asked, post_id }, async (tx): Promise<Recommended> => recommend(tx, { ...asked, post_id }, dayOf(deps, await placeOf(tx), {}).on));
      if (isDone(answer)) return c.json(answer.value, 201);
      if (answer.outcome !== 'partners_first') return refuse(c, answer.outcome);
      return refuse(c, answer.outcome, { detail: { zh: `没有推荐：${answer.until} 以前只推荐给合作企业。依据 M10-c。`, en: `Nobody was recommended: until ${answer.until} the list is for partner firms. Clause M10-c.` } });
    },
    moveRecommendation: async (c) => {
      const { recommendation_id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const { roles } = askerOf(c).holder;
      const at = (kind: 'enterprise' | 'school_registrar'): string[] => roles.flatMap(({ role, org_id }) => (role === kind && org_id !== null ? [org_id] : []));
      const answer = await once(deps, c, { recommendation_id, ...asked }, async (tx): Promise<Moved> =>
        moveRecommendation(tx, { ...asked, recommendation_id: idText(recommendation_id) }, { firms: at('enterprise'), schools: at('school_registrar') }, dayOf(deps, await placeOf(tx), {}).on));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, answer.outcome === 'step_not_now' ? 'step_not_possible' : answer.outcome);
    },
  };
}

/** The year whose graduates are next: that of the final grade, else of the latest who graduated. */
function seasonOf(candidates: readonly Candidate[], today: PlainDate): number {
  const ending = academicYearOf(today) + 1;
  if (candidates.some(({ graduated_on }) => graduated_on === null)) return ending;
  return Math.max(0, ...candidates.flatMap(({ graduated_on }) => (graduated_on === null ? [] : [yearOf(graduated_on)]))) || ending;
}

function programmesOf({ release_id, school_id }: Release, released: readonly Released[]): { programme_id: string; school_id: string }[] {
  return [...new Set(released.filter((one) => one.release_id === release_id).map(({ programme_id }) => programme_id))].map((programme_id) => ({ programme_id, school_id }));
}

/** Schools whose graduates' employment the asker follows or keeps. */
async function schoolsInReach(tx: Transaction): Promise<{ school_id: string; name: string; may_write: boolean }[]> {
  const schools = (await loadRows(tx, 'organisations', {})).filter(({ kind }) => kind === 'school');
  const own: { school_id: string; name: string; may_write: boolean }[] = [];
  for (const { org_id, name } of schools) {
    const scopes = await schoolScopes(tx, org_id) ?? [];
    if (mayTouch(tx.actor.reach, 'employment', 'read', scopes)) own.push({ school_id: org_id, name, may_write: mayTouch(tx.actor.reach, 'employment', 'write', scopes) });
  }
  return own;
}

import type { Named } from '../core/internships/content.ts';
import { mayTouch } from '../core/access/reach.ts';
import { loadRows } from '../store/campus-rows.ts';
import { candidatesFor } from '../store/internships/candidates.ts';
import { termNeeds } from '../store/internships/needs.ts';
import { closePost, correctPost, listPosts, offerPost, postById } from '../store/internships/posts.ts';
import type { Transaction } from '../store/transaction.ts';
import { lawNow } from './agreements.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import type { Asker } from './environment.ts';
import { whyNoPost } from './internship-refusals.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type PostHandlers = Pick<Handlers, 'listInternshipPosts' | 'offerInternshipPost' | 'correctInternshipPost' | 'closeInternshipPost' | 'listInternshipCandidates'>;

/** The pool of posts: offered by firms, or on their behalf. */
export function internshipPostHandlers(deps: Deps): PostHandlers {
  return {
    listInternshipPosts: (c) => storeOf(deps, c).read(async (tx) => {
      const law = await lawNow(deps, tx);
      const names = await directoryOf(tx);
      const posts = await listPosts(tx, { since: law.on });
      const needs = await termNeeds(tx, law);
      return c.json({
        on: law.on, firms: firmsOf(askerOf(c), names), programmes: [...names.programmes].map(([programme_id, { name }]) => ({ programme_id, name })),
        posts: posts.map(({ post_id, programmes, recorded_at: _at, first_id: _first, closed_at, scopes, ...one }) => ({
          ...one, post_id: String(post_id), firm: names.organisations.get(one.employer_id)?.name ?? one.employer_id, offered_by: names.organisations.get(one.offered_by)?.name ?? one.offered_by,
          programmes: programmes.map((programme_id) => ({ programme_id, name: names.programmes.get(programme_id)?.name ?? programme_id })), closed: closed_at !== null,
          may_close: closed_at === null && mayTouch(tx.actor.reach, 'posts', 'write', scopes),
        })),
        needs: needs?.map(({ programmes, ...term }) => ({ ...term, programmes: programmes.filter(({ programme_id }) => names.programmes.has(programme_id)).map((one) => ({ ...one, ...programmeNames(names, one.programme_id) })) })) ?? null,
      }, 200);
    }),
    offerInternshipPost: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const offered = await offerPost(tx, asked, offererOf(askerOf(c)) ?? asked.employer_id, (await lawNow(deps, tx)).on);
        return offered.outcome === 'done' ? { outcome: 'done' as const, value: { post_id: String(offered.post_id) } } : offered;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'post_refused' ? refuse(c, answer.outcome, whyNoPost(answer.refusal)) : refuse(c, answer.outcome);
    },
    correctInternshipPost: async (c) => {
      const asked = c.req.valid('json');
      const { post_id } = c.req.valid('param');
      const answer = await once(deps, c, { post_id, ...asked }, async (tx) => {
        const corrected = await correctPost(tx, idOf(post_id), asked, (await lawNow(deps, tx)).on);
        return corrected.outcome === 'done' ? { outcome: 'done' as const, value: { post_id: String(corrected.post_id) } } : corrected;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'post_refused' ? refuse(c, answer.outcome, whyNoPost(answer.refusal)) : refuse(c, answer.outcome);
    },
    closeInternshipPost: async (c) => {
      const { reason } = c.req.valid('json');
      const { post_id } = c.req.valid('param');
      const answer = await once(deps, c, { post_id, reason }, async (tx) => {
        const closed = await closePost(tx, idOf(post_id), reason);
        return closed.outcome === 'done' ? { outcome: 'done' as const, value: { post_id } } : { outcome: closed.outcome };
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    listInternshipCandidates: (c) => storeOf(deps, c).read(async (tx) => {
      const { post_id } = c.req.valid('query');
      const post = await tx.whole((whole) => postById(whole, idOf(post_id)));
      if (post === null) return refuse(c, 'unknown_post');
      const names = await directoryOf(tx);
      const students = await candidatesFor(tx, post, await lawNow(deps, tx));
      return c.json({
        post_id, free: Math.max(0, post.seats - post.placed), from: post.from, to: post.to,
        students: students.map(({ programme_id, ...one }) => ({ ...one, programme: names.programmes.get(programme_id)?.name ?? programme_id })),
      }, 200);
    }),
  };
}

export interface Directory {
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly programmes: ReadonlyMap<string, { readonly name: string; readonly school_id: string }>;
}

export async function directoryOf(tx: Transaction): Promise<Directory> {
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  return { organisations: new Map(organisations.map((one) => [one.org_id, one])), programmes: new Map(programmes.map((one) => [one.programme_id, one])) };
}

/** What a programme and its school are called. */
export function programmeNames({ organisations, programmes }: Directory, programme_id: string): { readonly name: string; readonly school: string } {
  const programme = programmes.get(programme_id);
  return { name: programme?.name ?? programme_id, school: organisations.get(programme?.school_id ?? '')?.name ?? programme?.school_id ?? '' };
}

/** As which organisation somebody offers posts: their own firm, or the department or park that speaks for firms. */
function offererOf({ holder: { roles } }: Asker): string | null {
  return roles.find(({ role }) => role === 'enterprise' || role === 'department')?.org_id ?? null;
}

function firmsOf({ holder: { roles } }: Asker, { organisations }: Directory): Named[] {
  const firms = [...organisations].filter(([, { kind }]) => kind === 'enterprise').map(([org_id, { name }]) => ({ org_id, name }));
  if (roles.some(({ role }) => role === 'department')) return firms;
  return firms.filter(({ org_id }) => roles.some((held) => held.role === 'enterprise' && held.org_id === org_id));
}

import type { z } from '@hono/zod-openapi';
import { movesOf, type Side } from '../core/employment/recommendation.ts';
import { signsOfPost } from '../core/employment/posts.ts';
import { yuanText } from '../core/values/fen.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Post } from '../store/employment/posts.ts';
import type { Recommendation } from '../store/employment/recommendations.ts';
import { listReleases, releasedOf } from '../store/employment/releases.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readFirmEmployment } from './contract/recommending.ts';

type View = z.infer<(typeof readFirmEmployment.responses)[200]['content']['application/json']['schema']>;

/** Recommendations with the names of whom, by whom and to whom; a side sees what it may do next. */
export function recommendationViews(tx: Transaction, found: readonly Recommendation[], side: Side | null): Promise<View['recommendations']> {
  const ids = new Set(found.map(({ release_id }) => release_id));
  // Whoever was recommended may be named to the firm, as far as the list shows them.
  return tx.whole(async (whole) => {
    const schools = new Map((await listReleases(whole)).map(({ release_id, school_id }) => [release_id, school_id]));
    const names = new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
    const released = new Map((await releasedOf(whole, [...ids])).map((one) => [`${one.release_id}/${one.student_id}`, one.content]));
    const posts = new Map((await whole.query<{ post_id: string; title: string }>('select post_id::text, title from firm_posts where region_id = $1', [whole.actor.region_id])).map(({ post_id, title }) => [post_id, title]));
    return found.map(({ recommendation_id, release_id, student_id, firm_id, post_id, partner, state, version, entries }) => {
      const content = released.get(`${release_id}/${student_id}`);
      const school = schools.get(release_id) ?? '';
      const last = entries.at(-1);
      return {
        recommendation_id, release_id, student_id, name: content?.name ?? student_id, programme: content?.programme ?? '', school: names.get(school) ?? school, firm_id, firm: names.get(firm_id) ?? firm_id,
        post_id, post: post_id === null ? null : posts.get(post_id) ?? null, partner, state, version, since: last?.on ?? '', note: last?.note ?? '',
        next: side === null ? [] : movesOf(state, side).map(({ act, label }) => ({ act, label })),
      };
    });
  });
}

/** Posts with what is to be looked at in them. */
export async function postViews(tx: Transaction, posts: readonly Post[]): Promise<View['posts']> {
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const taught = new Set((await loadRows(tx, 'programmes', {})).map(({ higher_code }) => higher_code));
  return posts.map(({ wage_fen, ...post }) => ({ ...post, firm: names.get(post.firm_id) ?? post.firm_id, wage_yuan: yuanText(BigInt(wage_fen)), signs: signsOfPost(post, taught) }));
}

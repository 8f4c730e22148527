import { mayTouch } from '../../core/access/reach.ts';
import { maySee, partnership } from '../../core/employment/partners.ts';
import { movesOf, type RecommendationAct, type RecommendationState, type Side } from '../../core/employment/recommendation.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { agreementsOf } from './partners.ts';
import { listReleases, releasedOf } from './releases.ts';
import { schoolScopes } from './services.ts';

export interface Recommendation {
  readonly recommendation_id: string;
  readonly release_id: string;
  readonly student_id: string;
  readonly firm_id: string;
  readonly post_id: string | null;
  readonly partner: boolean;
  readonly state: RecommendationState;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly entries: readonly { readonly act: string; readonly on: PlainDate; readonly note: string; readonly to: RecommendationState }[];
}

/** Recommendations in the actor's reach, the latest first; of these lists, or all. */
export function recommendationsOf(tx: Transaction, releases: readonly string[] | null = null): Promise<Recommendation[]> {
  return tx.query<Recommendation>(
    `select r.recommendation_id::text, r.release_id::text, r.student_id, r.firm_id, r.post_id::text, r.partner, r.state, r.version, r.scopes,
       (select coalesce(json_agg(json_build_object('act', e.act, 'on', e.on_date, 'note', e.note, 'to', e.to_state) order by e.version), '[]') from recommendation_entries e where e.region_id = r.region_id and e.recommendation_id = r.recommendation_id) as entries
     from recommendations r where r.region_id = $1 and ($2::bigint[] is null or r.release_id = any($2)) and ($3::text[] is null or r.scopes && $3) order by r.recommendation_id desc`,
    [tx.actor.region_id, releases, labelsToRead(tx, 'employment')]);
}

export interface Recommending {
  readonly release_id: string;
  readonly student_id: string;
  readonly firm_id: string;
  readonly post_id: string | null;
}

export type Recommended =
  | { readonly outcome: 'done'; readonly value: { readonly recommendation_id: string } }
  | { readonly outcome: 'unknown_release' | 'unknown_organisation' | 'unknown_firm_post' | 'recommended_already' }
  /** M10-c: the list is for partner firms until this day. */
  | { readonly outcome: 'partners_first'; readonly until: PlainDate };

/** M10-c: the school recommends somebody on its list to a firm: a partner at once, another firm once the window is over. */
export async function recommend(tx: Transaction, { release_id, student_id, firm_id, post_id }: Recommending, today: PlainDate): Promise<Recommended> {
  const stamp = await lockRegion(tx);
  const release = (await listReleases(tx)).find((one) => one.release_id === release_id);
  const released = release === undefined ? undefined : (await releasedOf(tx, [release_id])).find((one) => one.student_id === student_id);
  const scopes = release === undefined ? null : await schoolScopes(tx, release.school_id);
  if (stamp === null || release === undefined || released === undefined || scopes === null || !mayTouch(tx.actor.reach, 'employment', 'write', scopes)) return { outcome: 'unknown_release' };
  const { firm, partner, post, there } = await tx.whole(async (whole) => ({
    firm: (await loadRows(whole, 'organisations', {}, 'r.key = $2', firm_id)).find(({ kind }) => kind === 'enterprise'),
    partner: partnership(await agreementsOf(whole), firm_id, { programme_id: released.programme_id, school_id: release.school_id }, today) !== null,
    post: post_id === null ? true : (await whole.arrays('select 1 from firm_posts where region_id = $1 and post_id = $2::bigint and firm_id = $3 and superseded_at is null', [whole.actor.region_id, post_id, firm_id])).length > 0,
    there: (await whole.arrays('select 1 from recommendations where region_id = $1 and release_id = $2::bigint and student_id = $3 and firm_id = $4', [whole.actor.region_id, release_id, student_id, firm_id])).length > 0,
  }));
  if (firm === undefined) return { outcome: 'unknown_organisation' };
  if (!post) return { outcome: 'unknown_firm_post' };
  if (there) return { outcome: 'recommended_already' };
  if (!maySee(release, partner, today)) return { outcome: 'partners_first', until: release.priority_until };
  const recommendation_id = String(await takeNumbers(tx, 'next_number', 1));
  const labels = [...new Set([...released.scopes, `org:${firm_id}`])].sort();
  await tx.change(
    `insert into recommendations (region_id, recommendation_id, release_id, student_id, firm_id, post_id, partner, state, scopes, recorded_at, recorded_by) values ($1, $2::bigint, $3::bigint, $4, $5, $6::bigint, $7, 'recommended', $8, $9, $10)`,
    [tx.actor.region_id, recommendation_id, release_id, student_id, firm_id, post_id, partner, labels, stamp.at, tx.actor.account]);
  await addEntry(tx, { recommendation_id, version: 1, act: 'recommend', from: null, to: 'recommended', on: today, note: '', scopes: labels, at: stamp.at });
  await tx.audit({ action: 'graduate.recommended', object: `recommendations/${recommendation_id}`, detail: { release_id, firm_id, partner } });
  return { outcome: 'done', value: { recommendation_id } };
}

interface NewEntry {
  readonly recommendation_id: string;
  readonly version: number;
  readonly act: string;
  readonly from: RecommendationState | null;
  readonly to: RecommendationState;
  readonly on: PlainDate;
  readonly note: string;
  readonly scopes: readonly string[];
  readonly at: string;
}

async function addEntry(tx: Transaction, { recommendation_id, version, act, from, to, on, note, scopes, at }: NewEntry): Promise<void> {
  await tx.change(
    'insert into recommendation_entries (region_id, recommendation_id, version, act, from_state, to_state, on_date, note, scopes, recorded_at, recorded_by) values ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [tx.actor.region_id, recommendation_id, version, act, from, to, on, note, scopes, at, tx.actor.account]);
}

export interface Moving {
  readonly recommendation_id: string;
  readonly act: RecommendationAct;
  readonly version: number;
  readonly note: string;
}

export type Moved = { readonly outcome: 'done'; readonly value: { readonly recommendation_id: string } } | { readonly outcome: 'unknown_recommendation' | 'not_your_step' | 'step_not_now' | 'changed_meanwhile' };

/** What a firm answers, and what the school says for the graduate. Of two at once one wins. */
export async function moveRecommendation(tx: Transaction, { recommendation_id, act, version, note }: Moving, sides: { readonly firms: readonly string[]; readonly schools: readonly string[] }, today: PlainDate): Promise<Moved> {
  const stamp = await lockRegion(tx);
  const found = (await recommendationsOf(tx)).find((one) => one.recommendation_id === recommendation_id);
  if (stamp === null || found === undefined) return { outcome: 'unknown_recommendation' };
  const side: Side | null = sides.firms.includes(found.firm_id) ? 'firm' : sides.schools.some((id) => found.scopes.includes(`org:${id}`)) ? 'school' : null;
  if (side === null || !mayTouch(tx.actor.reach, 'employment', 'write', found.scopes)) return { outcome: 'not_your_step' };
  const move = movesOf(found.state, side).find((one) => one.act === act);
  if (move === undefined) return { outcome: (['firm', 'school'] as const).some((one) => movesOf(found.state, one).some((other) => other.act === act)) ? 'not_your_step' : 'step_not_now' };
  const changed = await tx.change('update recommendations set state = $4, version = version + 1 where region_id = $1 and recommendation_id = $2::bigint and version = $3 and state = $5', [tx.actor.region_id, recommendation_id, version, move.to, found.state]);
  if (changed === 0) return { outcome: 'changed_meanwhile' };
  await addEntry(tx, { recommendation_id, version: version + 1, act, from: found.state, to: move.to, on: today, note, scopes: found.scopes, at: stamp.at });
  await tx.audit({ action: 'recommendation.moved', object: `recommendations/${recommendation_id}`, detail: { act, side } });
  return { outcome: 'done', value: { recommendation_id } };
}

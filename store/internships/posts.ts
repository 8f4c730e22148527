import { mayTouch } from '../../core/access/reach.ts';
import { mayOfferFor, refusalOfPost, type PostDraft, type PostRefusal } from '../../core/internships/post.ts';
import { HELD } from '../../core/internships/states.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import { listPartnerAgreements } from '../partners.ts';
import { lockRegion, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A post of the pool, with how many students are placed on it. */
export interface StoredPost extends PostDraft {
  readonly post_id: number;
  readonly offered_by: string;
  /** The first record of this post: students stand on it, however often it was corrected. */
  readonly first_id: number;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly closed_at: Instant | null;
  readonly close_reason: string | null;
  readonly placed: number;
}

interface Row extends Omit<StoredPost, 'post_id' | 'first_id' | 'placed'> {
  readonly post_id: bigint;
  readonly first_id: bigint;
}

const SELECT = `select p.post_id, coalesce(p.first_id, p.post_id) as first_id, p.employer_id, p.offered_by, p.title, p.seats, p.programmes, p.place, p.wage_yuan::text as wage_yuan, p.safety_contact, p.valid_from as "from", p.valid_to as "to",
  p.scopes, p.recorded_at, p.closed_at, p.close_reason from internship_posts p`;

/** Posts with how many stand on each, whoever they are. */
async function counted(tx: Transaction, rows: readonly Row[]): Promise<StoredPost[]> {
  const placed = new Map((await tx.whole((whole) => whole.arrays(
    `select coalesce(q.first_id, q.post_id), count(*)::int from placements s join internship_posts q on q.region_id = $1 and q.post_id = s.post_id
     where s.region_id = $1 and coalesce(q.first_id, q.post_id) = any($2::bigint[]) and s.state = any($3::text[]) group by 1`, [whole.actor.region_id, rows.map(({ first_id }) => String(first_id)), HELD])))
    .map(([id, many]) => [Number(id), Number(many)]));
  return rows.map(({ post_id, first_id, ...row }) => ({ ...row, post_id: Number(post_id), first_id: Number(first_id), placed: placed.get(Number(first_id)) ?? 0 }));
}

/** Posts in reach that have not ended before a day, those that begin first before the others. How many stand on each is told of all. */
export async function listPosts(tx: Transaction, { since }: { readonly since: PlainDate }): Promise<StoredPost[]> {
  const labels = tx.actor.reach.get('posts.read') ?? [];
  const rows = await tx.query<Row>(
    `${SELECT} where p.region_id = $1 and p.superseded_at is null and p.valid_to >= $2 and ($3::text[] is null or p.scopes && $3::text[]) order by p.valid_from, p.post_id`,
    [tx.actor.region_id, since, labels === '*' ? null : labels]);
  return counted(tx, rows);
}

/** One post as it stands, whoever offered it. To be called within `tx.whole`. */
export async function postById(whole: Transaction, post_id: number): Promise<StoredPost | null> {
  const [post] = await counted(whole, await whole.query<Row>(`${SELECT} where p.region_id = $1 and p.superseded_at is null and p.post_id = $2`, [whole.actor.region_id, post_id]));
  return post ?? null;
}

export type OfferOutcome = { readonly outcome: 'done'; readonly post_id: number } | { readonly outcome: 'not_allowed' } | { readonly outcome: 'post_refused'; readonly refusal: PostRefusal };

/** S2-g: offers a post, by the firm itself or on its behalf; only while an agreement of the firm holds (S2-h). */
export async function offerPost(tx: Transaction, draft: PostDraft, offered_by: string, today: PlainDate): Promise<OfferOutcome> {
  const stamp = await lockRegion(tx);
  const scopes = [...new Set([`org:${draft.employer_id}`, `org:${offered_by}`])].sort();
  if (stamp === null || !mayTouch(tx.actor.reach, 'posts', 'write', scopes)) return { outcome: 'not_allowed' };
  const refusal = await refusedPost(tx, draft, offered_by, today);
  if (refusal === 'not_allowed') return { outcome: 'not_allowed' };
  if (refusal !== null) return { outcome: 'post_refused', refusal };
  const post_id = await insertPost(tx, draft, { offered_by, scopes, stamp, answers: null, why: null });
  const { employer_id, seats, programmes, from, to } = draft;
  await tx.audit({ action: 'internship_post.offered', object: `internship-posts/${post_id}`, detail: { employer_id, offered_by, seats, programmes: programmes.length, from, to } });
  return { outcome: 'done', post_id };
}

async function refusedPost(tx: Transaction, draft: PostDraft, offered_by: string, today: PlainDate): Promise<PostRefusal | 'not_allowed' | null> {
  const organisations = new Map((await loadRows(tx, 'organisations', {})).map((one) => [one.org_id, one]));
  if (!mayOfferFor(offered_by, draft.employer_id, organisations.get(offered_by)?.kind)) return 'not_allowed';
  return tx.whole(async (whole) => refusalOfPost(draft, {
    organisations,
    programmes: new Map((await loadRows(whole, 'programmes', {})).map((one) => [one.programme_id, one])),
    agreements: await listPartnerAgreements(whole, { party: draft.employer_id }), today,
  }));
}

interface Inserting {
  readonly offered_by: string;
  readonly scopes: readonly string[];
  readonly stamp: Stamp;
  /** The record that it corrects, and why. */
  readonly answers: StoredPost | null;
  readonly why: string | null;
}

async function insertPost(tx: Transaction, draft: PostDraft, { offered_by, scopes, stamp, answers, why }: Inserting): Promise<number> {
  const post_id = await takeNumbers(tx, 'next_number', 1);
  const { employer_id, title, seats, programmes, place, wage_yuan, safety_contact, from, to } = draft;
  await tx.change(
    `insert into internship_posts (region_id, post_id, employer_id, offered_by, title, seats, programmes, place, wage_yuan, safety_contact, valid_from, valid_to, answers, first_id, why, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [tx.actor.region_id, post_id, employer_id, offered_by, title, seats, [...new Set(programmes)], place, wage_yuan, safety_contact, from, to, answers?.post_id ?? null, answers?.first_id ?? post_id, why, scopes, stamp.at, tx.actor.account]);
  return post_id;
}

export type CorrectOutcome = OfferOutcome | { readonly outcome: 'unknown_post' | 'post_closed' };

/** S2-g: answers a post that was wrong with another record, which names it and says why. Who is placed stays placed, by what they signed. */
export async function correctPost(tx: Transaction, post_id: number, given: Omit<PostDraft, 'employer_id'> & { readonly why: string }, today: PlainDate): Promise<CorrectOutcome> {
  const stamp = await lockRegion(tx);
  const post = await tx.whole((whole) => postById(whole, post_id));
  if (stamp === null || post === null || !mayTouch(tx.actor.reach, 'posts', 'write', post.scopes)) return { outcome: 'unknown_post' };
  if (post.closed_at !== null) return { outcome: 'post_closed' };
  const { why, ...rest } = given;
  const draft: PostDraft = { ...rest, employer_id: post.employer_id };
  const refusal = await refusedPost(tx, draft, post.offered_by, today);
  if (refusal === 'not_allowed') return { outcome: 'not_allowed' };
  if (refusal !== null) return { outcome: 'post_refused', refusal };
  if (draft.seats < await mostAtOnce(tx, post.first_id)) return { outcome: 'post_refused', refusal: { why: 'seats_below_placed' } };
  await tx.change('update internship_posts set superseded_at = $3 where region_id = $1 and post_id = $2 and superseded_at is null', [tx.actor.region_id, post_id, stamp.at]);
  const corrected = await insertPost(tx, draft, { offered_by: post.offered_by, scopes: post.scopes, stamp, answers: post, why });
  await tx.audit({ action: 'internship_post.corrected', object: `internship-posts/${corrected}`, detail: { answers: post_id, why, seats: draft.seats, from: draft.from, to: draft.to } });
  return { outcome: 'done', post_id: corrected };
}

/** How many stood on a post on its fullest day. */
function mostAtOnce(tx: Transaction, first_id: number): Promise<number> {
  return tx.whole(async (whole) => {
    const [most] = await whole.arrays(
      `with held as (select s.since, s.until from placements s join internship_posts q on q.region_id = $1 and q.post_id = s.post_id where s.region_id = $1 and coalesce(q.first_id, q.post_id) = $2 and s.state <> 'cancelled')
       select coalesce(max(many), 0)::int from (select count(*) as many from (select distinct since from held) d join held b on b.since <= d.since and b.until >= d.since group by d.since) m`, [whole.actor.region_id, first_id]);
    return Number(most?.[0] ?? 0);
  });
}

export type CloseOutcome = { readonly outcome: 'done' } | { readonly outcome: 'unknown_post' | 'post_closed' };

/** Takes no more students; those who are placed stay. */
export async function closePost(tx: Transaction, post_id: number, reason: string): Promise<CloseOutcome> {
  const stamp = await lockRegion(tx);
  const post = await tx.whole((whole) => postById(whole, post_id));
  if (stamp === null || post === null || !mayTouch(tx.actor.reach, 'posts', 'write', post.scopes)) return { outcome: 'unknown_post' };
  const closed = await tx.change('update internship_posts set closed_at = $3, closed_by = $4, close_reason = $5 where region_id = $1 and post_id = $2 and closed_at is null',
    [tx.actor.region_id, post_id, stamp.at, tx.actor.account, reason]);
  if (closed === 0) return { outcome: 'post_closed' };
  await tx.audit({ action: 'internship_post.closed', object: `internship-posts/${post_id}`, detail: { reason } });
  return { outcome: 'done' };
}

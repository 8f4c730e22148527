import { mayTouch } from '../../core/access/reach.ts';
import { refusalOfPost, type PostDraft, type PostRefusal } from '../../core/employment/posts.ts';
import { amountOf } from '../../core/facts/rules.ts';
import { fenOf } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

export interface Post extends PostDraft {
  readonly post_id: string;
  readonly firm_id: string;
  readonly reason: string | null;
}

const COLUMNS = 'post_id::text, firm_id, title, places, contract_kind, wage_fen, division_code, industry, higher_codes, facilities, open_from, open_until, reason';

/** Posts in the actor's reach that stand, the latest first. */
export function ownPosts(tx: Transaction): Promise<Post[]> {
  return tx.query<Post>(`select ${COLUMNS} from firm_posts where region_id = $1 and superseded_at is null and ($2::text[] is null or scopes && $2) order by firm_posts.post_id desc`, [tx.actor.region_id, labelsToRead(tx, 'employment')]);
}

/** Posts of all firms that are open on a day: whoever recommends graduates sees them. To be called within `tx.whole`. */
export function openPosts(whole: Transaction, on: PlainDate): Promise<Post[]> {
  return whole.query<Post>(`select ${COLUMNS} from firm_posts where region_id = $1 and superseded_at is null and open_from <= $2::date and open_until >= $2::date order by firm_posts.post_id desc`, [whole.actor.region_id, on]);
}

export interface PostChange {
  readonly firm_id: string;
  readonly draft: PostDraft;
  /** The post that is put right, and why. */
  readonly answers: string | null;
  readonly reason: string | null;
}

export type RecordedPost =
  | { readonly outcome: 'done'; readonly value: { readonly post_id: string } }
  | { readonly outcome: 'unknown_organisation' | 'unknown_firm_post' | 'changed_meanwhile' }
  | { readonly outcome: 'firm_post_refused'; readonly why: PostRefusal };

/** S2-j: a firm offers a post, or puts one right by another record. */
export async function recordPost(tx: Transaction, { firm_id, draft, answers, reason }: PostChange, parameters: ParametersInForce): Promise<RecordedPost> {
  const stamp = await lockRegion(tx);
  const firm = (await tx.whole((whole) => loadRows(whole, 'organisations', {}, 'r.key = $2', firm_id))).find(({ kind }) => kind === 'enterprise');
  const scopes = [`org:${firm_id}`];
  if (stamp === null || firm === undefined || !mayTouch(tx.actor.reach, 'employment', 'write', scopes)) return { outcome: 'unknown_organisation' };
  const why = answers !== null && (reason ?? '').trim() === '' ? 'reason_missing' : refusalOfPost(draft, parameters.has('employment.minimum_wage') ? fenOf(amountOf(parameters, 'employment.minimum_wage')) : null);
  if (why !== null) return { outcome: 'firm_post_refused', why };
  if (answers !== null && !(await ownPosts(tx)).some(({ post_id, firm_id: of }) => post_id === answers && of === firm_id)) return { outcome: 'unknown_firm_post' };
  if (answers !== null && await tx.change('update firm_posts set superseded_at = $3 where region_id = $1 and post_id = $2::bigint and superseded_at is null', [tx.actor.region_id, answers, stamp.at]) === 0) return { outcome: 'changed_meanwhile' };
  const post_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into firm_posts (region_id, post_id, firm_id, title, places, contract_kind, wage_fen, division_code, industry, higher_codes, facilities, open_from, open_until, answers, reason, scopes, recorded_at, recorded_by)
     values ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::bigint, $15, $16, $17, $18)`,
    [tx.actor.region_id, post_id, firm_id, draft.title, draft.places, draft.contract_kind, draft.wage_fen, draft.division_code, draft.industry, draft.higher_codes, draft.facilities, draft.open_from, draft.open_until, answers,
      answers === null ? null : reason, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'firm_post.recorded', object: `firm-posts/${post_id}`, detail: { firm_id, answers } });
  return { outcome: 'done', value: { post_id } };
}

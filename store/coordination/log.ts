import { mayTouch } from '../../core/access/reach.ts';
import { refusalOfEntry, type LogDraft, type LogRefusal } from '../../core/office/log.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { scopesOfBodies } from './circulars.ts';

/** What an entry corrects, and why; `void` where it was none. */
export interface Correction {
  readonly answers: number;
  readonly reason: string;
  readonly void: boolean;
}

export type LogOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'log_refused'; readonly why: LogRefusal };
const no = (why: LogRefusal): LogOutcome => ({ outcome: 'log_refused', why });

/** Keeps an entry for the bodies that took part, or puts one right by another that answers it. */
export async function recordEntry(tx: Transaction, draft: LogDraft, correction: Correction | null, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<LogOutcome> {
  const stamp = await lockRegion(tx);
  const before = correction === null ? null : (await loadLog(tx)).find(({ entry_id }) => entry_id === String(correction.answers)) ?? null;
  if (stamp === null || (correction !== null && before === null)) return no('unknown_entry');
  if (before !== null && before.answered_by !== null) return no('corrected_already');
  if (correction !== null && correction.reason.trim() === '') return no('reason_missing');
  const known = await tx.whole(async (whole) => ({
    organisations: await loadRows(whole, 'organisations', {}), programmes: await loadRows(whole, 'programmes', {}),
  }));
  const refusal = refusalOfEntry(draft, {
    today, clauses: pack.clauses, parties: new Set(known.organisations.map(({ org_id }) => org_id)), programmes: new Set(known.programmes.map(({ programme_id }) => programme_id)),
  });
  if (refusal !== null) return no(refusal);
  const scopes = await tx.whole((whole) => scopesOfBodies(whole, [...draft.parties, ...partiesOf(known.programmes, draft.programme_id)]));
  const own = (labels: readonly string[]): boolean => mayTouch(tx.actor.reach, 'coordination', 'write', labels);
  if (!own(scopes) || (before !== null && !own(before.scopes))) return no('not_yours');
  const entry_id = await takeNumbers(tx, 'next_number', 1);
  const { kind, on, title, note, parties, others, programme_id, study_year, channel, reach, link, clause } = draft;
  await tx.change(
    `insert into pilot_log (region_id, entry_id, kind, on_date, title, note, parties, others, programme_id, study_year, channel, reach, link, clause, answers, reason, void, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [tx.actor.region_id, entry_id, kind, on, title.trim(), note.trim(), [...new Set(parties)].sort(), others.trim(), programme_id, study_year, channel, reach, link, clause,
      correction?.answers ?? null, correction?.reason.trim() ?? null, correction?.void ?? false, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: correction === null ? 'pilot_log.record' : 'pilot_log.correct', object: `pilot_log/${entry_id}`, detail: { kind, on, ...(correction !== null && { answers: correction.answers, void: correction.void }) } });
  return { outcome: 'done', id: String(entry_id) };
}

/** An activity of a programme is read by its college and school, whether they were there or not. */
function partiesOf(programmes: readonly { readonly programme_id: string; readonly college_id: string; readonly school_id: string }[], programme_id: string | null): string[] {
  return programmes.filter((one) => one.programme_id === programme_id).flatMap(({ college_id, school_id }) => [college_id, school_id]);
}

export interface StoredEntry extends LogDraft {
  readonly entry_id: string;
  readonly answers: string | null;
  readonly reason: string | null;
  readonly void: boolean;
  readonly answered_by: string | null;
  readonly scopes: readonly string[];
}

const MOST = 2000;

/** Entries in reach, latest first, with what corrected them. */
export async function loadLog(tx: Transaction): Promise<StoredEntry[]> {
  return tx.query<StoredEntry>(
    `select l.entry_id::text, l.kind, l.on_date as "on", l.title, l.note, l.parties, l.others, l.programme_id, l.study_year, l.channel, l.reach, l.link, l.clause, l.answers::text, l.reason, l.void, l.scopes, c.entry_id::text as answered_by
     from pilot_log l left join pilot_log c on c.region_id = l.region_id and c.answers = l.entry_id
     where l.region_id = $1 and ($2::text[] is null or l.scopes && $2) order by l.on_date desc, l.entry_id desc limit ${MOST}`, [tx.actor.region_id, labelsToRead(tx, 'coordination')]);
}

/** Entries that stand: neither corrected nor said to be none. */
export const standingEntries = <E extends Pick<StoredEntry, 'answered_by' | 'void'>>(entries: readonly E[]): E[] => entries.filter((one) => one.answered_by === null && !one.void);

import { daysFit, parseTerm, type TermDays } from '../../core/teaching/terms.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { refusedAs, type Taught } from './answer.ts';
import { whoActs } from './who.ts';

/** A term of a college as it was last set. */
export interface StoredTerm extends TermDays {
  readonly college_id: string;
  readonly term: string;
  readonly closed: boolean;
}

interface TermRow extends StoredTerm {
  readonly entry_no: number;
}

/** Terms in reach, latest first. */
export function listTerms(tx: Transaction, given: { readonly college_id?: string; readonly term?: string } = {}): Promise<TermRow[]> {
  return tx.query<TermRow>(
    `select distinct on (term, college_id) college_id, term, entry_no, first_day, last_day, act = 'close' as closed from teaching_terms
     where region_id = $1 and ($2::text is null or college_id = $2) and ($3::text is null or term = $3) and ($4::text[] is null or scopes && $4)
     order by term desc, college_id, entry_no desc`, [tx.actor.region_id, given.college_id ?? null, given.term ?? null, labelsToRead(tx, 'courses')]);
}

/** A term whoever asks; null while its days are not set. To be called within `tx.whole`. */
export async function termOfCollege(whole: Transaction, college_id: string, term: string): Promise<TermRow | null> {
  return (await listTerms(whole, { college_id, term }))[0] ?? null;
}

/** Days that a college gives a term. */
export interface SettingTerm extends TermDays {
  readonly college_id: string;
  readonly term: string;
}

/** M3-e: sets the days of a term, or sets them anew, within the calendar of the college. */
export async function setTerm(tx: Transaction, { college_id, term, first_day, last_day }: SettingTerm): Promise<Taught> {
  await lockRegion(tx);
  const parsed = parseTerm(term);
  if (parsed === null) return refusedAs('days_wrong');
  if (!(await whoActs(tx)).holds('college_academic', college_id)) return refusedAs('not_yours');
  const calendar = (await tx.whole((whole) => loadRows(whole, 'calendar', {}, 'r.college_id = $2', college_id))).find(({ academic_year }) => academic_year === parsed.year);
  if (calendar === undefined) return refusedAs('no_calendar');
  if (!daysFit(parsed, { first_day, last_day }, calendar.first_day)) return refusedAs('days_wrong');
  const known = await tx.whole((whole) => termOfCollege(whole, college_id, term));
  if (known?.closed === true) return refusedAs('term_closed');
  await addTermEntry(tx, { college_id, term, first_day, last_day, act: 'set', entry_no: (known?.entry_no ?? 0) + 1 });
  await tx.audit({ action: 'term.set', object: `terms/${college_id}/${term}`, detail: { first_day, last_day } });
  return { outcome: 'done' };
}

interface TermEntry extends SettingTerm {
  readonly act: 'set' | 'close';
  readonly entry_no: number;
}

export async function addTermEntry(tx: Transaction, { college_id, term, first_day, last_day, act, entry_no }: TermEntry): Promise<void> {
  await tx.change(
    `insert into teaching_terms (region_id, college_id, term, entry_no, act, first_day, last_day, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
    [tx.actor.region_id, college_id, term, entry_no, act, first_day, last_day, [`org:${college_id}`], tx.actor.account]);
}

/** Whether a term has ended on a day. */
export function isOver({ last_day }: TermDays, today: PlainDate): boolean {
  return last_day <= today;
}

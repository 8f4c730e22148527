import { open, type Entry } from '../../core/approvals/decide.ts';
import { fits, type Details } from '../../core/approvals/details.ts';
import { matterKind } from '../../core/approvals/matters.ts';
import { collectionReturn } from '../../core/approvals/matters/collection-return.ts';
import { OPENED, type MatterKind } from '../../core/approvals/matter-kind.ts';
import { pilotPeriods } from '../../core/supervision/pilot-periods.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { inForce } from '../../core/values/period.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { actingPerson, capacitiesOf } from './acting.ts';
import { refusalOfEmployment, type NoEmploymentMatter } from './employment-guards.ts';
import { addEntry } from './entry.ts';
import { onPaper } from './issue.ts';
import type { Effect, KeptDocument, KeptVerdict, StoredMatter } from './matter.ts';
import { refusalOfMoney, type NoMoneyMatter } from './money-guards.ts';
import { refusalOfRoll, type NoRollMatter } from './roll-opening.ts';
import { refusalOfSubject, scopesOfSubject, type NoSubject } from './subject.ts';

export interface Opening {
  readonly kind: string;
  readonly subject: string;
  readonly reason?: string | undefined;
  readonly details?: Details | undefined;
  readonly documents?: readonly KeptDocument[] | undefined;
  /** What the program itself has seen that brings the matter about. */
  readonly verdicts?: readonly KeptVerdict[] | undefined;
}

export type Opened =
  | { readonly outcome: 'done'; readonly matter_id: number }
  | { readonly outcome: NoSubject | 'unknown_kind' | 'details_wrong' | 'not_your_role' | 'open_already' }
  | NoRollMatter | NoEmploymentMatter | NoMoneyMatter;

/** Opens a matter in the actor's own name. A round of collection asks every school of the pilot at once. */
export async function openMatter(tx: Transaction, opening: Opening, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<Opened> {
  const kind = matterKind(opening.kind);
  // Returns come with their round and in no other way.
  if (kind === undefined || kind === collectionReturn) return { outcome: 'unknown_kind' };
  const details = opening.details ?? {};
  if (!fits(kind, 'open', details)) return { outcome: 'details_wrong' };
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  if (stamp === null || person === null) return { outcome: 'not_your_role' };
  const roll = await refusalOfRoll(tx, person, { kind, subject: opening.subject, details, reason: opening.reason?.trim() ?? '' }, given);
  if (roll !== null) return roll;
  const about = { kind, subject: opening.subject, details };
  const scopes = await tx.whole((whole) => scopesOfSubject(whole, about));
  const entry = open(kind, person.person, capacitiesOf(person, scopes));
  // Whoever opens such matters of their own is told the same of what is not theirs as of what is not there.
  if (entry === null) return { outcome: person.acting.some(({ role }) => kind.opens.by.includes(role)) ? 'unknown_subject' : 'not_your_role' };
  const refusal = await tx.whole((whole) => refusalOfSubject(whole, about, { ...given, details }));
  if (refusal !== null) return { outcome: refusal };
  const employment = await tx.whole((whole) => refusalOfEmployment(whole, about, given));
  if (employment !== null) return employment;
  const money = await tx.whole((whole) => refusalOfMoney(whole, about, given));
  if (money !== null) return money;
  if (await isOpen(tx, about)) return { outcome: 'open_already' };
  const reason = opening.reason?.trim() ?? '';
  const matter_id = await insert(tx, { ...about, part_of: null, scopes }, { ...entry, reason: reason === '' ? null : reason }, { details, documents: opening.documents ?? [], verdicts: opening.verdicts ?? [], ...given },
    kind.id === 'collection_round' ? await pilotSchools(tx, given.today) : null);
  return { outcome: 'done', matter_id };
}

/** S3-g, S3-h: whatever they are called, there is one at a time about a body in a year. */
const ONCE_A_YEAR: ReadonlySet<string> = new Set(['yearly_assessment', 'yearly_review']);
/** The year that a matter is of, where its kind is one of a year; null for all others. */
export const yearOfMatter = (kind: MatterKind, { year }: Details): number | null => (ONCE_A_YEAR.has(kind.id) ? year ?? null : null);

/** One of a kind at a time about a subject; of findings one about the same thing, of lists of new students one with each college, of what comes before the office one of each title. */
async function isOpen(tx: Transaction, { kind, subject, details }: { readonly kind: MatterKind; readonly subject: string; readonly details: Details }): Promise<boolean> {
  const rows = await tx.whole((whole) => whole.arrays(
    `select 1 from matters m where region_id = $1 and kind = $2 and subject = $3 and open and part_of is null and of_year is not distinct from $8 and exists (
       select 1 from matter_entries e where e.region_id = $1 and e.matter_id = m.matter_id and e.entry_no = 1
         and ($4::text is null or e.details ->> 'evidence' = $4 and e.details ->> 'clause' = $5) and ($6::text is null or e.details ->> 'college' = $6) and ($7::text is null or e.details ->> 'title' = $7))`,
    [tx.actor.region_id, kind.id, subject, details.evidence ?? null, details.clause ?? null, details.college ?? null, ONCE_A_YEAR.has(kind.id) ? null : details.title ?? null, yearOfMatter(kind, details)]));
  return rows.length > 0;
}

interface NewMatter {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly part_of: number | null;
  readonly scopes: readonly string[];
}

interface Kept {
  readonly details: Details;
  readonly documents: readonly KeptDocument[];
  readonly verdicts: readonly KeptVerdict[];
  readonly pack: Pack;
  readonly today: PlainDate;
}

async function insert(
  tx: Transaction, matter: NewMatter, entry: Entry, kept: Kept, schools: readonly string[] | null,
): Promise<number> {
  const { kind, subject, part_of, scopes } = matter;
  const matter_id = await takeNumbers(tx, 'next_number', 1);
  const [row] = await tx.query<{ opened_at: Instant }>(
    `insert into matters (region_id, matter_id, kind, subject, part_of, state, open, version, scopes, opened_at, opened_by, about_student, of_year)
     values ($1, $2, $3, $4, $5, $6, true, 1, $7, clock_timestamp(), $8, $9, $10) returning opened_at`, [tx.actor.region_id, matter_id, kind.id, subject, part_of, entry.to, scopes, tx.actor.account, kind.about === 'student', yearOfMatter(kind, kept.details)]);
  const { details, documents, verdicts, today: on } = kept;
  const opened: StoredMatter = { ...matter, matter_id, state: entry.to, open: true, version: 1, opened_at: row?.opened_at as Instant, entries: [] };
  const papers = await onPaper(tx, { ...kept, matter: opened, act: OPENED, entry_no: 1, person: entry.person, reason: entry.reason, votes: null, answers: new Map() }, []);
  if (papers.outcome !== 'done') throw new Error(`matter ${matter_id} opens with a paper that cannot be issued`);
  const effects: readonly Effect[] = [...schools === null ? [] : [{ kind: 'returns', schools } as const], ...papers.effects];
  await addEntry(tx, { matter_id, kind, scopes }, { ...entry, details, documents, verdicts, on, entry_no: 1, votes: null, guards: [], effects });
  await tx.audit({ action: 'matter.open', object: `matters/${matter_id}`, detail: { kind: kind.id, part_of, role: entry.role, in_stead_of: entry.in_stead_of } });
  for (const school_id of schools ?? []) await askSchool(tx, { matter_id, school_id, pack: kept.pack, today: on }, entry);
  return matter_id;
}

async function askSchool(tx: Transaction, { matter_id, school_id, pack, today }: Pick<Kept, 'pack' | 'today'> & { readonly matter_id: number; readonly school_id: string }, { person, in_stead_of, role }: Entry): Promise<void> {
  const about = { kind: collectionReturn, subject: school_id, details: {} };
  const scopes = await tx.whole((whole) => scopesOfSubject(whole, about));
  const entry: Entry = { act: 'open', from: null, to: collectionReturn.opens.state, person, in_stead_of, role, reason: null };
  await insert(tx, { ...about, part_of: matter_id, scopes }, entry, { details: {}, documents: [], verdicts: [], pack, today }, null);
}

/** The schools of the pilot on a day, and those that prepare a campus. */
async function pilotSchools(tx: Transaction, today: PlainDate): Promise<string[]> {
  return tx.whole(async (whole) => {
    const schools = await loadRows(whole, 'schools', {});
    const campuses = await loadRows(whole, 'campuses', {});
    const inPilot = pilotPeriods(schools).filter((period) => inForce(period, today));
    return [...new Set([...inPilot, ...campuses.filter(({ status }) => status !== 'closed')].map(({ school_id }) => school_id))].sort();
  });
}

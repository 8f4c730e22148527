import { mayTouch } from '../core/access/reach.ts';
import { keepFile, provenFile, readFile, type StoredFile } from './files.ts';
import type { Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead, readableDocuments, readableMatters, readableStudentMatters, readableStudents } from './within-reach.ts';

/** A file as it hangs at something. */
export interface Attachment extends StoredFile {
  readonly attachment_id: number;
  readonly file_name: string;
  /** `campuses/C1`, `matters/12`. */
  readonly about: string;
  readonly purpose: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly ended_at: Instant | null;
  readonly scopes: readonly string[];
}

/**
 * A file at a matter is read by whoever reads the matter as well, and not by all of their institution; one at a student by whoever
 * reads the student, or decides on a change that rests on it. `$3`: labels of documents, `$4`: of matters, `$5`: of matters about students,
 * `$6`: of students; null for all.
 */
const IN_REACH = `($3::text[] is null or a.scopes && $3::text[]) and (a.about not like 'matters/%' or exists (
  select 1 from matters m where m.region_id = $1 and m.matter_id = case when a.about like 'matters/%' then substring(a.about from 9)::bigint end and ($4::text[] is null or m.scopes && $4::text[])
    and (not m.about_student or $5::text[] is null or m.scopes && $5::text[])))
  and (a.about not like 'students/%' or $6::text[] is null or a.scopes && $6::text[] or exists (
  select 1 from matters m where m.region_id = $1 and m.about_student and m.subject = substring(a.about from 10) and ($4::text[] is null or m.scopes && $4::text[])
    and ($5::text[] is null or m.scopes && $5::text[])))`;
function reachLabels(tx: Transaction): (readonly string[] | null)[] {
  return [readableDocuments(tx), readableMatters(tx), readableStudentMatters(tx), readableStudents(tx)];
}

const COLUMNS = 'a.attachment_id, a.file_name, a.about, a.purpose, a.recorded_at, a.recorded_by, a.ended_at, a.scopes, f.hash, f.media_type, f.bytes_long';
const FROM = 'attachments a join files f on f.region_id = $1 and f.hash = a.hash';

/** Labels of what files may hang at, by the first part of its name; null when there is no such thing, or it is out of reach. */
export async function labelsOfObject(tx: Transaction, about: string): Promise<readonly string[] | null> {
  const [kind = '', id = ''] = [about.slice(0, about.indexOf('/')), about.slice(about.indexOf('/') + 1)];
  const found = await LABELLED[kind]?.(tx, id) ?? [];
  return found[0]?.scopes ?? null;
}

type Labelled = readonly { readonly scopes: readonly string[] }[];

const ofThing = (thing: string) => (tx: Transaction, id: string): Promise<Labelled> =>
  tx.whole((whole) => whole.query('select scopes from labels where region_id = $1 and thing = $2', [tx.actor.region_id, `${thing}:${id}`]));

/** Where another noun keeps its labels, its table is asked in the actor's own reach. */
const LABELLED: Readonly<Record<string, (tx: Transaction, id: string) => Promise<Labelled>>> = {
  campuses: ofThing('campus'),
  schools: ofThing('school'),
  matters: (tx, id) => tx.query(
    'select scopes from matters where region_id = $1 and matter_id::text = $2 and ($3::text[] is null or scopes && $3::text[]) and (not about_student or $4::text[] is null or scopes && $4::text[])',
    [tx.actor.region_id, id, readableMatters(tx), readableStudentMatters(tx)]),
  students: (tx, id) => tx.query(
    `select scopes from register_students where region_id = $1 and student_id = $2 and superseded_at is null and not withdrawn and ($3::text[] is null or scopes && $3::text[])
     order by valid_from desc limit 1`, [tx.actor.region_id, id, readableStudents(tx)]),
  supervision: (tx, id) => tx.query(
    'select scopes from supervision_visits where region_id = $1 and visit_id::text = $2 and ($3::text[] is null or scopes && $3::text[])', [tx.actor.region_id, id, labelsToRead(tx, 'supervision')]),
  journals: (tx, id) => tx.query(
    `select scopes from journal_entries where region_id = $1 and entry_id::text = $2
       and (area = 'daily' and ($3::text[] is null or scopes && $3::text[]) or area <> 'daily' and ($4::text[] is null or scopes && $4::text[]))`,
    [tx.actor.region_id, id, labelsToRead(tx, 'daily'), labelsToRead(tx, 'work')]),
  documents: (tx, id) => tx.query(
    'select scopes from documents where region_id = $1 and document_id::text = $2 and ($3::text[] is null or scopes && $3::text[])', [tx.actor.region_id, id, readableDocuments(tx)]),
};

/** Labels of files at a record that was made on duty: with those of the record, each organisation's own for its rounds. */
const withRounds = (scopes: readonly string[]): string[] => [...scopes, ...scopes.flatMap((label) => (label.startsWith('org:') ? [`round:${label.slice(4)}`] : []))];

/**
 * The labels of a file that the actor may hang at something; null where they may not. M3-a, R6-e: at a daily record also
 * whoever made it or took a step with it, and has no more than that.
 */
export async function labelsToAttach(tx: Transaction, about: string): Promise<readonly string[] | null> {
  const scopes = await labelsOfObject(tx, about);
  if (scopes === null) return null;
  const may = (labels: readonly string[]): boolean => mayTouch(tx.actor.reach, 'documents', 'write', labels);
  const daily = about.startsWith('journals/') ? await dailyRecord(tx, about.slice('journals/'.length)) : null;
  if (daily === null) return may(scopes) ? scopes : null;
  const labels = withRounds(scopes);
  return may(scopes) || daily.own && may(labels) ? labels : null;
}

/** Whether a record of daily running is the actor's own; null where it is of another area. */
async function dailyRecord(tx: Transaction, id: string): Promise<{ readonly own: boolean } | null> {
  const [row] = await tx.query<{ own: boolean }>(
    `select e.recorded_by = $3 or exists (select 1 from journal_steps s where s.region_id = $1 and s.entry_id = e.entry_id and s.recorded_by = $3) as own
     from journal_entries e where e.region_id = $1 and e.entry_id::text = $2 and e.area = 'daily'`, [tx.actor.region_id, id, tx.actor.account]);
  return row ?? null;
}

export type Attached = { readonly outcome: 'done'; readonly attachment: Attachment } | { readonly outcome: 'unknown_object' };

/** Hangs a file at something that the actor may attach to. */
export async function attachFile(
  tx: Transaction, file: { readonly name: string; readonly media_type: string; readonly bytes: Uint8Array; readonly about: string; readonly purpose: string },
): Promise<Attached> {
  const { about, purpose, bytes, media_type } = file;
  const scopes = await labelsToAttach(tx, about);
  if (scopes === null) return { outcome: 'unknown_object' };
  const stamp = await lockRegion(tx);
  if (stamp === null) return { outcome: 'unknown_object' };
  const kept = await keepFile(tx, { bytes, media_type, scopes, at: stamp.at });
  const attachment_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    'insert into attachments (region_id, attachment_id, hash, file_name, about, purpose, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, attachment_id, kept.hash, file.name, about, purpose, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'file.attach', object: `attachments/${attachment_id}`, detail: { about, purpose, contents: provenFile(kept, bytes) } });
  const attachment = { ...kept, attachment_id, file_name: file.name, about, purpose, recorded_at: stamp.at, recorded_by: tx.actor.account, ended_at: null, scopes };
  return { outcome: 'done', attachment };
}

/** The files at one thing, or all in reach; the latest first, ended ones among them. */
export async function listAttachments(tx: Transaction, about: string | null): Promise<Attachment[]> {
  const rows = await tx.query<Attachment>(
    `select ${COLUMNS} from ${FROM} where a.region_id = $1 and ($2::text is null or a.about = $2) and ${IN_REACH} order by a.attachment_id desc limit 500`,
    [tx.actor.region_id, about, ...reachLabels(tx)]);
  return rows.map(numbered);
}

const numbered = (row: Attachment): Attachment => ({ ...row, attachment_id: Number(row.attachment_id), bytes_long: Number(row.bytes_long) });

async function one(tx: Transaction, attachment_id: number): Promise<Attachment | null> {
  const [row] = await tx.query<Attachment>(
    `select ${COLUMNS} from ${FROM} where a.region_id = $1 and a.attachment_id = $2 and ${IN_REACH}`,
    [tx.actor.region_id, attachment_id, ...reachLabels(tx)]);
  return row === undefined ? null : numbered(row);
}

/**
 * The names of the files that hang at something and count, and the SHA-256 of their bytes, whatever the region hashes by; all of
 * them, or those that were added by others than the people of an organisation. To be asked within `tx.whole`.
 */
export function filesThatCount(whole: Transaction, about: string, but: string | null = null): Promise<{ readonly name: string; readonly sha256: string }[]> {
  return whole.query(
    `select a.file_name as name, case when a.hash like 'sha256:%' then substring(a.hash from 8)
       else (select encode(sha256(string_agg(p.bytes, ''::bytea order by p.at)), 'hex') from file_pieces p where p.region_id = $1 and p.hash = a.hash) end as sha256
     from attachments a where a.region_id = $1 and a.about = $2 and a.ended_at is null and ($3::text is null or not exists (
       select 1 from accounts c join appointments p on p.region_id = $1 and p.person_id = c.person_id
       where c.region_id = $1 and c.account = a.recorded_by and p.org_id = $3 and (p.ended_at is null or p.ended_at > a.recorded_at)))
     order by a.attachment_id`, [whole.actor.region_id, about, but]);
}

/** One of them with its bytes; null when there is none in reach. */
export async function readAttachment(tx: Transaction, attachment_id: number): Promise<(Attachment & { readonly bytes: Uint8Array }) | null> {
  const found = await one(tx, attachment_id);
  const file = found === null ? null : await readFile(tx, found.hash);
  return found === null || file === null ? null : { ...found, bytes: file.bytes };
}

/** Who reaches a file by rounds alone takes back what they added themselves. */
export function mayEnd(tx: Transaction, { scopes, recorded_by }: Pick<Attachment, 'scopes' | 'recorded_by'>): boolean {
  const { reach, account } = tx.actor;
  return mayTouch(reach, 'documents', 'write', scopes.filter((label) => !label.startsWith('round:'))) || recorded_by === account && mayTouch(reach, 'documents', 'write', scopes);
}

/** Says that a file counts no more; it stays readable. */
export async function endAttachment(tx: Transaction, attachment_id: number): Promise<Attached | { readonly outcome: 'unknown_file' | 'already_ended' }> {
  const found = await one(tx, attachment_id);
  if (found === null || !mayEnd(tx, found)) return { outcome: 'unknown_file' };
  if (found.ended_at !== null) return { outcome: 'already_ended' };
  const stamp = await lockRegion(tx);
  const ended = await tx.change('update attachments set ended_at = $3, ended_by = $4 where region_id = $1 and attachment_id = $2 and ended_at is null',
    [tx.actor.region_id, attachment_id, stamp?.at, tx.actor.account]);
  if (ended === 0) return { outcome: 'already_ended' };
  await tx.audit({ action: 'file.end', object: `attachments/${attachment_id}` });
  return { outcome: 'done', attachment: { ...found, ended_at: stamp?.at ?? null } };
}

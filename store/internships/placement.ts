import type { Action } from '../../core/access/policy-table.ts';
import type { InternshipContent } from '../../core/internships/content.ts';
import type { Party } from '../../core/internships/parties.ts';
import { agreedOn, type ToSign } from '../../core/internships/signing.ts';
import { HELD, type Act, type State } from '../../core/internships/states.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import type { NamedHash } from '../hashes.ts';
import type { Instant } from '../known-time.ts';
import type { Signature as SignatureOf } from '../signing/signature.ts';
import type { Transaction } from '../transaction.ts';

export type Signature = SignatureOf<Party>;

/** One thing that was done to an internship, with what was said of it. */
export interface Entry {
  readonly version: number;
  readonly act: Act;
  readonly on: PlainDate;
  readonly detail: EntryDetail;
  readonly person_id: number | null;
  readonly at: Instant;
  readonly by: string;
}

export interface EntryDetail {
  /** Of a training. */
  readonly hours?: string;
  readonly led_by?: string;
  readonly proof?: string;
  /** Of an assessment. */
  readonly passed?: boolean;
  /** Of one that came on paper: who of the firm signed it, and its scan. */
  readonly assessed_by?: string;
  readonly file_hash?: NamedHash;
  /** What was found, or why. */
  readonly note?: string;
}

/** The internship of a student on a post. */
export interface Placement {
  readonly placement_id: number;
  readonly post_id: number;
  readonly student_id: string;
  readonly school_id: string;
  readonly employer_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly content: InternshipContent;
  readonly content_hash: NamedHash;
  readonly state: State;
  readonly version: number;
  /** The days that hold. */
  readonly since: PlainDate;
  readonly until: PlainDate;
  readonly scopes: readonly string[];
  readonly signatures: readonly Signature[];
  readonly entries: readonly Entry[];
}

interface Row extends Omit<Placement, 'placement_id' | 'post_id' | 'content'> {
  readonly placement_id: bigint;
  readonly post_id: bigint;
  readonly content: string;
}

const MOMENT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const SELECT = `select p.placement_id, p.post_id, p.student_id, p.school_id, p.employer_id, p.programme_id, p.class_id, p.content, p.content_hash, p.state, p.version, p.since, p.until, p.scopes,
    coalesce((select jsonb_agg(jsonb_build_object('party', s.party, 'way', s.way, 'on', s.signed_on, 'at', ${MOMENT('s.recorded_at')}, 'signer', s.signer, 'person_id', s.person_id,
      'confirmed_at', s.confirmed_at, 'device', s.device, 'address', s.address, 'file_hash', s.file_hash) order by array_position(array['student', 'guardian', 'firm', 'school'], s.party::text))
      from placement_signatures s where s.region_id = $1 and s.placement_id = p.placement_id), '[]'::jsonb) as signatures,
    coalesce((select jsonb_agg(jsonb_build_object('version', e.version, 'act', e.act, 'on', e.on_date, 'detail', e.detail, 'person_id', e.person_id, 'at', ${MOMENT('e.recorded_at')}, 'by', e.recorded_by) order by e.version)
      from placement_entries e where e.region_id = $1 and e.placement_id = p.placement_id), '[]'::jsonb) as entries
  from placements p where p.region_id = $1`;

const placementOf = ({ placement_id, post_id, content, ...row }: Row): Placement => ({ ...row, placement_id: Number(placement_id), post_id: Number(post_id), content: JSON.parse(content) as InternshipContent });

/** Labels of the internships with which this may be done; null for all. */
export function placementLabels(tx: Transaction, action: Action): readonly string[] | null {
  const labels = tx.actor.reach.get(`placements.${action}`) ?? [];
  return labels === '*' ? null : labels;
}

/** Internships by their numbers, as far as the actor may do this with them. */
export async function placementsById(tx: Transaction, ids: readonly number[], action: 'read' | 'write' | 'approve'): Promise<Placement[]> {
  const rows = await tx.query<Row>(
    `${SELECT} and p.placement_id = any($2::bigint[]) and ($3::text[] is null or p.scopes && $3::text[]) order by p.placement_id`, [tx.actor.region_id, ids, placementLabels(tx, action)]);
  return rows.map(placementOf);
}

export interface AskedPlacements {
  readonly students?: readonly string[];
  readonly programme_id?: string | undefined;
  readonly class_id?: string | undefined;
  /** Those that have not ended before this day, unless they still wait for something. */
  readonly since?: PlainDate | undefined;
}

/** Internships in reach, the latest first within a class. */
export async function listPlacements(tx: Transaction, { students, programme_id, class_id, since }: AskedPlacements): Promise<Placement[]> {
  const rows = await tx.query<Row>(
    `${SELECT} and ($2::text[] is null or p.scopes && $2::text[]) and ($3::text[] is null or p.student_id = any($3::text[])) and ($4::text is null or p.programme_id = $4)
       and ($5::text is null or p.class_id = $5) and ($6::date is null or p.until >= $6) order by p.class_id nulls last, p.student_id, p.since desc, p.placement_id`,
    [tx.actor.region_id, placementLabels(tx, 'read'), students ?? null, programme_id ?? null, class_id ?? null, since ?? null]);
  return rows.map(placementOf);
}

/** As the rules of signing look at it. */
export function toSign({ content_hash, content, signatures, state }: Placement): ToSign {
  return { content_hash, birth_date: content.student.birth_date, signatures, open: HELD.includes(state) };
}

/** The day of the first training that was recorded. */
export function trainedOn({ entries }: Placement): PlainDate | null {
  return entries.filter(({ act }) => act === 'train').map(({ on }) => on).toSorted()[0] ?? null;
}

export function signedByAllOn(placement: Placement, { value, on }: Law): PlainDate | null {
  return agreedOn(toSign(placement), value, on);
}

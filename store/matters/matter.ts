import type { Details } from '../../core/approvals/details.ts';
import type { Entry, GuardAnswer, Matter, Votes } from '../../core/approvals/decide.ts';
import { matterKind } from '../../core/approvals/matters.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { Role } from '../../core/access/roles.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { FrozenVerdict } from '../snapshot-content.ts';
import type { Transaction } from '../transaction.ts';
import { readableMatters, readableStudentMatters } from '../within-reach.ts';

/** A matter as it is stored. */
export interface StoredMatter {
  readonly matter_id: number;
  readonly kind: MatterKind;
  readonly subject: string;
  /** The round that it is part of. */
  readonly part_of: number | null;
  readonly state: string;
  readonly open: boolean;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly opened_at: Instant;
  readonly entries: readonly StoredEntry[];
}

/** What a matter's documents and files are about: `matters/12`. */
export const matterObject = (matter_id: number): string => `matters/${matter_id}`;

/** A verdict that a step relied on, as it was on the day that it was asked about. */
export interface KeptVerdict extends FrozenVerdict {
  /** `campus:C1`, `school:S1`. */
  readonly about: string;
  readonly on: PlainDate;
  /** Of a changed parameter: what it was before the change. */
  readonly before?: FrozenVerdict['outcome'];
}

export interface KeptDocument {
  readonly name: string;
  readonly sha256: string;
}

export interface KeptGuard extends GuardAnswer {
  readonly id: string;
}

/** What a step brought about. */
export type Effect =
  | { readonly kind: 'record'; readonly sheet: SheetName; readonly record_id: string }
  | { readonly kind: 'snapshot'; readonly snapshot_id: string; readonly sha256: string }
  | { readonly kind: 'plate'; readonly act: 'granted' | 'withdrawn' }
  | { readonly kind: 'parameter'; readonly key: string; readonly value: string; readonly from: PlainDate }
  | { readonly kind: 'returns'; readonly schools: readonly string[] }
  /** A list of new students as it was frozen; places of new students that were changed. */
  | { readonly kind: 'student_list'; readonly students: number; readonly hash: string }
  | { readonly kind: 'places'; readonly admissions: number }
  /** A decided graduation list: whose study ended, and how many certificates were numbered. */
  | { readonly kind: 'graduation'; readonly students: number; readonly diplomas: number }
  | { readonly kind: 'roll'; readonly change_id: string; readonly students: number }
  /** Graduates who are asked again; support granted for so many, or taken back. */
  | { readonly kind: 'follow_ups'; readonly students: number }
  | { readonly kind: 'support'; readonly students: number; readonly amount_fen: string }
  /** The books were closed through this month. */
  | { readonly kind: 'closing'; readonly period: PlainDate }
  /** Charges of students, and payments of an order, that were entered and posted. */
  | { readonly kind: 'payments'; readonly payments: number; readonly amount_fen: string }
  | { readonly kind: 'bills'; readonly charges: number; readonly amount_fen: string }
  | { readonly kind: 'document' | 'revocation'; readonly document_id: string; readonly number: string };

export interface StoredEntry extends Entry {
  readonly entry_no: number;
  /** The region's day on which it was done. */
  readonly on: PlainDate;
  readonly person_name: string;
  readonly in_stead_of_name: string | null;
  readonly votes: Votes | null;
  readonly details: Details | null;
  readonly guards: readonly KeptGuard[];
  readonly verdicts: readonly KeptVerdict[];
  readonly documents: readonly KeptDocument[];
  readonly effects: readonly Effect[];
  readonly recorded_at: Instant;
}

interface MatterRow {
  readonly matter_id: bigint;
  readonly kind: string;
  readonly subject: string;
  readonly part_of: bigint | null;
  readonly state: string;
  readonly open: boolean;
  readonly version: number;
  readonly scopes: string[];
  readonly opened_at: Instant;
}

export interface MatterFilter {
  readonly matter_id?: number | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly part_of?: number | undefined;
  readonly open?: boolean | undefined;
}

const MOST = 1000;

/** The matters in reach that meet all of a filter, latest first; with everything that was done in them. */
export async function loadMatters(tx: Transaction, filter: MatterFilter): Promise<StoredMatter[]> {
  const rows = await tx.query<MatterRow>(
    `select matter_id, kind, subject, part_of, state, open, version, scopes, opened_at from matters m
     where region_id = $1 and ($2::bigint is null or matter_id = $2) and ($3::text is null or kind = $3) and ($4::text is null or subject = $4)
       and ($5::bigint is null or part_of = $5) and ($6::boolean is null or open = $6) and ($7::text[] is null or scopes && $7)
       and (not about_student or $8::text[] is null or scopes && $8)
     order by matter_id desc limit ${MOST}`,
    [tx.actor.region_id, filter.matter_id ?? null, filter.kind ?? null, filter.subject ?? null, filter.part_of ?? null, filter.open ?? null, readableMatters(tx), readableStudentMatters(tx)]);
  const entries = await entriesOf(tx, rows.map(({ matter_id }) => matter_id));
  // A kind that another version knew is shown by nobody's table.
  return rows.flatMap(({ matter_id, part_of, kind, ...row }) => {
    const declared = matterKind(kind);
    return declared === undefined ? [] : [{
      ...row, kind: declared, matter_id: Number(matter_id), part_of: part_of === null ? null : Number(part_of), entries: entries.get(Number(matter_id)) ?? [],
    }];
  });
}

/** One matter in reach; null where there is none. */
export async function loadMatter(tx: Transaction, matter_id: number): Promise<StoredMatter | null> {
  return (await loadMatters(tx, { matter_id }))[0] ?? null;
}

interface EntryRow extends Omit<StoredEntry, 'role' | 'person' | 'in_stead_of' | 'from' | 'to'> {
  readonly matter_id: bigint;
  readonly role: string;
  readonly person: string;
  readonly in_stead_of: string | null;
  readonly from: string | null;
  readonly to: string;
}

async function entriesOf(tx: Transaction, matters: readonly bigint[]): Promise<Map<number, StoredEntry[]>> {
  const found = new Map<number, StoredEntry[]>();
  if (matters.length === 0) return found;
  // Who acts for an institution does so by name: whoever sees the matter sees who did what.
  const rows = await tx.whole((whole) => whole.query<EntryRow>(
    `select e.matter_id, e.entry_no, e.act, e.on_date as "on", e.from_state as "from", e.to_state as "to", e.person_id::text as person, p.display_name as person_name,
       e.in_stead_of::text as in_stead_of, s.display_name as in_stead_of_name, e.role, e.reason, e.votes, e.details, e.guards, e.verdicts, e.documents,
       e.effects, e.recorded_at
     from matter_entries e join people p on p.region_id = e.region_id and p.person_id = e.person_id
       left join people s on s.region_id = e.region_id and s.person_id = e.in_stead_of
     where e.region_id = $1 and e.matter_id = any($2::bigint[]) order by e.matter_id, e.entry_no`, [tx.actor.region_id, matters]));
  for (const { matter_id, role, ...entry } of rows) {
    const list = found.get(Number(matter_id)) ?? [];
    list.push({ ...entry, role: role as Role });
    found.set(Number(matter_id), list);
  }
  return found;
}

/** A stored matter as the tables of `core` take it. */
export function asMatter({ kind, entries }: StoredMatter): Matter {
  return { kind, entries };
}

import type { Details } from '../../core/approvals/details.ts';
import type { DocumentKindId } from '../../core/documents/kinds.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standingOf, type Standing } from '../documents-read.ts';
import { readFile } from '../files.ts';
import type { NamedHash } from '../hashes.ts';
import { loadMatter, matterObject, type StoredEntry, type StoredMatter } from '../matters/matter.ts';
import type { Transaction } from '../transaction.ts';
import { readableDocuments } from '../within-reach.ts';
import { mattersWith } from './matter-scenarios.ts';

/** A version of a document that a matter issued, with its bytes and what was signed of it. */
export interface IssuedPaper {
  readonly document_id: string;
  readonly version: number;
  readonly number: string;
  readonly kind: DocumentKindId;
  readonly title: string;
  readonly dated: PlainDate;
  readonly standing: Standing;
  readonly statement: string;
  readonly signature: string;
  readonly bytes: Uint8Array;
}

export interface MatterPapers {
  readonly matter_id: string;
  readonly kind: string;
  readonly state: string;
  readonly history: MatterHistory;
  readonly documents: readonly IssuedPaper[];
}

/** The papers of the matters at which a version of a scenario stands, as whoever asks may read them; the rest is counted and not told. */
export interface ScenarioPapers {
  readonly matters: readonly MatterPapers[];
  readonly left_out: { readonly matters: number; readonly documents: number; readonly lists_of_students: number };
}

/** Reads them. A list that names students goes into no pack, whoever takes it out. */
export async function papersOf(tx: Transaction, scenario_id: number, version: number): Promise<ScenarioPapers> {
  const own = await mattersWith(tx, scenario_id, version);
  const all = await tx.whole((whole) => mattersWith(whole, scenario_id, version));
  const matters: MatterPapers[] = [];
  const left_out = { matters: all.length, documents: 0, lists_of_students: 0 };
  for (const matter_id of own) {
    const matter = await loadMatter(tx, Number(matter_id));
    if (matter === null) continue;
    const { documents, ...rest } = await documentsOf(tx, matterObject(matter.matter_id));
    left_out.matters -= 1;
    left_out.documents += rest.out_of_reach;
    left_out.lists_of_students += rest.lists_of_students;
    matters.push({ matter_id, kind: matter.kind.id, state: matter.state, history: historyOf(matter), documents });
  }
  return { matters, left_out };
}

export type MatterHistory = ReturnType<typeof historyOf>;

function historyOf({ matter_id, kind, subject, state, open, part_of, entries }: StoredMatter) {
  return { matter_id: String(matter_id), kind: kind.id, title: kind.label, subject, state, open, part_of: part_of === null ? null : String(part_of), entries: entries.map(actOf) };
}

/** An act by its day, role and the name that whoever sees the matter sees; of what it proposed nothing that names students. */
function actOf({ entry_no, act, from, to, on, recorded_at, person_name, in_stead_of_name, role, reason, votes, details, guards, verdicts, documents, effects }: StoredEntry) {
  return { entry_no, act, from, to, on, recorded_at, person: person_name, in_stead_of: in_stead_of_name, role, reason, votes, details: details === null ? null : withoutStudents(details), guards, verdicts, documents, effects };
}

function withoutStudents({ change: _, heads: __, admissions: ___, ...rest }: Details): Details {
  return rest;
}

interface EditionRow extends Omit<IssuedPaper, 'bytes' | 'standing' | 'document_id'> {
  readonly document_id: bigint;
  readonly file_hash: NamedHash;
  readonly scopes: readonly string[];
  readonly last: number;
  readonly revoked: boolean;
}

const isListOfStudents = ({ scopes }: EditionRow): boolean => scopes.some((label) => label.startsWith('roll:'));

async function documentsOf(tx: Transaction, about: string): Promise<{ readonly documents: readonly IssuedPaper[]; readonly out_of_reach: number; readonly lists_of_students: number }> {
  const all = await tx.whole((whole) => editionsAbout(whole, about, null));
  const own = new Set((await editionsAbout(tx, about, readableDocuments(tx))).map(({ document_id, version }) => `${document_id}.${version}`));
  const listed = all.filter((edition) => !isListOfStudents(edition));
  const documents: IssuedPaper[] = [];
  for (const { document_id, file_hash, scopes: _, last, revoked, ...edition } of listed) {
    const file = own.has(`${document_id}.${edition.version}`) ? await readFile(tx, file_hash) : null;
    if (file === null) continue;
    documents.push({ ...edition, document_id: String(document_id), standing: standingOf({ version: last, revoked }, edition), bytes: file.bytes });
  }
  return { documents, out_of_reach: listed.length - documents.length, lists_of_students: all.length - listed.length };
}

function editionsAbout(tx: Transaction, about: string, labels: readonly string[] | null): Promise<EditionRow[]> {
  return tx.query<EditionRow>(
    `select d.document_id, e.version, d.number_text as number, d.kind, e.title, e.dated, e.statement, e.signature, e.file_hash, d.scopes,
       (select max(l.version) from document_editions l where l.region_id = $1 and l.document_id = d.document_id) as last,
       exists (select 1 from document_revocations r where r.region_id = $1 and r.document_id = d.document_id) as revoked
     from documents d join document_editions e on e.region_id = $1 and e.document_id = d.document_id
     where d.region_id = $1 and d.about = $2 and ($3::text[] is null or d.scopes && $3::text[]) order by d.document_id, e.version`, [tx.actor.region_id, about, labels]);
}

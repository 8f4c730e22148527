import type { Reach } from '../core/access/reach.ts';
import type { Database } from './database.ts';
import { readStatement, signatureHolds, type Receipt, type Statement } from './document-statement.ts';
import type { Standing } from './documents-read.ts';
import { ALGORITHMS, hashOf } from './hashes.ts';
import type { Instant } from './known-time.ts';
import { PROGRAM } from './program-actor.ts';
import { listRegions } from './regions.ts';
import { typedCode } from './secret-codes.ts';

/** What anybody may learn of a document whose code or file they have. */
export interface Verified {
  readonly statement: Statement;
  readonly receipt: Receipt;
  /** Whether the signature holds, whatever the database says. */
  readonly signed: boolean;
  readonly standing: Standing;
  /** When it was replaced or revoked; null while it is valid. */
  readonly since: Instant | null;
  readonly sample: boolean;
}

/** Of documents and of the papers of agreements and internships everything, and of nothing else anything. */
const DOCUMENTS_ONLY: Reach = new Map([['documents.read', '*'], ['agreements.read', '*'], ['placements.read', '*']]);

interface Row {
  readonly statement: string;
  readonly signature: string;
  readonly replaced_at: Instant | null;
  readonly revoked_at: Instant | null;
}

const DOCUMENTS = `select e.statement, e.signature,
    (select n.recorded_at from document_editions n where n.region_id = $1 and n.document_id = e.document_id and n.version = e.version + 1) as replaced_at,
    (select r.recorded_at from document_revocations r where r.region_id = $1 and r.document_id = e.document_id) as revoked_at
  from document_editions e where e.region_id = $1 and`;
/** An agreement's paper holds until that of a later version does. */
const AGREEMENTS = `select e.statement, e.signature, (select min(n.recorded_at) from agreement_papers n where n.region_id = $1 and n.agreement_id = e.agreement_id and n.version > e.version) as replaced_at,
    null::timestamptz as revoked_at
  from agreement_papers e where e.region_id = $1 and`;

/** What is signed of an internship never changes. */
const INTERNSHIPS = 'select e.statement, e.signature, null::timestamptz as replaced_at, null::timestamptz as revoked_at from placement_papers e where e.region_id = $1 and';

const selecting = (condition: string): string => [DOCUMENTS, AGREEMENTS, INTERNSHIPS].map((source) => `${source} ${condition}`).join(' union all ');

/** The document of a code as somebody typed it; null when there is none. */
export async function findByCode(db: Database, typed: string): Promise<Verified | null> {
  const code = typedCode(typed);
  return code === null ? null : find(db, selecting('e.code = $2'), code);
}

/** The document that these very bytes are; null when they are none, or were touched. */
export function findByFile(db: Database, bytes: Uint8Array): Promise<Verified | null> {
  return find(db, selecting('e.file_hash = any($2::text[])'), ALGORITHMS.map((algorithm) => hashOf(algorithm, bytes)));
}

async function find(db: Database, sql: string, value: unknown): Promise<Verified | null> {
  for (const { region_id, sample } of await listRegions(db)) {
    const actor = { region_id, account: PROGRAM, reach: DOCUMENTS_ONLY };
    const [row] = await db.as(actor).read((tx) => tx.query<Row>(sql, [region_id, value]));
    const statement = row === undefined ? null : readStatement(row.statement);
    if (row !== undefined && statement !== null) return verifiedOf(db, row, statement, sample);
  }
  return null;
}

function verifiedOf(db: Database, { statement: text, signature, replaced_at, revoked_at }: Row, statement: Statement, sample: boolean): Verified {
  const receipt = { statement: text, signature };
  const standing = revoked_at !== null ? 'revoked' : replaced_at !== null ? 'replaced' : 'valid';
  return { statement, receipt, sample, standing, since: revoked_at ?? replaced_at, signed: signatureHolds(receipt, db.press.signer().key) };
}

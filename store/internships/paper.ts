import { readFile } from '../files.ts';
import type { NamedHash } from '../hashes.ts';
import type { Transaction } from '../transaction.ts';
import { placementLabels } from './placement.ts';

/** The number of a sealed paper and the code by which anybody verifies it. */
export interface InternshipPaper {
  readonly number: string;
  readonly code: string;
}

/** The papers of internships in reach, by their numbers: those that all have signed. */
export async function papersOf(tx: Transaction, placements: readonly number[]): Promise<ReadonlyMap<number, InternshipPaper>> {
  const rows = await tx.query<InternshipPaper & { placement_id: bigint }>(
    'select placement_id, number_text as number, code from placement_papers where region_id = $1 and placement_id = any($2::bigint[])', [tx.actor.region_id, placements]);
  return new Map(rows.map(({ placement_id, ...paper }) => [Number(placement_id), paper]));
}

/** The sealed paper; null where there is none in reach. Whoever takes it along is written down. */
export async function takeInternshipPaper(tx: Transaction, placement_id: number): Promise<{ readonly number: string; readonly bytes: Uint8Array } | null> {
  const [paper] = await tx.query<{ number_text: string; file_hash: NamedHash }>(
    'select number_text, file_hash from placement_papers where region_id = $1 and placement_id = $2 and ($3::text[] is null or scopes && $3::text[])', [tx.actor.region_id, placement_id, placementLabels(tx, 'read')]);
  const file = paper === undefined ? null : await tx.whole((whole) => readFile(whole, paper.file_hash));
  if (paper === undefined || file === null) {
    tx.discard();
    return null;
  }
  await tx.audit({ action: 'internship.download', object: `internships/${placement_id}`, detail: { number: paper.number_text } });
  return { number: paper.number_text, bytes: file.bytes };
}

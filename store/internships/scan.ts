import type { Party } from '../../core/internships/parties.ts';
import { readFile } from '../files.ts';
import type { Transaction } from '../transaction.ts';
import { placementsById } from './placement.ts';

export type ScanOf = Party | 'assessment';

/** The scanned paper by which a party signed, or on which the firm assessed; null where there is none in reach. Whoever takes it along is written down. */
export async function readInternshipScan(tx: Transaction, placement_id: number, party: ScanOf): Promise<{ readonly media_type: string; readonly bytes: Uint8Array } | null> {
  const [placement] = await placementsById(tx, [placement_id], 'read');
  const hash = (party === 'assessment' ? placement?.entries.findLast(({ detail }) => detail.file_hash !== undefined)?.detail.file_hash : placement?.signatures.find((one) => one.party === party)?.file_hash) ?? null;
  const file = hash === null ? null : await tx.whole((whole) => readFile(whole, hash));
  if (file === null) {
    tx.discard();
    return null;
  }
  await tx.audit({ action: 'internship.scan', object: `internships/${placement_id}`, detail: { party } });
  return file;
}

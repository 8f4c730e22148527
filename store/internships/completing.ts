import { PARTY_NAMES } from '../../core/internships/parties.ts';
import { INTERNSHIP_KIND, internshipSheet } from '../../core/internships/sheet.ts';
import type { Stamp } from '../record-stamp.ts';
import { nextNumber, paperPlace, sealPaper } from '../signing/sealed-paper.ts';
import type { Transaction } from '../transaction.ts';
import type { Placement } from './placement.ts';

const SERIES = 'internship';
/** What is signed never changes: another post is another agreement. */
const VERSION = 1;

/** S2-i: prints, seals and keeps the agreements on internships that all have signed, in the transaction of the last signatures. */
export async function completeInternships(tx: Transaction, placements: readonly Placement[], stamp: Stamp): Promise<void> {
  if (placements.length === 0) return;
  const place = await paperPlace(tx);
  await tx.decided(['documents'], async (deciding) => {
    for (const { placement_id, content, signatures, scopes, student_id } of placements) {
      const number = await nextNumber(deciding, SERIES, place, signatures);
      const paper = await sealPaper(deciding, {
        ...place, kind: INTERNSHIP_KIND, issuer: content.school.name, student_id, version: VERSION, number, content, signatures, parties: PARTY_NAMES, stamp, sheet: (signed) => internshipSheet(content, signed),
      });
      await deciding.query(
        `insert into placement_papers (region_id, placement_id, series, year, number, number_text, code, signed_on, file_hash, statement, signature, key_fingerprint, scopes, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [tx.actor.region_id, placement_id, SERIES, number.year, number.number, number.number_text, paper.code, paper.signed_on, paper.file_hash, paper.statement, paper.signature, paper.key_fingerprint, scopes, stamp.at, tx.actor.account]);
      await deciding.audit({ action: 'internship.complete', object: `internships/${placement_id}`, detail: { number: number.number_text, contents: paper.contents } });
    }
  });
}

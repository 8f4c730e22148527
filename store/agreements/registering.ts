import { isDeepStrictEqual } from 'node:util';
import type { Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import type { Agreement } from './agreement.ts';
import { agreementRowsOf, recordAgreementRows } from './register.ts';

/**
 * Tells the register how far agreements have come. A version that is being signed says so only while none holds: what all
 * have signed, here or before there were agreements here, stands until another is signed by all.
 */
export async function registerSignatures(tx: Transaction, agreements: readonly Agreement[], complete: ReadonlySet<number>, stamp: Stamp): Promise<void> {
  const known = await tx.whole((whole) => agreementRowsOf(whole, agreements.map(({ student_id }) => student_id)));
  const telling = agreements.filter(({ agreement_id, holds, student_id }) =>
    complete.has(agreement_id) || holds === null && known.get(student_id)?.signed.college === undefined);
  await recordAgreementRows(tx, telling.map(({ student_id, signatures, content, scopes }) => {
    const signed = Object.fromEntries(signatures.map(({ party, on }) => [party, on]));
    const before = known.get(student_id);
    // Copies are of what was signed on these days: those of another version are handed out anew.
    const copies = before !== undefined && isDeepStrictEqual(before.signed, signed) ? before.copies : 0;
    return { student_id, signed, places: content.years.map(({ place_id }) => place_id), scopes, copies };
  }), stamp);
}

import { AGREEMENT_KIND, agreementSheet } from '../../core/agreements/sheet.ts';
import { PARTY_NAMES } from '../../core/agreements/party.ts';
import type { Stamp } from '../record-stamp.ts';
import { nextNumber, paperPlace, sealPaper, type Numbered, type PaperPlace } from '../signing/sealed-paper.ts';
import type { Transaction } from '../transaction.ts';
import type { Agreement } from './agreement.ts';

const SERIES = 'agreement';

/** Prints, seals and keeps agreements that all have signed: from then on these versions hold. In the transaction of the last signatures. */
export async function completeAgreements(tx: Transaction, agreements: readonly Agreement[], stamp: Stamp): Promise<void> {
  if (agreements.length === 0) return;
  const place = await paperPlace(tx);
  const known = await numbersOf(tx, agreements.map(({ agreement_id }) => agreement_id));
  await tx.decided(['documents'], async (deciding) => {
    for (const agreement of agreements) {
      const number = known.get(agreement.agreement_id) ?? await nextNumber(deciding, SERIES, place, agreement.signatures);
      await complete(deciding, agreement, { place, number, stamp });
    }
  });
}

async function complete(tx: Transaction, agreement: Agreement, { place, number, stamp }: { readonly place: PaperPlace; readonly number: Numbered; readonly stamp: Stamp }): Promise<void> {
  const { agreement_id, version, content, signatures, scopes, student_id } = agreement;
  const paper = await sealPaper(tx, {
    ...place, kind: AGREEMENT_KIND, issuer: content.college.name, student_id, version, number, content, signatures, parties: PARTY_NAMES, stamp, sheet: (signed) => agreementSheet(content, signed),
  });
  await tx.query(
    `insert into agreement_papers (region_id, agreement_id, version, series, year, number, number_text, code, signed_on, file_hash, statement, signature, key_fingerprint, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [tx.actor.region_id, agreement_id, version, SERIES, number.year, number.number, number.number_text, paper.code, paper.signed_on, paper.file_hash, paper.statement, paper.signature, paper.key_fingerprint, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'agreement.complete', object: `agreements/${agreement_id}`, detail: { version, number: number.number_text, contents: paper.contents } });
}

/** Numbers that agreements have by an earlier version: they stay with them. */
async function numbersOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, Numbered>> {
  const rows = await tx.whole((whole) => whole.query<Numbered & { agreement_id: bigint }>(
    'select distinct on (agreement_id) agreement_id, number, year, number_text from agreement_papers where region_id = $1 and agreement_id = any($2::bigint[]) order by agreement_id, version desc', [tx.actor.region_id, ids]));
  return new Map(rows.map(({ agreement_id, ...number }) => [Number(agreement_id), number]));
}

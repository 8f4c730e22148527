import { ledgerSheet, ledgerTitle, type Ledger } from '../../core/agreements/ledger.ts';
import { printDocument } from '../../paper/print-document.ts';
import { readRegion } from '../regions.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsById } from './agreement.ts';
import type { Law } from './law.ts';
import { listAgreements, type AskedAgreements } from './listing.ts';

/** The ledger of a school's new students, as far as the actor may see them; null where there is nobody. */
export async function agreementLedger(tx: Transaction, asked: AskedAgreements & { readonly school_id: string }, law: Law): Promise<Ledger | null> {
  const { listed } = await listAgreements(tx, asked, law);
  if (listed.length === 0) return null;
  const contents = new Map((await agreementsById(tx, listed.flatMap(({ agreement_id }) => agreement_id ?? []), 'read')).map((one) => [one.agreement_id, one.content]));
  const [school] = await tx.query<{ name: string }>(`select o.name from register_organisations o where o.region_id = $1 and o.key = $2 and ${standing('o')}`, [tx.actor.region_id, asked.school_id]);
  return {
    school: school?.name ?? asked.school_id, cohort: asked.cohort, on: law.on,
    lines: listed.map(({ number, student_id, name, agreement_id, signatures, registered, copies, due_on, late, state, ended }) => ({
      number: number ?? '', student_id, name, content: agreement_id === null ? null : contents.get(agreement_id) ?? null,
      signed: registered ?? (state === 'signing' ? Object.fromEntries(signatures.map(({ party, on }) => [party, on])) : {}),
      // What was signed before agreements stood here was signed on paper.
      on_paper: signatures.length === 0 || signatures.some(({ way }) => way === 'paper'), copies, due_on, late, ended_on: ended?.on ?? null,
    })),
  };
}

/** The ledger as a PDF of A4 pages. */
export async function ledgerPaper(tx: Transaction, ledger: Ledger): Promise<Uint8Array> {
  const region = await readRegion(tx);
  const [now] = await tx.query<{ at: string }>('select clock_timestamp() as at');
  return printDocument(ledgerSheet(ledger), {
    issuer: ledger.school, number: ledgerTitle(ledger), version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at: now?.at ?? '', wide: true,
  });
}

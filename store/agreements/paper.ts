import { PARTIES, type Party } from '../../core/agreements/party.ts';
import { refusalOfPaper, type PaperRefusal, type SignedOnPaper } from '../../core/agreements/paper.ts';
import { missingParties } from '../../core/agreements/signing.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { keepFile, provenFile } from '../files.ts';
import { lockFacts } from '../record-stamp.ts';
import { onPaper } from '../signing/signature.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsById, toSign, type Agreement } from './agreement.ts';
import { completeAgreements } from './completing.ts';
import type { Law } from './law.ts';
import { registerSignatures } from './registering.ts';
import { keepSignatures, type Read } from './signing.ts';

/** A scanned paper, and who signed it when, as the school says. */
export interface OnPaper extends Read {
  readonly signed: SignedOnPaper;
  readonly file: { readonly bytes: Uint8Array; readonly media_type: string };
}

export type PaperOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly signed: number; readonly completed: number } }
  | { readonly outcome: 'unknown_agreement' }
  | { readonly outcome: 'paper_refused'; readonly why: PaperRefusal };

/** B62: records what was signed on paper, with the scanned copy; marked as such wherever it is shown. */
export async function recordPaper(tx: Transaction, paper: OnPaper, law: Law): Promise<PaperOutcome> {
  const stamp = await lockFacts(tx);
  const [agreement] = await agreementsById(tx, [paper.agreement_id], 'write');
  if (stamp === null || agreement === undefined) return { outcome: 'unknown_agreement' };
  const why = refusalOfPaper(toSign(agreement), { ...paper, on: law.on }, law.value);
  if (why !== null) return { outcome: 'paper_refused', why };
  const file = await tx.decided(['documents'], (deciding) =>
    keepFile(deciding, { ...paper.file, scopes: [`student:${agreement.student_id}`], at: stamp.at }));
  const given = PARTIES.filter((party) => paper.signed[party] !== undefined);
  const signatures = given.map((party) => onPaper({ party, on: paper.signed[party] as PlainDate, at: stamp.at, signer: signerOf(agreement, party), file_hash: file.hash }));
  await keepSignatures(tx, signatures.map((signature) => ({ agreement, signature })), { act_id: null, list_hash: null, at: stamp.at });
  await tx.audit({
    action: 'agreement.signed_on_paper', object: `agreements/${agreement.agreement_id}`,
    detail: { version: agreement.version, signed: paper.signed, contents: provenFile(file, paper.file.bytes) },
  });
  const signed = { ...agreement, signatures: [...agreement.signatures, ...signatures] };
  const complete = missingParties(toSign(signed), law.value, law.on)?.length === 0;
  if (complete) await completeAgreements(tx, [signed], stamp);
  await registerSignatures(tx, [signed], new Set(complete ? [signed.agreement_id] : []), stamp);
  return { outcome: 'done', value: { signed: given.length, completed: complete ? 1 : 0 } };
}

function signerOf({ content: { student, guardian, school, college } }: Agreement, party: Party): string {
  return { student: student.name, guardian: guardian?.name ?? '', school: school.name, college: college.name }[party];
}

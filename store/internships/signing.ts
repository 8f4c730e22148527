import { PARTIES, speaksFor, type Acting, type Party } from '../../core/internships/parties.ts';
import { missingParties, refusalOfPaper, refusalOfSignature, type SignatureRefusal, type SignedOnPaper } from '../../core/internships/signing.ts';
import type { PersonalChannel } from '../../core/messages/address.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { canonicalJson } from '../canonical-json.ts';
import { keepFile, provenFile } from '../files.ts';
import { hashOf, type NamedHash } from '../hashes.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { byCode, onPaper } from '../signing/signature.ts';
import { sendSigningCode, takeSigningCode, type CodeRefusal, type SentCode } from '../signing/signing-code.ts';
import type { Transaction } from '../transaction.ts';
import { completeInternships } from './completing.ts';
import { placementsById, toSign, type Placement, type Signature } from './placement.ts';
import { registerPlacements } from './registering.ts';

/** What somebody read and signs: one agreement, or a list in one act. */
export interface Read {
  readonly placement_id: number;
  readonly content_hash: string;
}

export interface Signing {
  readonly party: Party;
  readonly items: readonly Read[];
  readonly signer: Acting & { readonly name: string };
  readonly device: string;
  readonly address: string;
}

export type SigningRefusal =
  | { readonly outcome: 'unknown_internship' }
  | { readonly outcome: 'internship_signature_refused'; readonly why: SignatureRefusal; readonly student: string };

const listHash = (party: Party, items: readonly Read[]): NamedHash =>
  hashOf('sha256', canonicalJson({ internships: party, items: items.toSorted((a, b) => a.placement_id - b.placement_id).map(({ placement_id, content_hash }) => ({ placement_id, content_hash })) }));
const subjectOf = (list_hash: string): string => `internships/${list_hash}`;

async function signable(tx: Transaction, { party, items, signer }: Pick<Signing, 'party' | 'items' | 'signer'>, { on, value }: Law): Promise<readonly Placement[] | SigningRefusal> {
  const found = await placementsById(tx, items.map(({ placement_id }) => placement_id), 'approve');
  if (found.length === 0 || found.length < new Set(items.map(({ placement_id }) => placement_id)).size) return { outcome: 'unknown_internship' };
  const read = new Map(items.map((item) => [item.placement_id, item.content_hash]));
  for (const one of found) {
    const why = speaksFor(party, signer, one)
      ? refusalOfSignature(toSign(one), { party, content_hash: read.get(one.placement_id) ?? '', person_id: signer.person_id, on }, value) : 'not_for_this_party';
    if (why !== null) return { outcome: 'internship_signature_refused', why, student: one.content.student.name };
  }
  return found;
}

const refused = (answer: readonly Placement[] | SigningRefusal): answer is SigningRefusal => 'outcome' in answer;

export type AskedCode = SentCode | SigningRefusal;

/** Sends the signer a code for exactly what they read; what cannot be signed gets none. */
export async function askInternshipCode(tx: Transaction, asked: Pick<Signing, 'party' | 'items' | 'signer'>, law: Law, channels: readonly PersonalChannel[]): Promise<AskedCode> {
  const answer = await signable(tx, asked, law);
  return refused(answer) ? answer : sendSigningCode(tx, subjectOf(listHash(asked.party, asked.items)), channels);
}

export type SignOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly signed: number; readonly completed: number; readonly list_hash: NamedHash } }
  | SigningRefusal
  | CodeRefusal;

/** S2-i: signs for one party, all of a list or nothing, with the code that was sent for exactly this list. */
export async function signInternships(tx: Transaction, signing: Signing & { readonly code: string }, law: Law, channels: readonly PersonalChannel[]): Promise<SignOutcome> {
  const stamp = await lockFacts(tx);
  const found = await signable(tx, signing, law);
  if (refused(found)) return found;
  if (stamp === null) return { outcome: 'unknown_internship' };
  const { party, items, signer, device, address } = signing;
  const list_hash = listHash(party, items);
  const taken = await takeSigningCode(tx, { subject: subjectOf(list_hash), code: signing.code }, channels);
  if (taken.outcome !== 'taken') return taken;
  const made = found.map((placement) => {
    const { school, firm } = placement.content;
    const institution = party === 'school' ? school.name : party === 'firm' ? firm.name : '';
    return { placement, signatures: [byCode({ party, institution, signer, device, address, on: law.on, at: stamp.at, confirmed_at: taken.confirmed_at })] };
  });
  const completed = await keepAll(tx, made, { list_hash, law, stamp });
  await tx.audit({ action: 'internship.signed', object: `internships/${found[0]?.placement_id}`, detail: { party, many: found.length, list_hash } });
  return { outcome: 'done', value: { signed: found.length, completed, list_hash } };
}

export interface OnPaper extends Read {
  readonly signed: SignedOnPaper;
  readonly file: { readonly bytes: Uint8Array; readonly media_type: string };
}

export type PaperOutcome = { readonly outcome: 'done'; readonly value: { readonly signed: number; readonly completed: number } } | SigningRefusal;

/** B62: records what was signed on paper, with the scanned copy; marked as such wherever it is shown. */
export async function recordInternshipPaper(tx: Transaction, paper: OnPaper, { roles }: Pick<Acting, 'roles'>, law: Law): Promise<PaperOutcome> {
  const stamp = await lockFacts(tx);
  const [placement] = await placementsById(tx, [paper.placement_id], 'write');
  if (stamp === null || placement === undefined) return { outcome: 'unknown_internship' };
  // The school says what was signed on paper: firm and counsellor do other things to an internship.
  const speaks = roles.some(({ role, org_id }) => role === 'school_registrar' && org_id === placement.school_id);
  const why = speaks ? refusalOfPaper(toSign(placement), { ...paper, on: law.on }, law.value) : 'not_for_this_party';
  if (why !== null) return { outcome: 'internship_signature_refused', why, student: placement.content.student.name };
  const file = await tx.decided(['documents'], (deciding) => keepFile(deciding, { ...paper.file, scopes: [`student:${placement.student_id}`], at: stamp.at }));
  const { student, guardian, firm, school } = placement.content;
  const names: Readonly<Record<Party, string>> = { student: student.name, guardian: guardian?.name ?? '', firm: firm.name, school: school.name };
  const signatures = PARTIES.filter((party) => paper.signed[party] !== undefined).map((party) => onPaper({ party, on: paper.signed[party] as PlainDate, at: stamp.at, signer: names[party], file_hash: file.hash }));
  const completed = await keepAll(tx, [{ placement, signatures }], { list_hash: '', law, stamp });
  await tx.audit({ action: 'internship.signed_on_paper', object: `internships/${placement.placement_id}`, detail: { signed: paper.signed, contents: provenFile(file, paper.file.bytes) } });
  return { outcome: 'done', value: { signed: signatures.length, completed } };
}

/** Writes signatures down, each with a statement that the server's key signs, makes the papers of what all have signed now, and tells the register; answers how many. */
async function keepAll(
  tx: Transaction, made: readonly { readonly placement: Placement; readonly signatures: readonly Signature[] }[], { list_hash, law, stamp }: { readonly list_hash: string; readonly law: Law; readonly stamp: Stamp },
): Promise<number> {
  const { sign } = tx.press.signer();
  const rows = made.flatMap(({ placement: { placement_id, content_hash, scopes }, signatures }) => signatures.map((one) => {
    const statement = canonicalJson({ format: 'guantong internship signature 1', region_id: tx.actor.region_id, placement_id, content_hash, list_hash, ...one });
    return { placement_id, content_hash, scopes, ...one, statement, signature: sign(statement) };
  }));
  await tx.change(
    `insert into placement_signatures (region_id, placement_id, party, way, signed_on, signer, person_id, content_hash, list_hash, confirmed_at, device, address, file_hash, statement, signature, scopes, recorded_at, recorded_by)
     select $1::integer, n.placement_id, n.party, n.way, n."on", n.signer, n.person_id, n.content_hash, $3::text, n.confirmed_at, n.device, n.address, n.file_hash, n.statement, n.signature, n.scopes, $4::timestamptz, $5::text
     from jsonb_to_recordset($2::jsonb) as n(placement_id bigint, party text, way text, "on" date, signer text, person_id bigint, content_hash text, confirmed_at text, device text, address text, file_hash text, statement text, signature text, scopes text[])`,
    [tx.actor.region_id, JSON.stringify(rows), list_hash, stamp.at, tx.actor.account]);
  const signed = made.map(({ placement, signatures }) => ({ ...placement, signatures: [...placement.signatures, ...signatures] }));
  const complete = signed.filter((one) => missingParties(toSign(one), law.value, law.on)?.length === 0);
  await completeInternships(tx, complete, stamp);
  await registerPlacements(tx, signed, new Map(made.map(({ placement }) => [placement.placement_id, placement])), law, stamp);
  return complete.length;
}

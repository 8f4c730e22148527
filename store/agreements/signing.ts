import { speaksFor, type Party, type Signer } from '../../core/agreements/party.ts';
import { missingParties, refusalOfSignature, type SignatureRefusal } from '../../core/agreements/signing.ts';
import type { PersonalChannel } from '../../core/messages/address.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf, type NamedHash } from '../hashes.ts';
import { lockFacts, takeNumbers } from '../record-stamp.ts';
import { byCode } from '../signing/signature.ts';
import { sendSigningCode, takeSigningCode, type CodeRefusal, type SentCode } from '../signing/signing-code.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsById, toSign, type Agreement, type Signature } from './agreement.ts';
import { completeAgreements } from './completing.ts';
import type { Law } from './law.ts';
import { registerSignatures } from './registering.ts';
import { signatureStatement } from './statement.ts';

/** What somebody read and signs: one agreement, or a list in one act. */
export interface Read {
  readonly agreement_id: number;
  readonly version: number;
  readonly content_hash: string;
}

/** Who signs for whom, with what in hand. */
export interface Signing {
  readonly party: Party;
  readonly items: readonly Read[];
  readonly signer: Signer & { readonly name: string };
  readonly device: string;
  readonly address: string;
}

/** B62: so many at most are signed in one act: the region waits while their papers are printed. */
export const MOST_SIGNED_AT_ONCE = 200;

export type SigningRefusal =
  | { readonly outcome: 'unknown_agreement' }
  | { readonly outcome: 'signature_refused'; readonly why: SignatureRefusal | 'not_for_this_party'; readonly agreement_id: number; readonly student: string };

/** The list as it is bound by code and hash, in the order of the numbers. */
function listOf(party: Party, items: readonly Read[]): { readonly list: string; readonly list_hash: NamedHash } {
  const list = canonicalJson({ party, items: items.toSorted((a, b) => a.agreement_id - b.agreement_id).map(({ agreement_id, version, content_hash }) => ({ agreement_id, version, content_hash })) });
  return { list, list_hash: hashOf('sha256', list) };
}

const subjectOf = (list_hash: string): string => `agreements/${list_hash}`;

/** Everything that may be signed as it is asked; or the first that may not, and why. */
async function signable(tx: Transaction, { party, items, signer }: Pick<Signing, 'party' | 'items' | 'signer'>, { on, value }: Law): Promise<readonly Agreement[] | SigningRefusal> {
  const found = await agreementsById(tx, items.map(({ agreement_id }) => agreement_id), 'approve');
  if (found.length === 0 || found.length < new Set(items.map(({ agreement_id }) => agreement_id)).size) return { outcome: 'unknown_agreement' };
  const read = new Map(items.map((item) => [item.agreement_id, item]));
  for (const agreement of found) {
    const { version, content_hash } = read.get(agreement.agreement_id) as Read;
    const why = speaksFor(party, signer, agreement)
      ? refusalOfSignature(toSign(agreement), { party, version, content_hash, person_id: signer.person_id, on, many: items.length }, value)
      : 'not_for_this_party';
    if (why !== null) return { outcome: 'signature_refused', why, agreement_id: agreement.agreement_id, student: agreement.content.student.name };
  }
  return found;
}

const refused = (answer: readonly Agreement[] | SigningRefusal): answer is SigningRefusal => 'outcome' in answer;

export type AskedCode = SentCode | SigningRefusal;

/** Sends the signer a code for exactly what they read. What cannot be signed gets none. */
export async function askSigningCode(tx: Transaction, asked: Pick<Signing, 'party' | 'items' | 'signer'>, law: Law, channels: readonly PersonalChannel[]): Promise<AskedCode> {
  const answer = await signable(tx, asked, law);
  return refused(answer) ? answer : sendSigningCode(tx, subjectOf(listOf(asked.party, asked.items).list_hash), channels);
}

export type SignOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly signed: number; readonly completed: number; readonly list_hash: NamedHash } }
  | SigningRefusal
  | CodeRefusal;

/**
 * R3-e: signs for one party, all of a list or nothing. Each signature binds the hash of what was read, the party, the moment,
 * the device and the code. The last to sign brings about the paper, and the register says so in the same transaction.
 */
export async function signAgreements(tx: Transaction, signing: Signing & { readonly code: string }, law: Law, channels: readonly PersonalChannel[]): Promise<SignOutcome> {
  const stamp = await lockFacts(tx);
  const agreements = await signable(tx, signing, law);
  if (refused(agreements)) return agreements;
  if (stamp === null) return { outcome: 'unknown_agreement' };
  const { list, list_hash } = listOf(signing.party, signing.items);
  const taken = await takeSigningCode(tx, { subject: subjectOf(list_hash), code: signing.code }, channels);
  if (taken.outcome !== 'taken') return taken;
  const act_id = await takeNumbers(tx, 'next_number', 1);
  const scopes = [...new Set(agreements.flatMap((one) => one.scopes))].sort();
  await tx.change('insert into agreement_acts (region_id, act_id, party, list, list_hash, many, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, act_id, signing.party, list, list_hash, agreements.length, scopes, stamp.at, tx.actor.account]);
  const made = agreements.map((agreement) => ({ agreement, signature: signatureOf(agreement, signing, { at: stamp.at, on: law.on, confirmed_at: taken.confirmed_at }) }));
  await keepSignatures(tx, made, { act_id, list_hash, at: stamp.at });
  await tx.audit({ action: 'agreement.signed', object: `agreements/acts/${act_id}`, detail: { party: signing.party, many: agreements.length, list_hash } });
  const signed = made.map(({ agreement, signature }) => ({ ...agreement, signatures: [...agreement.signatures, signature] }));
  const complete = signed.filter((one) => missingParties(toSign(one), law.value, law.on)?.length === 0);
  await completeAgreements(tx, complete, stamp);
  await registerSignatures(tx, signed, new Set(complete.map(({ agreement_id }) => agreement_id)), stamp);
  return { outcome: 'done', value: { signed: signed.length, completed: complete.length, list_hash } };
}

function signatureOf({ content: { school, college } }: Agreement, { party, signer, device, address }: Signing, given: Pick<Signature, 'at' | 'on' | 'confirmed_at'>): Signature {
  return byCode({ party, institution: party === 'school' ? school.name : party === 'college' ? college.name : '', signer, device, address, ...given });
}

/** Writes signatures down, each with a statement that the server's key signs. */
export async function keepSignatures(
  tx: Transaction, made: readonly { readonly agreement: Agreement; readonly signature: Signature }[], act: { readonly act_id: number | null; readonly list_hash: NamedHash | null; readonly at: string },
): Promise<void> {
  const { sign } = tx.press.signer();
  const rows = made.map(({ agreement, signature }) => {
    const { agreement_id, version, content_hash, scopes } = agreement;
    const statement = signatureStatement({ region_id: tx.actor.region_id, agreement_id, version, content_hash, list_hash: act.list_hash, ...signature });
    return { agreement_id, version, content_hash, scopes, ...signature, statement, signature: sign(statement) };
  });
  await tx.change(
    `insert into agreement_signatures (region_id, agreement_id, version, party, way, signed_on, signer, person_id, act_id, content_hash, confirmed_at, device, address, file_hash, statement, signature, scopes, recorded_at, recorded_by)
     select $1::integer, n.agreement_id, n.version, n.party, n.way, n."on", n.signer, n.person_id, $3::bigint, n.content_hash, n.confirmed_at, n.device, n.address, n.file_hash, n.statement, n.signature, n.scopes, $4::timestamptz, $5::text
     from jsonb_to_recordset($2::jsonb) as n(agreement_id bigint, version integer, party text, way text, "on" date, signer text, person_id bigint, content_hash text, confirmed_at text, device text, address text,
       file_hash text, statement text, signature text, scopes text[])`, [tx.actor.region_id, JSON.stringify(rows), act.act_id, act.at, tx.actor.account]);
}

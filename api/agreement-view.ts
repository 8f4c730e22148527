import type { z } from '@hono/zod-openapi';
import { guardianRequired } from '../core/agreements/age.ts';
import { deviceInWords, maskedAddress } from '../core/agreements/evidence.ts';
import { PARTIES, speaksFor, type Party } from '../core/agreements/party.ts';
import { agreementBlocks } from '../core/agreements/sheet.ts';
import { missingParties, refusalOfSignature } from '../core/agreements/signing.ts';
import { refusalOfConfirmation } from '../core/agreements/confirmation.ts';
import { mayTouch } from '../core/access/reach.ts';
import { toSign, type Agreement, type Signature } from '../store/agreements/agreement.ts';
import type { AgreementHistory } from '../store/agreements/history.ts';
import type { Law } from '../store/agreements/law.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readAgreement } from './contract/agreements.ts';
import type { Asker } from './environment.ts';

type View = z.infer<(typeof readAgreement.responses)[200]['content']['application/json']['schema']>;

/** As whom somebody may sign an agreement now. */
export function maySignAs(agreement: Agreement, { holder }: Pick<Asker, 'holder'>, { on, value }: Law): Party[] {
  const { version, content_hash } = agreement;
  return PARTIES.filter((party) => speaksFor(party, holder, agreement)
    && refusalOfSignature(toSign(agreement), { party, version, content_hash, person_id: holder.person_id, on, many: 1 }, value) === null);
}

/** As whom somebody may confirm it in year 4. */
export function mayConfirmAs(agreement: Agreement, { stage, confirmed_on }: Pick<AgreementHistory, 'stage' | 'confirmed_on'>, { holder }: Pick<Asker, 'holder'>, { on, value }: Law): 'student' | 'guardian' | null {
  const why = refusalOfConfirmation({ same_content: true, complete: agreement.holds === agreement.version, stage, confirmed: confirmed_on !== null }, value);
  if (why !== null) return null;
  if (speaksFor('student', holder, agreement)) return 'student';
  return speaksFor('guardian', holder, agreement) && guardianRequired(value, agreement.content.student.birth_date, on) === true ? 'guardian' : null;
}

export function agreementView(tx: Transaction, agreement: Agreement, history: AgreementHistory, asker: Pick<Asker, 'holder'>, law: Law): View {
  const { agreement_id, content, content_hash, signatures, holds, version, reason, recorded_at, student_id, school_id, cohort, scopes } = agreement;
  const { number, code, due_on, versions, copies, confirmed_on, ended } = history;
  return {
    agreement_id: String(agreement_id), student_id, student: content.student.name, school_id, school: content.school.name, college: content.college.name, programme: content.programme.name, cohort,
    version, content_hash, reason, template: content.template, recorded_at, blocks: agreementBlocks(content), years: content.years, terms: content.terms,
    signatures: signatures.map(signatureView), missing: holds === version ? [] : missingParties(toSign(agreement), law.value, law.on) ?? [],
    holds, number, code, verify_page: tx.press.verify_page, due_on, versions, copies, confirmed_on, ended,
    // What has ended is neither signed nor drawn up anew.
    may_sign_as: ended === null ? maySignAs(agreement, asker, law) : [], may_confirm_as: mayConfirmAs(agreement, history, asker, law), may_write: ended === null && mayTouch(tx.actor.reach, 'agreements', 'write', scopes),
  };
}

function signatureView({ party, way, on, at, signer, confirmed_at, device, address, file_hash }: Signature): View['signatures'][number] {
  const evidence = way === 'paper' ? (file_hash ?? '') : `${confirmed_at} · ${deviceInWords(device)} · ${maskedAddress(address)}`;
  return { party, way, on, at, signer, evidence };
}

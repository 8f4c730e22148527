import type { DocumentKindId } from '../../core/documents/kinds.ts';
import { standingDocuments } from '../documents-read.ts';
import { revokeDocument } from '../documents.ts';
import { decidedPlans } from '../plan-quota.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Brought, type Decided } from './decided.ts';
import { notice, report } from './finding-papers.ts';
import { matterObject, type Effect } from './matter.ts';
import { grantRequested, orderOnPaper } from './money-papers.ts';
import { admission, collectionSheet, parameterChange, plate, recognition, type Draft } from './papers.ts';
import { pilotResumed, pilotStopped } from './pilot-papers.ts';
import { stepUpRoster } from './step-up-papers.ts';
import { planDeclared, planReceived } from './plan-papers.ts';
import { schemeDecided } from './scheme-papers.ts';

/** What is decided is issued: the paper of each decision, by kind and act. */
const ISSUES: Readonly<Record<string, Draft>> = {
  'pilot_admission/admit': admission,
  'campus_recognition/recognise': recognition,
  'campus_recognition/grant_plate': plate,
  'finding/open': notice, 'finding/close': report,
  'pilot_stop/confirm': pilotStopped, 'pilot_resume/confirm': pilotResumed,
  'parameter_change/approve': parameterChange,
  'collection_round/freeze': collectionSheet,
  'enrolment_plan/resolve': planDeclared,
  'enrolment_plan/file_province': planReceived,
  'enrolment_plan/file_exam': planReceived,
  'step_up_list/approve': stepUpRoster,
  'training_scheme/resolve': schemeDecided,
  'grant_request/approve': grantRequested,
  'order_grant/confirm': orderOnPaper, 'order_tuition_share/confirm': orderOnPaper, 'order_custody_refund/confirm': orderOnPaper, 'order_lecture_fee/confirm': orderOnPaper,
};

/** What no longer holds is revoked: papers of the same matter that an act takes back, and of a plan those that it amends. */
const REVOKES: Readonly<Record<string, readonly DocumentKindId[]>> = {
  'finding/reopen': ['rectification_report'],
  'campus_recognition/withdraw_plate': ['campus_plate'],
  'campus_recognition/end': ['campus_recognition', 'campus_plate'],
  'collection_round/reopen': ['collection_sheet'],
  'enrolment_plan/send_back': ['plan_declaration'],
  'enrolment_plan/resolve': ['plan_declaration', 'plan_minutes'],
};

/**
 * Issues and revokes what a step says on paper, in its transaction: whoever may decide issues by deciding, and the document
 * is read by whoever its matter concerns.
 */
export async function onPaper(tx: Transaction, decided: Decided, effects: readonly Effect[]): Promise<Brought> {
  const { matter, act, reason } = decided;
  const [object, key] = [matterObject(matter.matter_id), `${matter.kind.id}/${act}`];
  const [draft, revokes] = [ISSUES[key], REVOKES[key] ?? []];
  if (draft === undefined && revokes.length === 0) return brought();
  return tx.decided(['documents'], (deciding) => deciding.whole(async (whole) => {
    const revoked = await revokeAll(whole, await amendedBy(whole, decided) ?? object, revokes, reason ?? `事项 ${matter.matter_id}`);
    const paper = await draft?.(whole, decided, effects) ?? null;
    if (paper === null) return brought(...revoked);
    if (paper.outcome === 'problems') return paper;
    const { document_id, number } = await paper.issue(whole, { object, thing: { labels: matter.scopes } });
    return brought(...revoked, { kind: 'document', document_id: String(document_id), number });
  }));
}

/** The plan of the year that was decided before; the papers of a plan that is decided first revoke nothing. */
async function amendedBy(whole: Transaction, { matter, act, details: { year } }: Decided): Promise<string | null> {
  if (matter.kind.id !== 'enrolment_plan' || act !== 'resolve' || year === undefined) return null;
  const before = (await decidedPlans(whole, year)).find(({ subject, matter_id }) => subject === matter.subject && matter_id !== matter.matter_id);
  return before === undefined ? null : matterObject(before.matter_id);
}

async function revokeAll(whole: Transaction, object: string, kinds: readonly DocumentKindId[], reason: string): Promise<Effect[]> {
  const revoked: Effect[] = [];
  for (const { document_id, number } of await standingDocuments(whole, object, kinds)) {
    await revokeDocument(whole, document_id, reason);
    revoked.push({ kind: 'revocation', document_id: String(document_id), number });
  }
  return revoked;
}

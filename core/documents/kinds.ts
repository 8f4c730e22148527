import type { DocumentKind } from './document-kind.ts';
import { contentProblems, type ContentOf, type ContentProblem } from './field.ts';
import { annualReport } from './kinds/annual-report.ts';
import { campusPlate } from './kinds/campus-plate.ts';
import { campusRecognition } from './kinds/campus-recognition.ts';
import { collectionSheet } from './kinds/collection-sheet.ts';
import { conditionsReport } from './kinds/conditions-report.ts';
import { destinationReport } from './kinds/destination-report.ts';
import { graduateRegister } from './kinds/graduate-register.ts';
import { graduationAudit } from './kinds/graduation-audit.ts';
import { newStudentList } from './kinds/new-student-list.ts';
import { parameterDecision } from './kinds/parameter-decision.ts';
import { pilotAdmission } from './kinds/pilot-admission.ts';
import { pilotResumeDecision } from './kinds/pilot-resume.ts';
import { pilotStopDecision } from './kinds/pilot-stop.ts';
import { planDeclaration } from './kinds/plan-declaration.ts';
import { planMinutes } from './kinds/plan-minutes.ts';
import { rectificationNotice } from './kinds/rectification-notice.ts';
import { rectificationReport } from './kinds/rectification-report.ts';
import { sampleTestReport } from './kinds/sample-test-report.ts';
import { stepUpRoster } from './kinds/step-up-roster.ts';
import { supervisionRecord } from './kinds/supervision-record.ts';
import { custodyStatement } from './kinds/custody-statement.ts';
import { grantDistribution } from './kinds/grant-distribution.ts';
import { grantRequest } from './kinds/grant-request.ts';
import { lectureFees } from './kinds/lecture-fees.ts';
import { tuitionSettlement } from './kinds/tuition-settlement.ts';
import { trainingScheme } from './kinds/training-scheme.ts';
import type { Sheet } from './sheet.ts';

/** Every kind of document that there is: a later one is one more file and one more line here. */
export const DOCUMENT_KINDS = {
  campus_recognition: campusRecognition,
  campus_plate: campusPlate,
  pilot_admission: pilotAdmission,
  parameter_decision: parameterDecision,
  collection_sheet: collectionSheet,
  conditions_report: conditionsReport,
  new_student_list: newStudentList,
  plan_declaration: planDeclaration,
  plan_minutes: planMinutes,
  sample_test_report: sampleTestReport,
  step_up_roster: stepUpRoster,
  graduation_audit: graduationAudit,
  graduate_register: graduateRegister,
  destination_report: destinationReport,
  annual_report: annualReport,
  training_scheme: trainingScheme,
  supervision_record: supervisionRecord,
  rectification_notice: rectificationNotice,
  rectification_report: rectificationReport,
  pilot_stop: pilotStopDecision,
  pilot_resume: pilotResumeDecision,
  grant_request: grantRequest,
  grant_distribution: grantDistribution,
  tuition_settlement: tuitionSettlement,
  custody_statement: custodyStatement,
  lecture_fees: lectureFees,
} as const;

export type DocumentKindId = keyof typeof DOCUMENT_KINDS;
/** What a document of a kind says. */
export type DocumentContent<K extends DocumentKindId> = ContentOf<(typeof DOCUMENT_KINDS)[K]['fields']>;
/** A content whose kind is known at run time only: `problemsOf` tells whether it fits. */
export type AnyContent = Readonly<Record<string, unknown>>;

export const DOCUMENT_KIND_IDS = Object.keys(DOCUMENT_KINDS) as readonly DocumentKindId[];

export function isDocumentKind(text: string): text is DocumentKindId {
  return Object.hasOwn(DOCUMENT_KINDS, text);
}

/** The kind without the types of its content. */
export function kindNamed(kind: DocumentKindId): DocumentKind {
  return DOCUMENT_KINDS[kind] as unknown as DocumentKind;
}

/** In what a content differs from its kind's fields; nothing when it can be issued. */
export function problemsOf(kind: DocumentKindId, content: unknown): ContentProblem[] {
  return contentProblems(kindNamed(kind).fields, content);
}

/** What stands on the pages of a document. @throws Error on a content that has problems. */
export function sheetOf(kind: DocumentKindId, content: AnyContent): Sheet {
  const [first] = problemsOf(kind, content);
  if (first !== undefined) throw new Error(`${kind}: ${first.path} ${first.code}`);
  return kindNamed(kind).compose(content as Parameters<DocumentKind['compose']>[0]);
}

import type { MatterKind } from './matter-kind.ts';
import { admissionChange } from './matters/admission-change.ts';
import { billRun } from './matters/bill-run.ts';
import { booksClose } from './matters/books-close.ts';
import { campusRecognition } from './matters/campus-recognition.ts';
import { difficultyTicket } from './matters/difficulty-ticket.ts';
import { certificateExemption } from './matters/certificate-exemption.ts';
import { collectionReturn } from './matters/collection-return.ts';
import { collectionRound } from './matters/collection-round.ts';
import { followUpList } from './matters/follow-up-list.ts';
import { supportClawback } from './matters/support-clawback.ts';
import { hiringSupport } from './matters/hiring-support.ts';
import { enrolmentPlan } from './matters/enrolment-plan.ts';
import { finding } from './matters/finding.ts';
import { leaveList } from './matters/leave-list.ts';
import { graduationListMatter } from './matters/graduation-list.ts';
import { lateStudentList, newStudentList } from './matters/new-student-list.ts';
import { majorAdvice } from './matters/major-advice.ts';
import { majorMatter } from './matters/major-matter.ts';
import { modelCase } from './matters/model-case.ts';
import { parameterChange } from './matters/parameter-change.ts';
import { grantRequestMatter } from './matters/grant-request.ts';
import { paymentOrders } from './matters/payment-order.ts';
import { pilotAdmission } from './matters/pilot-admission.ts';
import { pilotResume } from './matters/pilot-resume.ts';
import { pilotStop } from './matters/pilot-stop.ts';
import { rollChange } from './matters/roll-change.ts';
import { rollUndo } from './matters/roll-undo.ts';
import { stepUpList } from './matters/step-up-list.ts';
import { supportPolicy } from './matters/support-policy.ts';
import { trainingScheme } from './matters/training-scheme.ts';
import { yearlyAdvance } from './matters/yearly-advance.ts';
import { yearlyAssessment } from './matters/yearly-assessment.ts';
import { yearlyReview } from './matters/yearly-review.ts';

/** Every kind of matter that there is: a later one is one more table here. */
export const MATTERS: readonly MatterKind[] = [
  pilotAdmission, campusRecognition, parameterChange, collectionRound, collectionReturn, enrolmentPlan,
  admissionChange, newStudentList, lateStudentList,
  rollChange, rollUndo, yearlyAdvance, stepUpList, leaveList,
  finding, pilotStop, pilotResume, yearlyAssessment, yearlyReview,
  majorMatter, difficultyTicket, supportPolicy, modelCase, majorAdvice,
  certificateExemption, graduationListMatter,
  trainingScheme,
  followUpList, hiringSupport, supportClawback,
  billRun, booksClose, grantRequestMatter, ...paymentOrders,
];

export function matterKind(id: string): MatterKind | undefined {
  return MATTERS.find((kind) => kind.id === id);
}

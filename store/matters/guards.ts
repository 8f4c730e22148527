import type { Guard } from '../../core/approvals/matter-kind.ts';
import type { Transaction } from '../transaction.ts';
import { filingInTime, listAgreements, listUnchanged, placesOpen, studentsToList } from './admission-guards.ts';
import { campusForm, campusTeam, conditions } from './campus-guards.ts';
import { returnsSettled, roundOpen, sheetsReported } from './collection-guards.ts';
import { exemptionMeeting, exemptionNeeded, exemptionProof } from './exemption-guards.ts';
import { graduationSame, institutionCoded } from './graduation-guards.ts';
import { followUpSame, supportAllowed, supportGranted, supportPaid, supportReturnEntered, supportUnpaid } from './employment-guards.ts';
import { held, holds, type AskGuard, type GuardAsk, type Guarded } from './guard-answer.ts';
import { effectiveDate } from './parameter-guards.ts';
import { capacityReasons, collegeUnsigned, meetingDay, planSignatures, planWritten, receiptDay, schoolUnsigned } from './plan-guards.ts';
import { rollChangeAllowed, rollChangeLast, sameList } from './roll-guards.ts';
import { higherLineHolds } from './plan-step-up.ts';
import { leavePublished, stepUpPublished } from './step-up-guards.ts';
import { extensionDays, extensionLeft, findingProof } from './finding-guards.ts';
import { surveyClosed, surveyNone } from './survey-guards.ts';
import { failedRectification, findingsClosed, hearingDay, planSchools } from './supervision-guards.ts';
import { periodClosable } from './close-books.ts';
import { billsSame, grantRequestDue, orderPayable, orderSame, referenceNew } from './money-guards.ts';
import { firmAwaited, schemeCredits, schemeParties, schemeWritten, schoolAwaited } from './scheme-guards.ts';
import { checklist, partnered, promotionTeam } from './school-guards.ts';

/** Everything that a step may wait for, by the id of its guard. */
export const GUARDS: Readonly<Record<string, AskGuard>> = {
  promotion_team: promotionTeam, partners: partnered, eligibility: checklist,
  campus_form: campusForm, campus_team: campusTeam, conditions,
  effective_date: effectiveDate,
  returns_settled: returnsSettled, round_open: roundOpen, sheets_reported: sheetsReported,
  plan_written: planWritten, school_unsigned: schoolUnsigned, college_unsigned: collegeUnsigned, plan_signatures: planSignatures, capacity_reasons: capacityReasons,
  higher_line: higherLineHolds,
  meeting_day: meetingDay, receipt_day: receiptDay,
  students_to_list: studentsToList, list_unchanged: listUnchanged, filing_in_time: filingInTime, list_agreements: listAgreements, places_open: placesOpen,
  roll_change_allowed: rollChangeAllowed, roll_change_last: rollChangeLast, advance_list: sameList, step_up_same: sameList, leave_same: sameList,
  step_up_published: stepUpPublished, leave_published: leavePublished, finding_proof: findingProof, extension_left: extensionLeft, extension_days: extensionDays,
  exemption_needed: exemptionNeeded, exemption_proof: exemptionProof, exemption_meeting: exemptionMeeting,
  graduation_same: graduationSame, institution_code: institutionCoded,
  scheme_written: schemeWritten, scheme_school_awaited: schoolAwaited, scheme_firm_awaited: firmAwaited, scheme_parties: schemeParties, scheme_credits: schemeCredits,
  failed_rectification: failedRectification, findings_closed: findingsClosed, hearing: hearingDay, plan_schools: planSchools,
  survey_closed: surveyClosed, survey_none: surveyNone,
  settlement_paper: async (_, { documents }) => (documents.length > 0 ? holds : held('尚未附上结清凭证', 'No papers of the settlement are attached')),
  follow_up_same: followUpSame, hiring_support_allowed: supportAllowed, hiring_support_granted: supportGranted, hiring_support_unpaid: supportUnpaid, hiring_support_paid: supportPaid, support_return_entered: supportReturnEntered,
  bills_same: billsSame, order_same: orderSame, period_closable: periodClosable, grant_request_due: grantRequestDue, order_payable: orderPayable, bank_reference_new: referenceNew,
  day_ahead: async (_, { given: { due }, today }) => (due === undefined || due >= today ? holds : held('落实期限已经过去', 'The day to carry it out by is over')),
  policy_paper: async (_, { documents }) => (documents.length > 0 ? holds : held('尚未附上政策文件', 'No policy paper is attached')),
  minutes: async (_, { documents }) => (documents.length > 0 ? holds : held('尚未附上会议纪要', 'No minutes are attached')),
};

/** What each of these guards answers now. A guard that nothing answers does not hold. */
export async function askGuards(tx: Transaction, guards: readonly Guard[], ask: GuardAsk): Promise<Map<string, Guarded>> {
  const answers = new Map<string, Guarded>();
  await tx.whole(async (whole) => {
    for (const { id } of guards) if (!answers.has(id)) answers.set(id, await GUARDS[id]?.(whole, ask) ?? { met: false, detail: null });
  });
  return answers;
}

import { describe, expect, test } from 'vitest';
import { pilotPage } from '../../api/public-page-html.ts';
import { composeAgreement } from '../../core/agreements/compose.ts';
import { refusalOfSignature } from '../../core/agreements/signing.ts';
import { refusalOfMark } from '../../core/admission/e-registration.ts';
import { refusalOfQuota } from '../../core/admission/quota.ts';
import { refusalsOfRegistering } from '../../core/admission/registering.ts';
import { refusalOfEnrolment } from '../../core/appraisals/session.ts';
import { supportPolicy } from '../../core/approvals/matters/support-policy.ts';
import { MATTERS } from '../../core/approvals/matters.ts';
import { refusalOfClaim } from '../../core/benefits/claim.ts';
import { misfits } from '../../core/policy/coverage.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import type { ServedBy } from '../../core/verdict/clause.ts';
import { checkShares } from '../../core/exchange/check-periods.ts';
import { rowRules } from '../../core/exchange/row-rules.ts';
import { sheets } from '../../core/exchange/sheets.ts';
import { billLines } from '../../core/funding/bills.ts';
import { booksAgree, booksOf } from '../../core/funding/books.ts';
import { custodyLines } from '../../core/funding/custody.ts';
import { feeRefundLines } from '../../core/funding/fee-refunds.ts';
import { mayBeSpentOn } from '../../core/funding/allowed-spending.ts';
import { budgetLines } from '../../core/funding/budget.ts';
import { inPlace } from '../../core/funding/in-place.ts';
import { increment } from '../../core/funding/increment.ts';
import { drawSpending } from '../../core/funding/spending-draw.ts';
import { yearOnYear } from '../../core/funding/year-on-year.ts';
import { grantLine } from '../../core/funding/grant.ts';
import { grantPassLine } from '../../core/funding/grant-pass.ts';
import { lectureFeeLines } from '../../core/funding/lecture-fees.ts';
import { passingOnLines } from '../../core/funding/passing-on.ts';
import { tuitionShareLines } from '../../core/funding/tuition-share.ts';
import { wrongPayeeLines } from '../../core/funding/wrong-payee.ts';
import { refusalOfDestination } from '../../core/employment/draft.ts';
import { maySee } from '../../core/employment/partners.ts';
import { qualityOf } from '../../core/employment/quality.ts';
import { groupRates } from '../../core/employment/rates.ts';
import { movesOf } from '../../core/employment/recommendation.ts';
import { retentionOf } from '../../core/employment/retention.ts';
import { allocate } from '../../core/allocation/allocate.ts';
import { forecastFrom } from '../../core/forecast/forecast.ts';
import { countiesOnMap } from '../../core/facts/network.ts';
import { yearSeries } from '../../core/facts/year-series.ts';
import { auditStudent } from '../../core/graduation/audit.ts';
import { certificateRate } from '../../core/graduation/certificate-standing.ts';
import { certificateRequirement } from '../../core/graduation/certificate.ts';
import { dimensionsOf } from '../../core/office/dimensions.ts';
import { composeReport } from '../../core/office/report.ts';
import { fiveParties, partnersAtWork, wholeProcess } from '../../core/office/whole-process.ts';
import { missingPapers } from '../../core/internships/papers.ts';
import { programmeParties } from '../../core/partners/programme-parties.ts';
import { takingPart } from '../../core/partners/taking-part.ts';
import { custodyFaults } from '../../core/students/custody.ts';
import { managementStandards } from '../../core/teams/management-team.ts';
import { promotionTeam } from '../../core/teams/promotion-team.ts';
import { WAYS_IN } from '../../core/teams/ways-in.ts';
import { ideologyHours } from '../../core/teaching/ideology.ts';
import { judgeComposites } from '../../core/verdict/composite.ts';
import { judgeTarget } from '../../core/verdict/target.ts';
import { handOver } from '../../store/agreements/copies.ts';
import { readCircular } from '../../store/coordination/circulars.ts';
import { recordEntry } from '../../store/coordination/log.ts';
import { decideCertificate } from '../../store/certificates/decide-certificate.ts';
import { listDiplomas } from '../../store/diplomas/list-diplomas.ts';
import { EVENT_SOURCES } from '../../store/duty-events/sources.ts';
import { listServices } from '../../store/employment/services.ts';
import { stateNeed } from '../../store/earmarks/needs.ts';
import { returnSpending } from '../../store/earmarks/return-spending.ts';
import { recordSpending } from '../../store/earmarks/spend.ts';
import { recordPolicy } from '../../store/insurance/policies.ts';
import { offerPost } from '../../store/internships/posts.ts';
import { listPartnerAgreements } from '../../store/partners.ts';
import { managementTeamOf, promotionTeamOf } from '../../store/teams.ts';
import { releaseGrades } from '../../store/teaching/grading.ts';
import { openOfferings } from '../../store/teaching/opening.ts';
import { answerSurvey } from '../../store/surveys/answer.ts';
import { recordVisit } from '../../store/supervision/record-visit.ts';
import { dayOverWhole } from '../../core/journals/shares.ts';
import { JOURNALS, JOURNAL_WAYS } from '../../core/journals/journals.ts';
import { WORK_STANDARDS } from '../../core/journals/work-standards.ts';
import { recordEntries } from '../../store/journals/record-entry.ts';
import { isTest, read, SOURCES } from './tree.ts';

const { standards, schoolStandards, composites, targets, duties, header } = quzhou2024;
const bound = (all: readonly { readonly id: string; readonly bind: unknown }[]) => all.map(({ id, bind }) => [id, bind] as const);

/** What runs under each name that a clause may say it is served by. A name that is not here serves nothing. */
const RUNNING: Readonly<Record<ServedBy['kind'], ReadonlyMap<string, unknown>>> = {
  standard: new Map<string, unknown>([
    ...bound(standards), ...bound(schoolStandards),
    ...composites.map(({ id }) => [id, judgeComposites] as const),
    ...bound([programmeParties, takingPart, promotionTeam, ...managementStandards, ...Object.values(WORK_STANDARDS).flat()]),
    ['wrong_stage_at_campus', rowRules.students],
    ['share_over_one', checkShares],
    ['base_shares', dayOverWhole],
    ['custody', custodyFaults],
    ['graduation_audit', auditStudent],
    ['graduation_certificate', certificateRequirement],
  ]),
  target: new Map(targets.map(({ id }) => [id, judgeTarget])),
  indicator: new Map<string, unknown>([['certificate_rate', certificateRate], ['county_coverage', countiesOnMap], ['year_series', yearSeries], ['ideology_hours', ideologyHours], ['local_rates', groupRates], ['retention', retentionOf], ['job_quality', qualityOf], ['city_industries', qualityOf], ['year_on_year', yearOnYear], ['increment', increment], ['in_place_rate', inPlace], ['whole_process', wholeProcess], ['partners_at_work', partnersAtWork], ['five_parties', fiveParties], ['three_dimensions', dimensionsOf]]),
  register: new Map<string, unknown>([...JOURNALS.map(({ id, fields }) => [id, fields] as const), ...Object.entries(sheets), ['policy_basis', header.parents], ['initiatives', header.initiatives], ['partner_agreements', listPartnerAgreements], ['agreement_copies', handOver], ['diplomas', listDiplomas], ['promotion_team', promotionTeamOf], ['management_team', managementTeamOf], ['employment_services', listServices], ['internship_posts', offerPost], ['insurance_policies', recordPolicy], ['support_policies', supportPolicy], ['pilot_log', recordEntry]]),
  report: new Map<string, unknown>([['network_map', countiesOnMap], ['forecast', forecastFrom], ['allocation', allocate], ['budget_against_actual', budgetLines], ['yearly_report', composeReport], ['public_page', pilotPage]]),
  setting: new Map([['pack_header', header]]),
  duty: new Map(duties.map(({ id }) => [id, EVENT_SOURCES.get(id)])),
  transition: new Map<string, unknown>([['journal_entry', recordEntries], ...[...WAYS_IN, ...JOURNAL_WAYS, ...MATTERS].map((kind): readonly [string, unknown] => [kind.id, kind]), ['agreement_drawing_up', composeAgreement], ['course_opening', openOfferings], ['grade_release', releaseGrades], ['admission_quota', refusalOfQuota], ['admission_registering', refusalsOfRegistering], ['e_registration', refusalOfMark], ['certificate_verification', decideCertificate], ['agreement_signing', refusalOfSignature], ['destination_entry', refusalOfDestination], ['graduate_release', maySee], ['recommendation', movesOf], ['internship_start', missingPapers], ['appraisal_enrolment', refusalOfEnrolment], ['benefit_claim', refusalOfClaim], ['supervision_visit', recordVisit], ['survey', answerSurvey], ['funding_need', stateNeed], ['circular', readCircular]]),
  ledger_rule: new Map<string, unknown>([
    ['books', booksOf], ['custody_held', booksAgree],
    ['bill_tuition', billLines], ['bill_dorm', billLines], ['bill_other', billLines], ['fee_refund', feeRefundLines], ['tuition_share', tuitionShareLines],
    ['dorm', passingOnLines], ['other_fee', passingOnLines], ['custody', passingOnLines], ['custody_refund', custodyLines], ['custody_claim', custodyLines],
    ['wrong_payee', wrongPayeeLines], ['lecture_fee', lectureFeeLines], ['grant', grantLine], ['grant_pass', grantPassLine],
    ['spending_category', mayBeSpentOn], ['earmark_spent', recordSpending], ['spending_return', returnSpending], ['spending_draw', drawSpending],
  ]),
};

const served = quzhou2024.clauses.filter((clause) => clause.served_by.length > 0);
// Tests that list every clause prove nothing of one of them.
const tests = SOURCES.filter((path) => isTest(path) && !/(served-by|clauses)\.test\.ts$/.test(path)).map(read);

describe.each(served.map((clause) => [clause.id, clause] as const))('%s', (id, clause) => {
  test('is served by what runs', () => {
    expect(clause.served_by.filter(({ kind, name }) => RUNNING[kind].get(name) === undefined)).toEqual([]);
  });
  test('in a kind that fits what it asks', () => {
    expect(misfits(clause)).toEqual([]);
  });
  test('and a test names it', () => {
    const named = new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w])`);
    expect(tests.some((text) => named.test(text))).toBe(true);
  });
});

test('nothing is served by a name that nobody declared', () => {
  const names = served.flatMap((clause) => clause.served_by.map(({ kind, name }) => `${kind} ${name}`));
  expect(names.length).toBeGreaterThan(0);
  expect(RUNNING.standard.get('R1-z')).toBeUndefined();
});

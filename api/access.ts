import { KINDS, kindOf, REGISTER_KINDS, type Kind } from '../core/access/kinds.ts';
import type { Permission } from '../core/access/narrowing.ts';
import { ACTIONS, type Action } from '../core/access/policy-table.ts';
import { mayAtAll, type Reach } from '../core/access/reach.ts';
import { sheetNames, type SheetName } from '../core/exchange/sheets.ts';
import type { RouteName } from './routes.ts';

/**
 * What a route asks of whoever calls it: nothing; a session; a session of the person themselves, where no program's
 * token will do; a session also of somebody who has yet to show a second factor; an action on records of a kind, of
 * the kind that the sheet in its address has, or of any register at all. Which records that opens is for the store to tell.
 */
export type RouteAccess =
  | 'open'
  | 'session'
  | 'in_person'
  | 'signing_in'
  | { readonly kind: Kind; readonly action: Action }
  | { readonly sheet: Action }
  | { readonly any: Action };

const to = (action: Action, kind: Kind): RouteAccess => ({ kind, action });

/** One row for each route; a route without one does not compile. */
export const ACCESS: Readonly<Record<RouteName, RouteAccess>> = {
  readHealth: 'open', readSession: 'open', openSession: 'open', closeSession: 'open', readFirstRun: 'open', setUpRegion: 'open',
  readRegion: 'open', loadSample: 'open',
  removeSample: to('write', 'region'),
  readOverview: to('read', 'verdicts'), listCampuses: to('read', 'verdicts'), readCampus: to('read', 'verdicts'), readCampusFacts: to('read', 'verdicts'),
  listEvidence: to('read', 'verdicts'), listSchoolEvidence: to('read', 'verdicts'), listTargetEvidence: to('read', 'verdicts'),
  askWhatIf: to('read', 'verdicts'), readForecast: to('read', 'verdicts'), readCampusForecast: to('read', 'verdicts'), readGraduation: to('read', 'students'), readSettlement: to('read', 'funds'), listSettlementEvidence: to('read', 'funds'), listParameters: to('read', 'policy'), listEffects: to('read', 'verdicts'),
  readForecastBands: to('read', 'verdicts'), readCapacity: to('read', 'verdicts'), downloadCapacityWorkbook: to('export', 'verdicts'), readClassNeed: to('read', 'verdicts'),
  readBandInputs: to('read', 'planning'), readAllocation: to('read', 'planning'), readPlanRun: to('read', 'planning'), stopPlanRun: to('read', 'planning'), listScenarios: to('read', 'planning'), keepScenario: to('write', 'planning'), readScenario: to('read', 'planning'), repeatScenario: to('read', 'planning'), downloadDecisionPack: to('export', 'planning'), downloadScenarioWorkbook: to('export', 'planning'), downloadScenarioPaper: to('export', 'planning'), downloadScenarioModel: to('export', 'planning'),
  readPolicyImpact: to('read', 'planning'), readMatterScenarios: to('read', 'matters'), attachScenario: to('approve', 'matters'),
  listRegisters: { any: 'read' }, listRecords: { sheet: 'read' }, readHistory: { sheet: 'read' },
  addRecord: { sheet: 'write' }, correctRecord: { sheet: 'write' }, endRecord: { sheet: 'write' },
  previewImport: to('write', 'imports'), inspectUpload: to('write', 'imports'), previewMapped: to('write', 'imports'),
  previewReplacing: to('write', 'imports'), commitImport: to('write', 'imports'), listImports: to('read', 'imports'), undoImport: to('write', 'imports'),
  listMappings: to('read', 'imports'), rememberMapping: to('write', 'imports'),
  findByValue: { any: 'read' }, revealValue: { any: 'reveal' }, readMyData: 'in_person',
  // To ask is what staff may do; their own requests they may always look at.
  listMinorGrants: to('read', 'grants'), listOwnGrants: to('write', 'grants'), askMinorGrant: to('write', 'grants'),
  approveMinorGrant: to('approve', 'grants'), refuseMinorGrant: to('approve', 'grants'), endMinorGrant: to('write', 'grants'),
  listMyDuties: to('read', 'duties'), listLateDuties: to('read', 'duties'), listDuties: to('read', 'duties'),
  readDutyStart: to('read', 'policy'), setDutyStart: to('write', 'policy'),
  listHolidays: to('read', 'policy'), readHolidayHistory: to('read', 'policy'), enterHolidays: to('write', 'policy'),
  // The address itself is the secret; it opens what its owner owes and nothing else.
  readCalendarFeed: 'in_person', makeCalendarFeed: 'in_person', endCalendarFeed: 'in_person', downloadCalendar: 'open',
  listCertificates: to('read', 'learning'), readCertificateStanding: to('read', 'students'), downloadCertificateWorkbook: to('export', 'learning'), downloadCertificatePaper: to('export', 'learning'), enterCertificates: to('write', 'learning'), decideCertificate: to('write', 'learning'),
  readGraduationList: to('approve', 'matters'), readDecidedGraduations: to('read', 'learning'),
  listDiplomas: to('read', 'learning'), enterInstitutionCode: to('write', 'learning'), handOverDiploma: to('write', 'learning'), reissueDiploma: to('write', 'learning'),
  listSecondaryDue: to('write', 'learning'), issueSecondary: to('write', 'learning'), readWayOut: to('read', 'learning'),
  listAudit: to('read', 'audit'), readAuditState: to('read', 'audit'),
  listSnapshots: to('read', 'snapshots'), takeSnapshot: to('write', 'snapshots'), readSnapshot: to('read', 'snapshots'),
  downloadTemplate: 'session', downloadReportWorkbook: to('export', 'verdicts'), downloadReportPage: to('export', 'verdicts'), downloadExport: { any: 'export' },
  showFactor: 'signing_in', beginFactor: 'signing_in', confirmFactor: 'signing_in', activateAccount: 'open', changePassword: 'in_person',
  listSessions: 'in_person', endSessions: 'in_person', readOwnAccount: 'in_person', endOneSession: 'in_person', endOtherSessions: 'in_person', beginSignOn: 'open', finishSignOn: 'open',
  listIdentities: 'in_person', linkIdentity: to('write', 'accounts'), endIdentity: 'in_person',
  listTokens: 'in_person', makeToken: 'in_person', endToken: 'in_person',
  listPeople: to('read', 'accounts'), readPerson: to('read', 'accounts'), addPerson: to('write', 'accounts'), closePerson: to('write', 'accounts'),
  addPeopleOfSchool: to('write', 'accounts'), issueCodes: to('write', 'accounts'), resetFactor: to('approve', 'accounts'),
  addGuardianship: to('write', 'accounts'), endGuardianship: to('write', 'accounts'),
  listPlaces: to('read', 'accounts'), addAppointment: to('approve', 'accounts'), endAppointment: to('approve', 'accounts'),
  listOutbox: to('read', 'outbox'), retryMessage: to('write', 'outbox'), listOwnMessages: 'in_person', readSampleCode: 'in_person',
  listContactAddresses: 'in_person', addContactAddress: 'in_person', verifyContactAddress: 'in_person', chooseContactAddress: 'in_person', endContactAddress: 'in_person',
  readPolicyText: to('read', 'policy'), downloadPolicyText: to('read', 'policy'), attachPolicyText: to('write', 'policy'),
  listOrganisations: to('read', 'reference'), readOrganisation: to('read', 'reference'), readPark: to('read', 'reference'), readProgramme: to('read', 'reference'),
  listPartnerAgreements: to('read', 'partners'), readPartnerAgreement: to('read', 'partners'), recordPartnerAgreement: to('write', 'partners'), correctPartnerAgreement: to('write', 'partners'),
  listTeams: to('read', 'teams'), readTeam: to('read', 'teams'), setUpTeam: to('write', 'teams'), endTeam: to('write', 'teams'), nameTeamMember: to('write', 'teams'), stepTeamMember: to('write', 'teams'),
  listDocuments: to('read', 'documents'), readDocument: to('read', 'documents'), downloadDocument: to('read', 'documents'), downloadDocumentWorkbook: to('read', 'documents'), listNumberSeries: to('read', 'documents'),
  listRoll: to('read', 'students'), readRoll: to('read', 'students'), enterRollChange: to('write', 'students'), undoRollChange: to('write', 'students'), replaceRollNumber: to('write', 'students'),
  // Those who approve a list see whom it is about, as its post at the keeper lets them.
  readRollList: to('approve', 'matters'), readCustody: to('read', 'students'),
  issueConditions: to('approve', 'documents'), correctDocument: to('approve', 'documents'), revokeDocument: to('approve', 'documents'),
  listAttachments: to('read', 'documents'), downloadAttachment: to('read', 'documents'), attachFile: to('write', 'documents'), endAttachment: to('write', 'documents'),
  downloadAdmissionTemplate: 'session', previewAdmissions: to('write', 'students'), commitAdmissions: to('write', 'students'), readAdmissionYear: to('read', 'students'),
  listAdmissions: to('read', 'students'), listDuplicates: to('read', 'students'), decideDuplicate: to('write', 'students'), registerNewcomers: to('write', 'students'),
  readStudentLists: to('read', 'students'), downloadStudentList: to('read', 'documents'),
  readERegistrations: to('read', 'students'), markERegistrations: to('write', 'students'), readERegistrationList: to('write', 'students'),
  // To decide takes the person: no program's token ever holds `approve`.
  listMatters: to('read', 'matters'), readMatter: to('read', 'matters'), openMatter: to('approve', 'matters'), stepMatter: to('approve', 'matters'),
  listSchemes: to('read', 'matters'), readScheme: to('read', 'matters'), readSchemeRevision: to('read', 'matters'), reviseScheme: to('approve', 'matters'),
  // Who may do what with a course is told by the part that they have in it.
  listTeaching: to('read', 'courses'), setTeachingTerm: to('approve', 'courses'), closeTeachingTerm: to('approve', 'courses'), openOfferings: to('approve', 'courses'), readOffering: to('read', 'courses'),
  stepOffering: to('read', 'courses'), saveGrades: to('write', 'courses'), correctGrade: to('approve', 'courses'), readConduct: to('read', 'courses'), stepConduct: to('read', 'courses'), readOwnStudies: to('read', 'learning'),
  listPlans: to('read', 'matters'), readPlan: to('read', 'matters'), revisePlan: to('approve', 'matters'), askPlanOutlook: to('approve', 'matters'),
  readImpact: to('read', 'matters'), listDelegations: to('write', 'matters'), giveDelegation: to('approve', 'matters'), endDelegation: to('approve', 'matters'),
  listAgreements: to('read', 'agreements'), readAgreement: to('read', 'agreements'), downloadAgreement: to('read', 'agreements'), downloadAgreementScan: to('read', 'agreements'), readFiveYears: to('read', 'agreements'),
  prepareAgreements: to('write', 'agreements'), drawUpAgreements: to('write', 'agreements'), redrawAgreement: to('write', 'agreements'), recordAgreementPaper: to('write', 'agreements'), handOverCopy: to('write', 'agreements'),
  askSigningCode: to('approve', 'agreements'), signAgreements: to('approve', 'agreements'), confirmAgreement: to('approve', 'agreements'),
  readEmployment: to('read', 'verdicts'), listGraduates: to('read', 'employment'), recordDestinations: to('write', 'learning'), downloadDestinationWorkbook: to('export', 'employment'), downloadDestinationPaper: to('export', 'employment'), issueDestinationReport: to('write', 'employment'),
  readFollowUps: to('read', 'employment'), listReleases: to('read', 'employment'), releaseGraduates: to('write', 'employment'), recommendGraduate: to('write', 'employment'), moveRecommendation: to('write', 'employment'), readFirmEmployment: to('read', 'employment'), recordPost: to('write', 'employment'),
  listEmploymentServices: to('read', 'employment'), recordEmploymentService: to('write', 'employment'), readOwnEmployment: to('read', 'employment'), recordEmploymentAnswer: to('write', 'employment'),
  listSampleTests: to('read', 'tests'), readSampleTest: to('read', 'tests'), readSampleList: to('read', 'tests'), listSeasons: to('read', 'tests'), readSeason: to('read', 'tests'),
  planSampleTest: to('write', 'tests'), closeSampleList: to('write', 'tests'), drawSample: to('write', 'tests'), scoreSampleTest: to('write', 'tests'), reportSampleTest: to('write', 'tests'),
  arrangeSeason: to('write', 'tests'), scoreSeason: to('write', 'tests'), publishSeason: to('write', 'tests'),
  appealStepUp: to('write', 'appeals'), answerAppeal: to('approve', 'appeals'), readMyTests: to('read', 'appeals'),
  downloadLedgerWorkbook: to('export', 'agreements'), downloadLedgerPaper: to('export', 'agreements'),
  readEarmarks: to('read', 'funds'), downloadEarmarkWorkbook: to('export', 'funds'), recordSpending: to('write', 'funds'), returnSpending: to('write', 'funds'), stateNeed: to('write', 'funds'), answerNeed: to('write', 'funds'), drawSpending: to('write', 'funds'),
  readBills: to('approve', 'matters'), enterFeeRate: to('write', 'funds'),
  previewBankFile: to('write', 'fees'), takeBankFile: to('write', 'fees'), downloadBankTemplate: to('write', 'fees'), listBankLines: to('write', 'fees'), decideBankLine: to('write', 'fees'),
  readOrderProposal: to('approve', 'matters'), readPaymentOrder: to('approve', 'matters'), downloadPaymentFile: to('approve', 'matters'), downloadPaymentCsv: to('approve', 'matters'),
  listLedgerAccounts: to('read', 'funds'), listLedgerEntries: to('read', 'funds'), listOpenClearing: to('read', 'funds'), listGrantArrears: to('read', 'funds'), readStatement: to('read', 'fees'),
  listInternshipPosts: to('read', 'posts'), offerInternshipPost: to('write', 'posts'), closeInternshipPost: to('write', 'posts'), correctInternshipPost: to('write', 'posts'),
  listInternships: to('read', 'placements'), readInternship: to('read', 'placements'), readMyInternships: to('read', 'placements'), downloadInternshipScan: to('read', 'placements'), downloadInternshipPaper: to('read', 'placements'),
  listInternshipCandidates: to('write', 'placements'), placeInterns: to('write', 'placements'), actOnInternships: to('write', 'placements'), recordInternshipPaper: to('write', 'placements'), recordPaperAssessment: to('write', 'placements'),
  askInternshipCode: to('approve', 'placements'), signInternships: to('approve', 'placements'),
  readCoverage: to('read', 'policies'), recordPolicy: to('write', 'policies'), correctPolicy: to('write', 'policies'), coverStudents: to('write', 'policies'), downloadCoverageWorkbook: to('export', 'policies'), downloadCoveragePaper: to('export', 'policies'),
  listVisits: to('read', 'supervision'), readVisit: to('read', 'supervision'), readChecklist: to('write', 'supervision'), recordVisit: to('write', 'supervision'), correctVisit: to('write', 'supervision'),
  readCoordination: to('read', 'coordination'), readPilotLog: to('read', 'coordination'), issueCircular: to('approve', 'coordination'), readCircular: to('write', 'coordination'), recordLogEntry: to('write', 'coordination'), correctLogEntry: to('write', 'coordination'), readReport: to('export', 'coordination'), downloadReport: to('export', 'coordination'), issueAnnualReport: to('approve', 'coordination'),
  listSurveys: to('read', 'surveys'), readOwnSurvey: to('write', 'surveys'), openSurvey: to('approve', 'surveys'), withdrawSurvey: to('approve', 'surveys'), answerSurvey: to('write', 'surveys'),
  downloadSiteWorkbook: to('export', 'conditions'), downloadSitePaper: to('export', 'conditions'),
  // Of which kinds is told by the system that is reported to.
  listNationalSystems: { any: 'export' }, readNationalReport: { any: 'export' }, downloadNationalReport: { any: 'export' },
  readWork: to('read', 'daily'), readJournalEntry: to('read', 'daily'), recordJournal: to('write', 'daily'), correctJournal: to('write', 'daily'), stepJournal: to('write', 'daily'), downloadJournal: to('export', 'daily'),
  downloadStaffWorkbook: to('export', 'work'), downloadStaffPaper: to('export', 'work'),
  listAppraisals: to('read', 'reference'), announceAppraisal: to('write', 'benefits'), enrolForAppraisal: to('write', 'learning'),
  listBenefits: to('read', 'benefits'), addBenefit: to('write', 'benefits'), stepClaim: to('write', 'benefits'),
};

/** Whether somebody with this reach may call a route at all; `sheet` is the one of its address. */
export function mayCall(access: RouteAccess, reach: Reach, sheet: string | undefined): boolean {
  if (typeof access === 'string') return true;
  if ('kind' in access) return mayAtAll(reach, access.kind, access.action);
  if ('any' in access) return REGISTER_KINDS.some((kind) => mayAtAll(reach, kind, access.any));
  // A sheet that there is not is for the route's own check to refuse.
  return !isSheet(sheet) || mayAtAll(reach, kindOf(sheet), access.sheet);
}

function isSheet(name: string | undefined): name is SheetName {
  return name !== undefined && (sheetNames as readonly string[]).includes(name);
}

/** Every `kind.action` in reach, for the buttons of the pages. */
export function allowed(reach: Reach): Permission[] {
  return KINDS.flatMap((kind) => ACTIONS.filter((action) => mayAtAll(reach, kind, action)).map((action) => `${kind}.${action}` as const));
}

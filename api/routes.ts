import { employmentRoutes } from './employment-routes.ts';
import { moneyRoutes } from './money-routes.ts';
import { internshipRoutes } from './internship-routes.ts';
import * as agreements from './contract/agreements.ts';
import * as admission from './contract/admission.ts';
import * as appointments from './contract/appointments.ts';
import * as audit from './contract/audit.ts';
import * as calendars from './contract/calendars.ts';
import * as campuses from './contract/campuses.ts';
import * as duties from './contract/duties.ts';
import * as attachments from './contract/attachments.ts';
import * as documents from './contract/documents.ts';
import * as entry from './contract/entry.ts';
import * as fiveYears from './contract/five-years.ts';
import * as files from './contract/files.ts';
import * as graduation from './contract/graduation.ts';
import { graduationRoutes } from './contract/graduation-routes.ts';
import * as holidays from './contract/holidays.ts';
import { planningRoutes } from './planning-routes.ts';
import * as forecast from './contract/forecast.ts';
import * as imports from './contract/imports.ts';
import * as matters from './contract/matters.ts';
import * as minorGrants from './contract/minor-grants.ts';
import * as ownAccount from './contract/own-account.ts';
import * as organisations from './contract/organisations.ts';
import * as outbox from './contract/outbox.ts';
import * as overview from './contract/overview.ts';
import * as parameters from './contract/parameters.ts';
import * as partners from './contract/partners.ts';
import * as people from './contract/people.ts';
import * as personalData from './contract/personal-data.ts';
import * as plans from './contract/plans.ts';
import * as sampleTests from './contract/sample-tests.ts';
import * as supervision from './contract/supervision.ts';
import { coordinationRoutes } from './coordination-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { nationalRoutes } from './national-routes.ts';
import * as stepUp from './contract/step-up.ts';
import * as registers from './contract/registers.ts';
import * as work from './contract/work.ts';
import * as session from './contract/session.ts';
import * as settlement from './contract/settlement.ts';
import * as signOn from './contract/single-sign-on.ts';
import * as snapshots from './contract/snapshots.ts';
import * as students from './contract/students.ts';
import * as teams from './contract/teams.ts';
import * as tokens from './contract/tokens.ts';
import * as whatIf from './contract/what-if.ts';
import { teachingRoutes } from './routes-teaching.ts';

/** Every documented route, by the name of its handler. */
export const routes = {
  readHealth: entry.readHealth,
  readSession: session.readSession,
  openSession: session.openSession,
  closeSession: session.closeSession,
  showFactor: session.showFactor,
  beginFactor: session.beginFactor,
  confirmFactor: session.confirmFactor,
  changePassword: session.changePassword,
  listSessions: session.listSessions,
  endSessions: session.endSessions,
  readOwnAccount: ownAccount.readOwnAccount,
  endOneSession: ownAccount.endOneSession,
  endOtherSessions: ownAccount.endOtherSessions,
  activateAccount: session.activateAccount,
  beginSignOn: signOn.beginSignOn,
  finishSignOn: signOn.finishSignOn,
  listIdentities: signOn.listIdentities,
  linkIdentity: signOn.linkIdentity,
  endIdentity: signOn.endIdentity,
  listTokens: tokens.listTokens,
  makeToken: tokens.makeToken,
  endToken: tokens.endToken,
  listPeople: people.listPeople,
  readPerson: people.readPerson,
  addPerson: people.addPerson,
  closePerson: people.closePerson,
  addPeopleOfSchool: people.addPeopleOfSchool,
  issueCodes: people.issueCodes,
  resetFactor: people.resetFactor,
  addGuardianship: people.addGuardianship,
  endGuardianship: people.endGuardianship,
  listPlaces: appointments.listPlaces,
  addAppointment: appointments.addAppointment,
  endAppointment: appointments.endAppointment,
  readFirstRun: entry.readFirstRun,
  setUpRegion: entry.setUpRegion,
  readRegion: entry.readRegion,
  loadSample: entry.loadSample,
  removeSample: entry.removeSample,
  readOverview: overview.readOverview,
  listCampuses: campuses.listCampuses,
  readCampus: campuses.readCampus,
  readCampusFacts: campuses.readCampusFacts,
  listEvidence: campuses.listEvidence,
  listSchoolEvidence: campuses.listSchoolEvidence,
  listTargetEvidence: campuses.listTargetEvidence,
  askWhatIf: whatIf.askWhatIf,
  readForecast: forecast.readForecast,
  readCampusForecast: forecast.readCampusForecast,
  readGraduation: graduation.readGraduation,
  readSettlement: settlement.readSettlement,
  listSettlementEvidence: settlement.listSettlementEvidence,
  listParameters: parameters.listParameters,
  listEffects: parameters.listEffects,
  listRegisters: registers.listRegisters,
  listRecords: registers.listRecords,
  addRecord: registers.addRecord,
  correctRecord: registers.correctRecord,
  endRecord: registers.endRecord,
  readHistory: registers.readHistory,
  previewImport: imports.previewImport,
  inspectUpload: imports.inspectUpload,
  previewMapped: imports.previewMapped,
  previewReplacing: imports.previewReplacing,
  commitImport: imports.commitImport,
  listImports: imports.listImports,
  undoImport: imports.undoImport,
  listMappings: imports.listMappings,
  rememberMapping: imports.rememberMapping,
  findByValue: personalData.findByValue,
  revealValue: personalData.revealValue,
  readMyData: personalData.readMyData,
  listMinorGrants: minorGrants.listMinorGrants,
  listOwnGrants: minorGrants.listOwnGrants,
  askMinorGrant: minorGrants.askMinorGrant,
  approveMinorGrant: minorGrants.approveMinorGrant,
  refuseMinorGrant: minorGrants.refuseMinorGrant,
  endMinorGrant: minorGrants.endMinorGrant,
  listMyDuties: duties.listMyDuties,
  listLateDuties: duties.listLateDuties,
  readDutyStart: duties.readDutyStart,
  setDutyStart: duties.setDutyStart,
  listDuties: duties.listDuties,
  listHolidays: holidays.listHolidays,
  readHolidayHistory: holidays.readHolidayHistory,
  enterHolidays: holidays.enterHolidays,
  readCalendarFeed: calendars.readCalendarFeed,
  makeCalendarFeed: calendars.makeCalendarFeed,
  endCalendarFeed: calendars.endCalendarFeed,
  downloadCalendar: calendars.downloadCalendar,
  listOutbox: outbox.listOutbox,
  retryMessage: outbox.retryMessage,
  listOwnMessages: outbox.listOwnMessages,
  readSampleCode: outbox.readSampleCode,
  listContactAddresses: outbox.listContactAddresses,
  addContactAddress: outbox.addContactAddress,
  verifyContactAddress: outbox.verifyContactAddress,
  chooseContactAddress: outbox.chooseContactAddress,
  endContactAddress: outbox.endContactAddress,
  listAudit: audit.listAudit,
  readAuditState: audit.readAuditState,
  listSnapshots: snapshots.listSnapshots,
  takeSnapshot: snapshots.takeSnapshot,
  readSnapshot: snapshots.readSnapshot,
  downloadTemplate: files.downloadTemplate,
  downloadReportWorkbook: files.downloadReportWorkbook,
  downloadReportPage: files.downloadReportPage,
  downloadExport: files.downloadExport,
  readPolicyText: files.readPolicyText,
  downloadPolicyText: files.downloadPolicyText,
  attachPolicyText: files.attachPolicyText,
  listOrganisations: organisations.listOrganisations,
  readOrganisation: organisations.readOrganisation,
  readPark: organisations.readPark,
  readProgramme: organisations.readProgramme,
  listPartnerAgreements: partners.listPartnerAgreements,
  readPartnerAgreement: partners.readPartnerAgreement,
  recordPartnerAgreement: partners.recordPartnerAgreement,
  correctPartnerAgreement: partners.correctPartnerAgreement,
  listTeams: teams.listTeams,
  readTeam: teams.readTeam,
  setUpTeam: teams.setUpTeam,
  endTeam: teams.endTeam,
  nameTeamMember: teams.nameTeamMember,
  stepTeamMember: teams.stepTeamMember,
  listRoll: students.listRoll,
  readRoll: students.readRoll,
  enterRollChange: students.enterRollChange,
  undoRollChange: students.undoRollChange,
  readRollList: students.readRollList,
  readCustody: students.readCustody,
  replaceRollNumber: students.replaceRollNumber,
  listDocuments: documents.listDocuments,
  readDocument: documents.readDocument,
  downloadDocument: documents.downloadDocument,
  downloadDocumentWorkbook: documents.downloadDocumentWorkbook,
  issueConditions: documents.issueConditions,
  correctDocument: documents.correctDocument,
  revokeDocument: documents.revokeDocument,
  listNumberSeries: documents.listNumberSeries,
  listAttachments: attachments.listAttachments,
  attachFile: attachments.attachFile,
  downloadAttachment: attachments.downloadAttachment,
  endAttachment: attachments.endAttachment,
  downloadAdmissionTemplate: admission.downloadAdmissionTemplate,
  previewAdmissions: admission.previewAdmissions,
  commitAdmissions: admission.commitAdmissions,
  readAdmissionYear: admission.readAdmissionYear,
  listAdmissions: admission.listAdmissions,
  listDuplicates: admission.listDuplicates,
  decideDuplicate: admission.decideDuplicate,
  registerNewcomers: admission.registerNewcomers,
  readStudentLists: admission.readStudentLists,
  downloadStudentList: admission.downloadStudentList,
  readERegistrations: admission.readERegistrations,
  markERegistrations: admission.markERegistrations,
  readERegistrationList: admission.readERegistrationList,
  listMatters: matters.listMatters,
  readMatter: matters.readMatter,
  openMatter: matters.openMatter,
  stepMatter: matters.stepMatter,
  readImpact: matters.readImpact,
  listPlans: plans.listPlans,
  readPlan: plans.readPlan,
  revisePlan: plans.revisePlan,
  askPlanOutlook: plans.askPlanOutlook,
  ...teachingRoutes,
  listDelegations: matters.listDelegations,
  giveDelegation: matters.giveDelegation,
  endDelegation: matters.endDelegation,
  listAgreements: agreements.listAgreements, readAgreement: agreements.readAgreement,
  prepareAgreements: agreements.prepareAgreements, drawUpAgreements: agreements.drawUpAgreements,
  redrawAgreement: agreements.redrawAgreement, askSigningCode: agreements.askSigningCode,
  signAgreements: agreements.signAgreements, recordAgreementPaper: agreements.recordAgreementPaper,
  handOverCopy: agreements.handOverCopy, downloadAgreement: agreements.downloadAgreement,
  downloadAgreementScan: agreements.downloadAgreementScan, confirmAgreement: agreements.confirmAgreement,
  downloadLedgerWorkbook: agreements.downloadLedgerWorkbook, downloadLedgerPaper: agreements.downloadLedgerPaper,
  readFiveYears: fiveYears.readFiveYears,
  listVisits: supervision.listVisits, readVisit: supervision.readVisit, readChecklist: supervision.readChecklist, recordVisit: supervision.recordVisit, correctVisit: supervision.correctVisit,
  readWork: work.readWork, readJournalEntry: work.readJournalEntry, recordJournal: work.recordJournal, correctJournal: work.correctJournal, stepJournal: work.stepJournal,
  downloadJournal: work.downloadJournal, downloadStaffWorkbook: work.downloadStaffWorkbook, downloadStaffPaper: work.downloadStaffPaper,
  listSampleTests: sampleTests.listSampleTests, readSampleTest: sampleTests.readSampleTest, planSampleTest: sampleTests.planSampleTest,
  closeSampleList: sampleTests.closeSampleList, readSampleList: sampleTests.readSampleList, drawSample: sampleTests.drawSample,
  scoreSampleTest: sampleTests.scoreSampleTest, reportSampleTest: sampleTests.reportSampleTest, listSeasons: stepUp.listSeasons,
  readSeason: stepUp.readSeason, arrangeSeason: stepUp.arrangeSeason, scoreSeason: stepUp.scoreSeason,
  publishSeason: stepUp.publishSeason, appealStepUp: stepUp.appealStepUp, answerAppeal: stepUp.answerAppeal,
  readMyTests: stepUp.readMyTests,
  ...internshipRoutes,
  ...planningRoutes, ...moneyRoutes, ...coordinationRoutes, ...surveyRoutes, ...nationalRoutes,
  ...employmentRoutes,
  ...graduationRoutes,
} as const;

export type RouteName = keyof typeof routes;

import type { OpenAPIHono } from '@hono/zod-openapi';
import { addAgreements } from './app-agreements.ts';
import { addEmployment } from './app-employment.ts';
import { addSupervision } from './app-supervision.ts';
import { addCoordination } from './app-coordination.ts';
import { addSurveys } from './app-surveys.ts';
import { addNational } from './app-national.ts';
import { addWork } from './app-work.ts';
import { addTests } from './app-tests.ts';
import { addMoney } from './app-money.ts';
import { addPlanning } from './app-planning.ts';
import { addInternships } from './app-internships.ts';
import { addGraduation } from './app-graduation.ts';
import { addTeaching } from './app-teaching.ts';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes, type RouteName } from './routes.ts';

/** One handler for every route of the contract. */
export type Handlers = { readonly [K in RouteName]: HandlerOf<K> };

/** Getting in, people and their accounts. */
function addPeople(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readHealth, handlers.readHealth)
    .openapi(routes.readSession, handlers.readSession)
    .openapi(routes.openSession, handlers.openSession)
    .openapi(routes.closeSession, handlers.closeSession)
    .openapi(routes.showFactor, handlers.showFactor)
    .openapi(routes.beginFactor, handlers.beginFactor)
    .openapi(routes.confirmFactor, handlers.confirmFactor)
    .openapi(routes.changePassword, handlers.changePassword)
    .openapi(routes.listSessions, handlers.listSessions)
    .openapi(routes.endSessions, handlers.endSessions)
    .openapi(routes.readOwnAccount, handlers.readOwnAccount)
    .openapi(routes.endOneSession, handlers.endOneSession)
    .openapi(routes.endOtherSessions, handlers.endOtherSessions)
    .openapi(routes.activateAccount, handlers.activateAccount)
    .openapi(routes.beginSignOn, handlers.beginSignOn)
    .openapi(routes.finishSignOn, handlers.finishSignOn)
    .openapi(routes.listOwnMessages, handlers.listOwnMessages).openapi(routes.readSampleCode, handlers.readSampleCode)
    .openapi(routes.listContactAddresses, handlers.listContactAddresses)
    .openapi(routes.addContactAddress, handlers.addContactAddress)
    .openapi(routes.verifyContactAddress, handlers.verifyContactAddress)
    .openapi(routes.chooseContactAddress, handlers.chooseContactAddress)
    .openapi(routes.endContactAddress, handlers.endContactAddress)
    .openapi(routes.listIdentities, handlers.listIdentities)
    .openapi(routes.linkIdentity, handlers.linkIdentity)
    .openapi(routes.endIdentity, handlers.endIdentity)
    .openapi(routes.listTokens, handlers.listTokens)
    .openapi(routes.makeToken, handlers.makeToken)
    .openapi(routes.endToken, handlers.endToken)
    .openapi(routes.listPeople, handlers.listPeople)
    .openapi(routes.readPerson, handlers.readPerson)
    .openapi(routes.addPerson, handlers.addPerson)
    .openapi(routes.closePerson, handlers.closePerson)
    .openapi(routes.addPeopleOfSchool, handlers.addPeopleOfSchool)
    .openapi(routes.issueCodes, handlers.issueCodes)
    .openapi(routes.resetFactor, handlers.resetFactor)
    .openapi(routes.addGuardianship, handlers.addGuardianship)
    .openapi(routes.endGuardianship, handlers.endGuardianship)
    .openapi(routes.listPlaces, handlers.listPlaces)
    .openapi(routes.addAppointment, handlers.addAppointment)
    .openapi(routes.endAppointment, handlers.endAppointment)
    .openapi(routes.readFirstRun, handlers.readFirstRun)
    .openapi(routes.setUpRegion, handlers.setUpRegion)
    .openapi(routes.readRegion, handlers.readRegion)
    .openapi(routes.loadSample, handlers.loadSample)
    .openapi(routes.removeSample, handlers.removeSample);
}

/** The region's records, what is judged by them, and what is written down of it all. */
function addRecords(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readOverview, handlers.readOverview)
    .openapi(routes.listCampuses, handlers.listCampuses)
    .openapi(routes.readCampus, handlers.readCampus)
    .openapi(routes.readCampusFacts, handlers.readCampusFacts)
    .openapi(routes.listEvidence, handlers.listEvidence)
    .openapi(routes.listSchoolEvidence, handlers.listSchoolEvidence)
    .openapi(routes.listTargetEvidence, handlers.listTargetEvidence)
    .openapi(routes.askWhatIf, handlers.askWhatIf)
    .openapi(routes.readForecast, handlers.readForecast)
    .openapi(routes.readCampusForecast, handlers.readCampusForecast)
    .openapi(routes.readGraduation, handlers.readGraduation)
    .openapi(routes.readSettlement, handlers.readSettlement)
    .openapi(routes.listSettlementEvidence, handlers.listSettlementEvidence)
    .openapi(routes.listParameters, handlers.listParameters)
    .openapi(routes.listEffects, handlers.listEffects)
    .openapi(routes.listRegisters, handlers.listRegisters)
    .openapi(routes.listRecords, handlers.listRecords)
    .openapi(routes.addRecord, handlers.addRecord)
    .openapi(routes.correctRecord, handlers.correctRecord)
    .openapi(routes.endRecord, handlers.endRecord)
    .openapi(routes.readHistory, handlers.readHistory)
    .openapi(routes.previewImport, handlers.previewImport)
    .openapi(routes.inspectUpload, handlers.inspectUpload)
    .openapi(routes.previewMapped, handlers.previewMapped)
    .openapi(routes.previewReplacing, handlers.previewReplacing)
    .openapi(routes.commitImport, handlers.commitImport)
    .openapi(routes.listImports, handlers.listImports)
    .openapi(routes.undoImport, handlers.undoImport)
    .openapi(routes.listMappings, handlers.listMappings)
    .openapi(routes.rememberMapping, handlers.rememberMapping)
    .openapi(routes.findByValue, handlers.findByValue)
    .openapi(routes.revealValue, handlers.revealValue)
    .openapi(routes.readMyData, handlers.readMyData)
    .openapi(routes.listMinorGrants, handlers.listMinorGrants)
    .openapi(routes.listOwnGrants, handlers.listOwnGrants)
    .openapi(routes.askMinorGrant, handlers.askMinorGrant)
    .openapi(routes.approveMinorGrant, handlers.approveMinorGrant)
    .openapi(routes.refuseMinorGrant, handlers.refuseMinorGrant)
    .openapi(routes.endMinorGrant, handlers.endMinorGrant)
    .openapi(routes.listOutbox, handlers.listOutbox)
    .openapi(routes.retryMessage, handlers.retryMessage)
    .openapi(routes.listAudit, handlers.listAudit)
    .openapi(routes.readAuditState, handlers.readAuditState)
    .openapi(routes.listSnapshots, handlers.listSnapshots)
    .openapi(routes.takeSnapshot, handlers.takeSnapshot)
    .openapi(routes.readSnapshot, handlers.readSnapshot)
    .openapi(routes.downloadTemplate, handlers.downloadTemplate).openapi(routes.downloadReportWorkbook, handlers.downloadReportWorkbook)
    .openapi(routes.downloadReportPage, handlers.downloadReportPage).openapi(routes.downloadExport, handlers.downloadExport)
    .openapi(routes.readPolicyText, handlers.readPolicyText).openapi(routes.downloadPolicyText, handlers.downloadPolicyText)
    .openapi(routes.attachPolicyText, handlers.attachPolicyText);
}

/** What is due, and the calendar that it is counted by. */
function addDuties(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listMyDuties, handlers.listMyDuties)
    .openapi(routes.listLateDuties, handlers.listLateDuties)
    .openapi(routes.readDutyStart, handlers.readDutyStart)
    .openapi(routes.setDutyStart, handlers.setDutyStart)
    .openapi(routes.listDuties, handlers.listDuties)
    .openapi(routes.listHolidays, handlers.listHolidays)
    .openapi(routes.readHolidayHistory, handlers.readHolidayHistory)
    .openapi(routes.enterHolidays, handlers.enterHolidays)
    .openapi(routes.readCalendarFeed, handlers.readCalendarFeed).openapi(routes.makeCalendarFeed, handlers.makeCalendarFeed)
    .openapi(routes.endCalendarFeed, handlers.endCalendarFeed).openapi(routes.downloadCalendar, handlers.downloadCalendar);
}

/** Who works together: the directory, agreements, teams. */
function addCooperation(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listOrganisations, handlers.listOrganisations)
    .openapi(routes.readOrganisation, handlers.readOrganisation)
    .openapi(routes.readPark, handlers.readPark).openapi(routes.readProgramme, handlers.readProgramme)
    .openapi(routes.listPartnerAgreements, handlers.listPartnerAgreements)
    .openapi(routes.readPartnerAgreement, handlers.readPartnerAgreement)
    .openapi(routes.recordPartnerAgreement, handlers.recordPartnerAgreement)
    .openapi(routes.correctPartnerAgreement, handlers.correctPartnerAgreement)
    .openapi(routes.listTeams, handlers.listTeams)
    .openapi(routes.readTeam, handlers.readTeam)
    .openapi(routes.setUpTeam, handlers.setUpTeam)
    .openapi(routes.endTeam, handlers.endTeam).openapi(routes.nameTeamMember, handlers.nameTeamMember).openapi(routes.stepTeamMember, handlers.stepTeamMember);
}

/** Official documents and the files that hang at things. */
function addDocuments(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listDocuments, handlers.listDocuments)
    .openapi(routes.readDocument, handlers.readDocument)
    .openapi(routes.downloadDocument, handlers.downloadDocument)
    .openapi(routes.downloadDocumentWorkbook, handlers.downloadDocumentWorkbook)
    .openapi(routes.issueConditions, handlers.issueConditions)
    .openapi(routes.correctDocument, handlers.correctDocument)
    .openapi(routes.revokeDocument, handlers.revokeDocument)
    .openapi(routes.listNumberSeries, handlers.listNumberSeries)
    .openapi(routes.listAttachments, handlers.listAttachments)
    .openapi(routes.attachFile, handlers.attachFile)
    .openapi(routes.downloadAttachment, handlers.downloadAttachment)
    .openapi(routes.endAttachment, handlers.endAttachment);
}

/** The roll of students. */
function addStudents(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listRoll, handlers.listRoll).openapi(routes.readRoll, handlers.readRoll).openapi(routes.readCustody, handlers.readCustody)
    .openapi(routes.enterRollChange, handlers.enterRollChange).openapi(routes.undoRollChange, handlers.undoRollChange).openapi(routes.replaceRollNumber, handlers.replaceRollNumber)
    .openapi(routes.readRollList, handlers.readRollList);
}

/** What is decided, and by whom in whose stead. */
function addMatters(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listMatters, handlers.listMatters)
    .openapi(routes.readMatter, handlers.readMatter)
    .openapi(routes.openMatter, handlers.openMatter)
    .openapi(routes.stepMatter, handlers.stepMatter)
    .openapi(routes.listPlans, handlers.listPlans)
    .openapi(routes.readPlan, handlers.readPlan)
    .openapi(routes.revisePlan, handlers.revisePlan)
    .openapi(routes.askPlanOutlook, handlers.askPlanOutlook)
    .openapi(routes.readImpact, handlers.readImpact)
    .openapi(routes.listDelegations, handlers.listDelegations)
    .openapi(routes.giveDelegation, handlers.giveDelegation)
    .openapi(routes.endDelegation, handlers.endDelegation);
}

/** New students: admitted, registered, listed. */
function addAdmission(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.downloadAdmissionTemplate, handlers.downloadAdmissionTemplate)
    .openapi(routes.previewAdmissions, handlers.previewAdmissions)
    .openapi(routes.commitAdmissions, handlers.commitAdmissions)
    .openapi(routes.readAdmissionYear, handlers.readAdmissionYear)
    .openapi(routes.listAdmissions, handlers.listAdmissions)
    .openapi(routes.listDuplicates, handlers.listDuplicates)
    .openapi(routes.decideDuplicate, handlers.decideDuplicate)
    .openapi(routes.registerNewcomers, handlers.registerNewcomers)
    .openapi(routes.readStudentLists, handlers.readStudentLists)
    .openapi(routes.downloadStudentList, handlers.downloadStudentList)
    .openapi(routes.readERegistrations, handlers.readERegistrations).openapi(routes.markERegistrations, handlers.markERegistrations)
    .openapi(routes.readERegistrationList, handlers.readERegistrationList);
}

type SchemaOf<A> = A extends OpenAPIHono<ApiEnv, infer S> ? S : never;

/** The typed contract: `hc<App>(origin)` in the browser. */
export type App = OpenAPIHono<ApiEnv, SchemaOf<ReturnType<typeof addPeople>> & SchemaOf<ReturnType<typeof addRecords>> & SchemaOf<ReturnType<typeof addDuties>> & SchemaOf<ReturnType<typeof addCooperation>> & SchemaOf<ReturnType<typeof addDocuments>> & SchemaOf<ReturnType<typeof addMatters>> & SchemaOf<ReturnType<typeof addAdmission>> & SchemaOf<ReturnType<typeof addTeaching>> & SchemaOf<ReturnType<typeof addAgreements>> & SchemaOf<ReturnType<typeof addStudents>> & SchemaOf<ReturnType<typeof addEmployment>> & SchemaOf<ReturnType<typeof addTests>> & SchemaOf<ReturnType<typeof addInternships>> & SchemaOf<ReturnType<typeof addGraduation>> & SchemaOf<ReturnType<typeof addMoney>> & SchemaOf<ReturnType<typeof addSupervision>> & SchemaOf<ReturnType<typeof addCoordination>> & SchemaOf<ReturnType<typeof addWork>> & SchemaOf<ReturnType<typeof addPlanning>> & SchemaOf<ReturnType<typeof addSurveys>> & SchemaOf<ReturnType<typeof addNational>>>;

/** Puts the handlers behind the contract, onto an application that has its guards in place. */
export function createApp(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>): OpenAPIHono<ApiEnv> {
  addPeople(handlers, guarded);
  addRecords(handlers, guarded);
  addDuties(handlers, guarded);
  addCooperation(handlers, guarded);
  addDocuments(handlers, guarded);
  addMatters(handlers, guarded);
  addAgreements(handlers, guarded);
  addAdmission(handlers, guarded);
  addTeaching(handlers, guarded);
  addStudents(handlers, guarded);
  addEmployment(handlers, guarded);
  addTests(handlers, guarded);
  addInternships(handlers, guarded);
  addGraduation(handlers, guarded);
  addMoney(handlers, guarded);
  addSupervision(handlers, guarded);
  addCoordination(handlers, guarded);
  addWork(handlers, guarded);
  addPlanning(handlers, guarded);
  addSurveys(handlers, guarded);
  addNational(handlers, guarded);
  return guarded;
}

import type { Bilingual } from '../core/values/bilingual.ts';
import { routes, type RouteName } from './routes.ts';

/**
 * What a changing request comes to when it arrives twice with one Idempotency-Key. `once`: it is done once, and the reply
 * of the first time is given again. `told_anew`: it is done once; its reply tells a secret that is kept nowhere, so a new
 * one takes the place of the one that nobody used. Else the key means nothing, and why that does no harm.
 */
export type Repeat = 'once' | 'told_anew' | Bilingual;

/** The routes that change something. */
type ChangingRoute = { [K in RouteName]: (typeof routes)[K]['method'] extends 'get' ? never : K }[RouteName];

const SESSION: Bilingual = {
  zh: '登录、验证和退出只作用于本次会话：重复提交得到新的会话或同样的结果，口令和验证码不保存。',
  en: 'Signing in, proving oneself and leaving concern this session only: done again it gives another session or the same end; passwords and codes are kept nowhere.',
};
const USED_UP: Bilingual = { zh: '激活码、验证码、旧口令只能使用一次，重复提交被拒绝。', en: 'The code or the old password is used up by the first time; the second is refused.' };
const ONE_ONLY: Bilingual = { zh: '只能进行一次：再次提交被拒绝，不产生第二份数据。', en: 'It can be done only once: the second time is refused and makes nothing.' };
const NOTHING_STORED: Bilingual = { zh: '不向数据库写入任何内容。', en: 'It writes nothing to the registers or about them.' };
const EACH_LOGGED: Bilingual = { zh: '每次查阅都必须各自留痕，答复不另行保存。', en: 'Each disclosure is written down by itself, and what was told is kept nowhere.' };

/** One row for each route that changes something; a route without one does not compile. */
export const REPEATS: Readonly<Record<ChangingRoute, Repeat>> = {
  openSession: SESSION, closeSession: SESSION, showFactor: SESSION, beginFactor: SESSION, confirmFactor: SESSION, endSessions: SESSION, endOneSession: SESSION, endOtherSessions: SESSION,
  beginSignOn: SESSION, finishSignOn: SESSION, changePassword: USED_UP, activateAccount: USED_UP,
  setUpRegion: ONE_ONLY, loadSample: ONE_ONLY, removeSample: ONE_ONLY,
  linkIdentity: 'once', endIdentity: 'once', makeToken: 'told_anew', endToken: 'once',
  addPerson: 'told_anew', closePerson: 'once', addPeopleOfSchool: 'told_anew', issueCodes: 'told_anew', resetFactor: 'once',
  addGuardianship: 'once', endGuardianship: 'once', addAppointment: 'once', endAppointment: 'once',
  askWhatIf: NOTHING_STORED, stopPlanRun: NOTHING_STORED, askPlanOutlook: NOTHING_STORED, previewImport: NOTHING_STORED, inspectUpload: NOTHING_STORED, previewReplacing: NOTHING_STORED,
  // Nothing but the mappings that it is asked to remember.
  previewMapped: 'once',
  addRecord: 'once', correctRecord: 'once', endRecord: 'once', commitImport: 'once', undoImport: 'once', rememberMapping: 'once',
  findByValue: EACH_LOGGED, revealValue: EACH_LOGGED, downloadNationalReport: EACH_LOGGED,
  askMinorGrant: 'once', approveMinorGrant: 'once', refuseMinorGrant: 'once', endMinorGrant: 'once',
  setDutyStart: 'once', enterHolidays: 'once', makeCalendarFeed: 'told_anew', endCalendarFeed: 'once',
  retryMessage: 'once', addContactAddress: 'once', verifyContactAddress: USED_UP, chooseContactAddress: 'once', endContactAddress: 'once',
  takeSnapshot: 'once', keepScenario: 'once', attachScenario: 'once', attachPolicyText: 'once',
  planSampleTest: 'once', closeSampleList: 'once', drawSample: 'once', scoreSampleTest: 'once', reportSampleTest: 'once',
  arrangeSeason: 'once', scoreSeason: 'once', publishSeason: 'once', appealStepUp: 'once', answerAppeal: 'once',
  recordPartnerAgreement: 'once', correctPartnerAgreement: 'once', setUpTeam: 'once', endTeam: 'once', nameTeamMember: 'once', stepTeamMember: 'once',
  enterRollChange: 'once', undoRollChange: 'once', replaceRollNumber: 'once',
  attachFile: 'once', correctDocument: 'once', endAttachment: 'once', issueConditions: 'once', revokeDocument: 'once',
  previewAdmissions: NOTHING_STORED, readERegistrationList: NOTHING_STORED, commitAdmissions: 'once', decideDuplicate: 'once', registerNewcomers: 'once', markERegistrations: 'once',
  openMatter: 'once', stepMatter: 'once', revisePlan: 'once', reviseScheme: 'once', setTeachingTerm: 'once', closeTeachingTerm: 'once', openOfferings: 'once', stepOffering: 'once', saveGrades: 'once', correctGrade: 'once', stepConduct: 'once', giveDelegation: 'once', endDelegation: 'once',
  releaseGraduates: 'once', recommendGraduate: 'once', moveRecommendation: 'once', recordPost: 'once',
  recordDestinations: 'once', issueDestinationReport: 'once', recordEmploymentService: 'once', recordEmploymentAnswer: 'once',
  drawUpAgreements: 'once', redrawAgreement: 'once', askSigningCode: 'once', signAgreements: 'once', recordAgreementPaper: 'once', handOverCopy: 'once', confirmAgreement: 'once',
  offerInternshipPost: 'once', closeInternshipPost: 'once', placeInterns: 'once', actOnInternships: 'once', askInternshipCode: 'once', signInternships: 'once', recordInternshipPaper: 'once', recordPaperAssessment: 'once', correctInternshipPost: 'once', correctPolicy: 'once',
  recordPolicy: 'once', coverStudents: 'once', announceAppraisal: 'once', enrolForAppraisal: 'once', addBenefit: 'once', stepClaim: 'once',
  enterCertificates: 'once', decideCertificate: 'once', enterInstitutionCode: 'once', handOverDiploma: 'once', reissueDiploma: 'once', issueSecondary: 'once',
  issueCircular: 'once', issueAnnualReport: 'once', readCircular: 'once', recordLogEntry: 'once', correctLogEntry: 'once',
  openSurvey: 'once', withdrawSurvey: 'once', answerSurvey: 'once',
  recordVisit: 'once', correctVisit: 'once', recordJournal: 'once', correctJournal: 'once', stepJournal: 'once',
  enterFeeRate: 'once', takeBankFile: 'once', decideBankLine: 'once', previewBankFile: NOTHING_STORED,
  recordSpending: 'once', returnSpending: 'once', stateNeed: 'once', answerNeed: 'once', drawSpending: 'once',
};

const KEY = {
  name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  description: '同一请求重发时使用同一个值，只生效一次 · the same value for the same request sent again: it takes effect once',
} as const;
const TOLD_ANEW = '重发时密钥或激活码重新生成，未使用的旧值作废 · sent again, a secret that nobody used is replaced by a new one';

interface DescribedOperation {
  readonly parameters?: readonly unknown[];
}

/** The description of the API, saying of every changing route what becomes of a repeated request. */
export function withRepeats<D extends { readonly paths?: object }>(document: D): D {
  const paths: Record<string, Record<string, DescribedOperation>> = structuredClone((document.paths ?? {}) as Record<string, Record<string, DescribedOperation>>);
  for (const [name, repeat] of Object.entries(REPEATS)) {
    const { path, method } = routes[name as ChangingRoute];
    const operations = paths[path];
    const operation = operations?.[method];
    if (operations === undefined || operation === undefined) continue;
    operations[method] = typeof repeat === 'string'
      ? { ...operation, parameters: [...operation.parameters ?? [], KEY], ...(repeat === 'told_anew' && { description: TOLD_ANEW }) }
      : { ...operation, ...{ description: `Idempotency-Key: ${repeat.zh} · ${repeat.en}` } };
  }
  return { ...document, paths };
}

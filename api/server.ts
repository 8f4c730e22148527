import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { MiddlewareHandler } from 'hono';
import { accessDoor } from './access-door.ts';
import { createApp, type Handlers } from './app.ts';
import { accountHandlers } from './accounts.ts';
import { destinationHandlers } from './destinations.ts';
import { followUpHandlers } from './follow-ups.ts';
import { firmHandlers } from './firm-employment.ts';
import { recommendingHandlers } from './recommending.ts';
import { employmentAnswerHandlers } from './employment-answers.ts';
import { employmentServiceHandlers } from './employment-services.ts';
import { employmentHandlers } from './employment.ts';
import { agreementHandlers } from './agreements.ts';
import { agreementSigningHandlers } from './agreement-signing.ts';
import { benefitHandlers } from './benefits.ts';
import { insuranceHandlers } from './insurance.ts';
import { bankHandlers } from './bank.ts';
import { earmarkActHandlers } from './earmark-acts.ts';
import { earmarkHandlers } from './earmarks.ts';
import { grantArrearsHandlers } from './grant-arrears.ts';
import { statementHandlers } from './statement.ts';
import { ledgerHandlers } from './ledger.ts';
import { orderHandlers } from './orders.ts';
import { billHandlers } from './bills.ts';
import { internshipPostHandlers } from './internship-posts.ts';
import { internshipHandlers, internshipSigningHandlers } from './internships.ts';
import { admissionHandlers } from './admission.ts';
import { appointmentHandlers } from './appointments.ts';
import { auditHandlers } from './audit.ts';
import { calendarHandlers } from './calendars.ts';
import { campusHandlers } from './campuses.ts';
import { rowSchemas } from './contract/registers.ts';
import { delegationHandlers } from './delegations.ts';
import type { Deps } from './deps.ts';
import { dutyHandlers } from './duties.ts';
import type { ApiEnv } from './environment.ts';
import { attachmentHandlers } from './attachments.ts';
import { documentWorkbookHandlers } from './document-workbook.ts';
import { documentHandlers } from './documents.ts';
import { evidenceHandlers } from './evidence.ts';
import { fileHandlers } from './files.ts';
import { httpsOnly, limitedBody, ownHost, ownOrigin, securityHeaders, soundJson } from './guard.ts';
import { holidayHandlers } from './holidays.ts';
import { soundKey } from './idempotency-key.ts';
import { importHandlers } from './imports.ts';
import { keptReplies } from './kept-replies.ts';
import { knownRoute, OPERATION, routeOf } from './known-route.ts';
import { traceOf, type Log } from './log.ts';
import { malformed, unreadable } from './malformed.ts';
import { mappingHandlers } from './mappings.ts';
import { matterHandlers } from './matters.ts';
import { planHandlers } from './plans.ts';
import { schemeHandlers } from './schemes.ts';
import { teachingHandlers } from './teaching.ts';
import { conductHandlers } from './conduct.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { operationHandlers } from './operation.ts';
import { minorGrantHandlers } from './minor-grants.ts';
import { organisationHandlers } from './organisations.ts';
import { contactAddressHandlers, outboxHandlers } from './outbox.ts';
import { overviewHandlers } from './overview.ts';
import { ownAccountHandlers } from './own-account.ts';
import { parameterHandlers } from './parameters.ts';
import { partnerHandlers } from './partners.ts';
import { registeringHandlers } from './registering.ts';
import { studentListHandlers } from './student-lists.ts';
import { peopleHandlers } from './people.ts';
import { personalDataHandlers } from './personal-data.ts';
import { policyTextHandlers } from './policy-text.ts';
import { refuse } from './refuse.ts';
import { regionHandlers } from './region.ts';
import { registerHandlers } from './registers.ts';
import { withRepeats } from './repeats.ts';
import { limitRequests } from './request-limits.ts';
import { factorHandlers } from './second-factor.ts';
import { sessionHandlers } from './session.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { sessionDoor } from './session-door.ts';
import { signOnHandlers } from './single-sign-on.ts';
import { snapshotHandlers } from './snapshots.ts';
import { soundText } from './sound-text.ts';
import { staticFiles } from './static-files.ts';
import { outcomeOfError, unprintable } from './store-fault.ts';
import { sampleTestHandlers } from './sample-tests.ts';
import { coordinationHandlers } from './coordination.ts';
import { nationalHandlers } from './national.ts';
import { siteListHandlers } from './site-lists.ts';
import { surveyHandlers } from './surveys.ts';
import { reportHandlers } from './reports.ts';
import { supervisionHandlers } from './supervision.ts';
import { workHandlers } from './work.ts';
import { workListHandlers } from './work-lists.ts';
import { stepUpHandlers } from './step-up.ts';
import { publicity } from './publicity.ts';
import { publicPages } from './public-page.ts';
import { studentHandlers } from './students.ts';
import { teamHandlers } from './teams.ts';
import { verification } from './verification.ts';
import { tokenHandlers } from './tokens.ts';
import { allocationHandlers } from './allocation.ts';
import { bandHandlers } from './forecast-bands.ts';
import { capacityHandlers } from './capacity.ts';
import { decisionPackHandlers } from './decision-pack.ts';
import { policyImpactHandlers } from './policy-impact.ts';
import { scenarioFileHandlers } from './scenario-files.ts';
import { scenarioHandlers } from './scenarios.ts';
import { forecastHandlers } from './forecast.ts';
import { certificateSheetHandlers } from './certificate-sheet.ts';
import { certificateHandlers } from './certificates.ts';
import { diplomaHandlers } from './diplomas.ts';
import { graduationDecisionHandlers } from './graduations.ts';
import { wayOutHandlers } from './way-out.ts';
import { graduationHandlers } from './graduation.ts';
import { settlementHandlers } from './settlement.ts';
import { whatIfHandlers } from './what-if.ts';

function handlersOf(deps: Deps): Handlers {
  return {
    ...sessionHandlers(deps), ...factorHandlers(deps), ...signOnHandlers(deps), ...tokenHandlers(deps), ...peopleHandlers(deps), ...accountHandlers(deps), ...ownAccountHandlers(deps),
    ...appointmentHandlers(deps), ...regionHandlers(deps), ...overviewHandlers(deps), ...campusHandlers(deps), ...evidenceHandlers(deps), ...whatIfHandlers(deps), ...forecastHandlers(deps), ...allocationHandlers(deps), ...bandHandlers(deps), ...capacityHandlers(deps), ...scenarioHandlers(deps), ...decisionPackHandlers(deps), ...policyImpactHandlers(deps), ...scenarioFileHandlers(deps), ...graduationHandlers(deps), ...settlementHandlers(deps),
    ...parameterHandlers(deps), ...registerHandlers(deps), ...importHandlers(deps), ...mappingHandlers(deps), ...snapshotHandlers(deps),
    ...fileHandlers(deps), ...personalDataHandlers(deps), ...minorGrantHandlers(deps), ...policyTextHandlers(deps), ...auditHandlers(deps), ...dutyHandlers(deps), ...holidayHandlers(deps), ...calendarHandlers(deps),
    ...organisationHandlers(deps), ...partnerHandlers(deps), ...teamHandlers(deps), ...studentHandlers(deps), ...admissionHandlers(deps), ...registeringHandlers(deps), ...studentListHandlers(deps),
    ...certificateHandlers(deps), ...certificateSheetHandlers(deps), ...graduationDecisionHandlers(deps), ...diplomaHandlers(deps), ...wayOutHandlers(deps),
    ...outboxHandlers(deps), ...contactAddressHandlers(deps),
    ...documentHandlers(deps), ...documentWorkbookHandlers(deps), ...attachmentHandlers(deps),
    ...matterHandlers(deps), ...planHandlers(deps), ...schemeHandlers(deps), ...teachingHandlers(deps), ...conductHandlers(deps), ...delegationHandlers(deps),
    ...agreementHandlers(deps), ...agreementSigningHandlers(deps), ...employmentHandlers(deps), ...destinationHandlers(deps), ...employmentServiceHandlers(deps), ...employmentAnswerHandlers(deps), ...recommendingHandlers(deps), ...followUpHandlers(deps), ...firmHandlers(deps), ...sampleTestHandlers(deps), ...supervisionHandlers(deps), ...coordinationHandlers(deps), ...surveyHandlers(deps), ...siteListHandlers(deps), ...nationalHandlers(deps), ...reportHandlers(deps), ...workHandlers(deps), ...workListHandlers(deps), ...stepUpHandlers(deps),
    ...billHandlers(deps), ...bankHandlers(deps), ...orderHandlers(deps), ...ledgerHandlers(deps), ...grantArrearsHandlers(deps), ...earmarkHandlers(deps), ...earmarkActHandlers(deps), ...statementHandlers(deps),
    ...internshipPostHandlers(deps), ...internshipHandlers(deps), ...internshipSigningHandlers(deps), ...insuranceHandlers(deps), ...benefitHandlers(deps),
  };
}

const RETRY_AFTER_S = '5';

/** Counts each request, and writes one line for those of the API: method, documented address and outcome, never what it carried or who sent it. */
function counted(log: Log, metrics: Metrics): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const started = performance.now();
    const ended = metrics.began();
    await next();
    const route = routeOf(c.req.path);
    ended(route, c.req.method, c.res.status);
    if (c.req.path.startsWith('/api/')) log({ event: 'request', method: c.req.method, route, status: c.res.status, ms: Math.round(performance.now() - started) });
  };
}

/** The whole server: guards, API, the description of the API, web pages. */
export function createServer(deps: Deps, webDirectory: string) {
  const guarded = new OpenAPIHono<ApiEnv>({ defaultHook: malformed });
  const metrics = openMetrics();
  const limited = limitRequests(deps.limits, deps);
  const operation = operationHandlers(deps, metrics);
  guarded.use('*', counted(deps.log, metrics), securityHeaders(deps), ownHost(deps), httpsOnly(deps), ownOrigin);
  guarded.use('/api/*', knownRoute, limited.beforeLookup, soundKey, limitedBody, soundJson, soundText, sessionDoor(deps.database, deps), limited.afterLookup, accessDoor, keptReplies(deps));
  guarded.get(OPERATION.lives, operation.lives).get(OPERATION.ready, operation.ready).get(OPERATION.metrics, operation.metrics);
  guarded.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  guarded.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE });
  for (const [name, schema] of Object.entries(rowSchemas)) guarded.openAPIRegistry.register(`Row_${name}`, schema);
  const app = createApp(handlersOf(deps), guarded);
  app.get('/api/openapi.json', (c) => c.json(withRepeats(app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '贯通 Guantong', version: deps.version, description: '中高职一体化培养试点的数据与评判接口 · data and verdicts of an integrated training pilot' },
    security: [{ session: [] }, { token: [] }],
  }))));
  const verify = verification(deps);
  app.get('/verify', verify.form).post('/verify', verify.limited, verify.sized, verify.ask);
  app.get('/verify/:code', verify.limited, verify.byCode).get('/verify/:code/receipt.json', verify.limited, verify.receipt);
  const published = publicity(deps);
  app.get('/published', published.limited, published.list).get('/published/:code', published.limited, published.one);
  app.get('/public', published.limited, publicPages(deps));
  app.get('*', staticFiles(webDirectory));
  app.notFound((c) => refuse(c, 'no_such_route'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return unreadable(c);
    const incident = randomUUID();
    const outcome = outcomeOfError(error);
    deps.log({ event: outcome, incident, route: routeOf(c.req.path), ...traceOf(error) });
    if (outcome === 'fault') return refuse(c, 'fault', { incident });
    if (outcome === 'unprintable') return refuse(c, 'unprintable', unprintable(error));
    c.header('retry-after', RETRY_AFTER_S);
    return refuse(c, outcome);
  });
  return app;
}

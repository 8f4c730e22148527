import type { OpenAPIHono, RouteHandler } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import { routes } from './routes.ts';

type GraduationRoute =
  | 'readWayOut' | 'downloadCertificateWorkbook' | 'downloadCertificatePaper' | 'readCertificateStanding' | 'listCertificates' | 'enterCertificates' | 'decideCertificate' | 'readGraduationList' | 'readDecidedGraduations'
  | 'listSecondaryDue' | 'issueSecondary' | 'listDiplomas' | 'enterInstitutionCode' | 'handOverDiploma' | 'reissueDiploma';

export type GraduationHandlers = { readonly [K in GraduationRoute]: RouteHandler<(typeof routes)[K], ApiEnv> };

/** Certificates, graduation and diplomas. */
export function addGraduation(handlers: GraduationHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readWayOut, handlers.readWayOut).openapi(routes.readCertificateStanding, handlers.readCertificateStanding)
    .openapi(routes.downloadCertificateWorkbook, handlers.downloadCertificateWorkbook).openapi(routes.downloadCertificatePaper, handlers.downloadCertificatePaper)
    .openapi(routes.listCertificates, handlers.listCertificates).openapi(routes.enterCertificates, handlers.enterCertificates).openapi(routes.decideCertificate, handlers.decideCertificate)
    .openapi(routes.readGraduationList, handlers.readGraduationList).openapi(routes.readDecidedGraduations, handlers.readDecidedGraduations)
    .openapi(routes.listSecondaryDue, handlers.listSecondaryDue).openapi(routes.issueSecondary, handlers.issueSecondary)
    .openapi(routes.listDiplomas, handlers.listDiplomas).openapi(routes.enterInstitutionCode, handlers.enterInstitutionCode)
    .openapi(routes.handOverDiploma, handlers.handOverDiploma).openapi(routes.reissueDiploma, handlers.reissueDiploma);
}

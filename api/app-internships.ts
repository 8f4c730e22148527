import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { internshipRoutes } from './internship-routes.ts';
import { routes } from './routes.ts';

/** Internships, what covers them, appraisal of skills and what graduates have a right to. */
export function addInternships(handlers: { readonly [K in keyof typeof internshipRoutes]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listInternshipPosts, handlers.listInternshipPosts)
    .openapi(routes.offerInternshipPost, handlers.offerInternshipPost)
    .openapi(routes.correctInternshipPost, handlers.correctInternshipPost)
    .openapi(routes.closeInternshipPost, handlers.closeInternshipPost)
    .openapi(routes.listInternships, handlers.listInternships)
    .openapi(routes.listInternshipCandidates, handlers.listInternshipCandidates)
    .openapi(routes.placeInterns, handlers.placeInterns)
    .openapi(routes.readInternship, handlers.readInternship)
    .openapi(routes.actOnInternships, handlers.actOnInternships)
    .openapi(routes.askInternshipCode, handlers.askInternshipCode)
    .openapi(routes.signInternships, handlers.signInternships)
    .openapi(routes.recordInternshipPaper, handlers.recordInternshipPaper)
    .openapi(routes.recordPaperAssessment, handlers.recordPaperAssessment)
    .openapi(routes.downloadInternshipPaper, handlers.downloadInternshipPaper)
    .openapi(routes.downloadInternshipScan, handlers.downloadInternshipScan)
    .openapi(routes.readMyInternships, handlers.readMyInternships)
    .openapi(routes.readCoverage, handlers.readCoverage)
    .openapi(routes.recordPolicy, handlers.recordPolicy)
    .openapi(routes.correctPolicy, handlers.correctPolicy)
    .openapi(routes.coverStudents, handlers.coverStudents)
    .openapi(routes.downloadCoverageWorkbook, handlers.downloadCoverageWorkbook)
    .openapi(routes.downloadCoveragePaper, handlers.downloadCoveragePaper)
    .openapi(routes.listAppraisals, handlers.listAppraisals)
    .openapi(routes.announceAppraisal, handlers.announceAppraisal)
    .openapi(routes.enrolForAppraisal, handlers.enrolForAppraisal)
    .openapi(routes.listBenefits, handlers.listBenefits)
    .openapi(routes.addBenefit, handlers.addBenefit)
    .openapi(routes.stepClaim, handlers.stepClaim);
}

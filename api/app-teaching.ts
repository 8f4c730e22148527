import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

type Names = 'listSchemes' | 'readScheme' | 'readSchemeRevision' | 'reviseScheme' | 'listTeaching'
  | 'setTeachingTerm' | 'closeTeachingTerm' | 'openOfferings' | 'readOffering' | 'stepOffering'
  | 'saveGrades' | 'correctGrade' | 'readConduct' | 'stepConduct' | 'readOwnStudies';

/** Training schemes and what is taught by them. */
export function addTeaching(handlers: { readonly [K in Names]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listSchemes, handlers.listSchemes)
    .openapi(routes.readScheme, handlers.readScheme)
    .openapi(routes.readSchemeRevision, handlers.readSchemeRevision)
    .openapi(routes.reviseScheme, handlers.reviseScheme)
    .openapi(routes.listTeaching, handlers.listTeaching)
    .openapi(routes.setTeachingTerm, handlers.setTeachingTerm)
    .openapi(routes.closeTeachingTerm, handlers.closeTeachingTerm)
    .openapi(routes.openOfferings, handlers.openOfferings)
    .openapi(routes.readOffering, handlers.readOffering)
    .openapi(routes.stepOffering, handlers.stepOffering)
    .openapi(routes.saveGrades, handlers.saveGrades)
    .openapi(routes.correctGrade, handlers.correctGrade)
    .openapi(routes.readConduct, handlers.readConduct)
    .openapi(routes.stepConduct, handlers.stepConduct)
    .openapi(routes.readOwnStudies, handlers.readOwnStudies);
}

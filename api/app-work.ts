import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

export type WorkHandlers = { readonly [K in 'readWork' | 'readJournalEntry' | 'recordJournal' | 'correctJournal' | 'stepJournal' | 'downloadJournal' | 'downloadStaffWorkbook' | 'downloadStaffPaper']: HandlerOf<K> };

/** The work at campuses. */
export function addWork(handlers: WorkHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readWork, handlers.readWork).openapi(routes.readJournalEntry, handlers.readJournalEntry)
    .openapi(routes.recordJournal, handlers.recordJournal).openapi(routes.correctJournal, handlers.correctJournal).openapi(routes.stepJournal, handlers.stepJournal)
    .openapi(routes.downloadJournal, handlers.downloadJournal).openapi(routes.downloadStaffWorkbook, handlers.downloadStaffWorkbook).openapi(routes.downloadStaffPaper, handlers.downloadStaffPaper);
}

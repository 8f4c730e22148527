import { createRoute, z } from '@hono/zod-openapi';
import { momentText } from './day.ts';
import { changingAnswers, json, openAnswers, readingAnswers, refusals } from './problem-document.ts';

/** One's duties in a calendar program, at an address that only its owner knows. */

const feed = z.object({ made_at: momentText, last_used_at: momentText.nullable() }).readonly().openapi('CalendarFeed');

export const readCalendarFeed = createRoute({
  method: 'get', path: '/api/my-calendar', tags: ['duties'], summary: 'Whether there is an address of one’s own calendar, and when it was last read',
  responses: readingAnswers({ 200: json('Feed', z.object({ feed: feed.nullable() }).readonly()) }),
});

export const makeCalendarFeed = createRoute({
  method: 'post', path: '/api/my-calendar', tags: ['duties'], summary: 'A new secret address; one from before holds no more',
  responses: changingAnswers({ 201: json('Made', z.object({
    feed,
    /** Shown this once. */
    address: z.string(),
  }).readonly().openapi('MadeCalendarFeed')) }),
});

export const endCalendarFeed = createRoute({
  method: 'delete', path: '/api/my-calendar', tags: ['duties'], summary: 'End the address of one’s own calendar',
  responses: changingAnswers({ 200: json('Ended', z.object({ feed: z.null() }).readonly()) }),
});

export const downloadCalendar = createRoute({
  method: 'get', path: '/api/calendars/{secret}', tags: ['duties'], summary: 'The calendar of an address (RFC 5545): what its owner has still to do',
  security: [],
  request: { params: z.object({ secret: z.string().max(80) }) },
  responses: { ...openAnswers, 404: refusals[404], 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
});

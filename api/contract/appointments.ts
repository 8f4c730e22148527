import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day } from './day.ts';
import { appointment } from './people.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { roleName } from './session.ts';

/** Who holds which role where, from when to when. Nothing is edited: an end is a mark of its own. */

const id = z.string().trim().min(1).max(64);

export const listPlaces = createRoute({
  method: 'get', path: '/api/appointments/places', tags: ['appointments'], summary: 'Organisations, campuses and classes that an appointment can name',
  responses: readingAnswers({ 200: json('Places', z.object({
    organisations: listOf(z.object({ org_id: z.string(), name: z.string(), kind: z.string() }).readonly()),
    campuses: listOf(z.object({ campus_id: z.string(), name: z.string(), school_id: z.string(), college_id: z.string() }).readonly()),
    classes: listOf(z.object({ class_id: z.string(), campus_id: z.string().nullable(), school_id: z.string() }).readonly()),
  }).readonly().openapi('Places')) }),
});

export const addAppointment = createRoute({
  method: 'post', path: '/api/people/{person_id}/appointments', tags: ['appointments'], summary: 'Appoint somebody else to a role',
  request: {
    params: z.object({ person_id: z.string().max(20) }),
    body: jsonBody(z.object({
      role: roleName,
      /** Left out for roles of the region as a whole. */
      org_id: id.optional(),
      /** For campus managers: one or more. */
      campuses: z.array(id).max(50).default([]),
      /** For counsellors and class heads: one or more. */
      classes: z.array(id).max(200).default([]),
      /** For teachers: their number in the register of staff. */
      staff_no: id.optional(),
      from: day,
      /** The last day; left out while it is open. */
      to: day.optional(),
    }).strict()),
  },
  responses: changingAnswers({ 201: json('Appointed', appointment) }),
});

export const endAppointment = createRoute({
  method: 'post', path: '/api/appointments/{appointment_id}/end', tags: ['appointments'], summary: 'End somebody else’s appointment, at once',
  request: { params: z.object({ appointment_id: z.string().max(20) }) },
  responses: changingAnswers({ 200: json('Ended', appointment) }),
});

import { createRoute, z } from '@hono/zod-openapi';
import { CHANNELS, PERSONAL_CHANNELS } from '../../core/messages/address.ts';
import { MESSAGE_STATES } from '../../core/messages/states.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../core/messages/templates.ts';
import { bilingual, listOf } from './bilingual.ts';
import { momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers, refusals } from './problem-document.ts';

/** Messages that the program sends, and where a person gets theirs. */

const message = z
  .object({
    message_id: z.string(),
    /** The account that it is for; null for a group. */
    account: z.string().nullable(),
    /** The person's name, to whoever reads people. */
    name: z.string().nullable(),
    group: z.string().nullable(),
    template: z.enum(TEMPLATE_NAMES as [TemplateName, ...TemplateName[]]),
    subject: bilingual,
    /** The whole text; a one-time code is hidden in it. */
    text: bilingual,
    state: z.enum(MESSAGE_STATES),
    channel: z.enum(CHANNELS).nullable(),
    /** Masked. */
    address: z.string().nullable(),
    attempts: z.number().int(),
    /** Why the last try failed: `smtp_550`, `not_connected`, `no_address`. */
    last_error: z.string().nullable(),
    next_at: momentText.nullable(),
    made_at: momentText,
    sent_at: momentText.nullable(),
  })
  .readonly()
  .openapi('Message');

const page = { messages: listOf(message), next: z.string().nullable() };
const after = z.uuid().optional();

export const listOutbox = createRoute({
  method: 'get', path: '/api/outbox', tags: ['messages'], summary: 'The region’s messages, latest first, and how many stand in each state',
  request: {
    query: z.object({
      state: z.enum(MESSAGE_STATES).optional(), channel: z.enum(CHANNELS).optional(), template: z.enum(TEMPLATE_NAMES as [TemplateName, ...TemplateName[]]).optional(),
      account: z.string().max(64).optional(), after,
    }),
  },
  responses: readingAnswers({
    200: json('Messages', z.object({ ...page, counts: z.object(Object.fromEntries(MESSAGE_STATES.map((state) => [state, z.number().int()])) as Record<(typeof MESSAGE_STATES)[number], z.ZodNumber>).readonly() }).readonly().openapi('Outbox')),
  }),
});

export const retryMessage = createRoute({
  method: 'post', path: '/api/outbox/{message_id}/retry', tags: ['messages'], summary: 'Have a message that failed for good tried anew',
  request: { params: z.object({ message_id: z.string().max(64) }) },
  responses: changingAnswers({ 200: json('It is tried again at once', z.object({ message_id: z.string() }).readonly().openapi('MessageRetried')) }),
});

export const listOwnMessages = createRoute({
  method: 'get', path: '/api/my-messages', tags: ['messages'], summary: 'What was sent to oneself, or is to be, latest first',
  request: { query: z.object({ after }) },
  responses: readingAnswers({ 200: json('Messages', z.object(page).readonly().openapi('OwnMessages')) }),
});

export const readSampleCode = createRoute({
  method: 'get', path: '/api/sample-code', tags: ['messages'], summary: 'The one-time code that was asked for last, in the sample region, from which no message goes out',
  responses: readingAnswers({ 200: json('The code; null where none waits', z.object({ code: z.string().nullable() }).readonly().openapi('SampleCode')), 409: refusals[409] }),
});

const language = z.enum(['zh', 'en']);
const contactAddress = z
  .object({
    address_id: z.string(),
    channel: z.enum(PERSONAL_CHANNELS),
    /** Masked. */
    address: z.string(),
    language,
    /** Null until the code that was sent there has come back. */
    verified_at: momentText.nullable(),
    /** Messages go here. */
    chosen: z.boolean(),
  })
  .readonly()
  .openapi('ContactAddress');
const path = z.object({ address_id: z.string().max(64) });
const named = z.object({ address_id: z.string() }).readonly().openapi('AddressNamed');

export const listContactAddresses = createRoute({
  method: 'get', path: '/api/contact-addresses', tags: ['messages'], summary: 'Where one gets messages, and which ways there are here',
  responses: readingAnswers({ 200: json('Addresses, the one in use first', z.object({ addresses: listOf(contactAddress), channels: listOf(z.enum(PERSONAL_CHANNELS)) }).readonly().openapi('ContactAddresses')) }),
});

export const addContactAddress = createRoute({
  method: 'post', path: '/api/contact-addresses', tags: ['messages'], summary: 'Take down an address of one’s own; a one-time code is sent there',
  request: { body: jsonBody(z.object({ channel: z.enum(PERSONAL_CHANNELS), address: z.string().min(1).max(300), language }).strict()) },
  responses: changingAnswers({ 201: json('A code is on its way', z.object({ address_id: z.string(), expires_at: momentText }).readonly().openapi('AddressAdded')) }),
});

export const verifyContactAddress = createRoute({
  method: 'post', path: '/api/contact-addresses/{address_id}/verify', tags: ['messages'], summary: 'Confirm an address by the code that was sent there',
  request: { params: path, body: jsonBody(z.object({ code: z.string().min(1).max(20) }).strict()) },
  responses: changingAnswers({ 200: json('Messages go there from now on', named) }),
});

export const chooseContactAddress = createRoute({
  method: 'post', path: '/api/contact-addresses/{address_id}/choose', tags: ['messages'], summary: 'Have messages go to a confirmed address, in a language',
  request: { params: path, body: jsonBody(z.object({ language }).strict()) },
  responses: changingAnswers({ 200: json('Chosen', named) }),
});

export const endContactAddress = createRoute({
  method: 'delete', path: '/api/contact-addresses/{address_id}', tags: ['messages'], summary: 'Send nothing more to an address',
  request: { params: path },
  responses: changingAnswers({ 200: json('Ended', named) }),
});

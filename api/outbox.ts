import { render, type TemplateData } from '../core/messages/templates.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { addContactAddress, chooseContactAddress, endContactAddress, listContactAddresses, verifyContactAddress, type AddedAddress, type ChangedAddress } from '../store/contact-addresses.ts';
import { countMessages, listMessages, listOwnMessages, retryMessage, type ListedMessage, type MessagePage, type RetriedMessage } from '../store/outbox-reading.ts';
import { ownWaitingCode } from '../store/outbox.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Context } from 'hono';
import type { Handlers } from './app.ts';
import { askerOf, channelsOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse } from './refuse.ts';

type OutboxHandlers = Pick<Handlers, 'listOutbox' | 'retryMessage' | 'listOwnMessages' | 'readSampleCode'>;
type AddressHandlers = Pick<Handlers, 'listContactAddresses' | 'addContactAddress' | 'verifyContactAddress' | 'chooseContactAddress' | 'endContactAddress'>;

type Refusal<T extends { readonly outcome: string }> = Exclude<T, { readonly outcome: 'done' }>;

const REFUSALS = {
  unknown_message: 'unknown_message', not_to_be_retried: 'not_to_be_retried', unknown_address: 'unknown_address', address_not_sound: 'address_not_sound',
  too_many_codes: 'too_many_codes', channel_not_there: 'channel_not_there', key_of_another_request: 'key_of_another_request',
} as const satisfies Record<(Refusal<RetriedMessage> | Refusal<AddedAddress> | Refusal<ChangedAddress> | NotDone)['outcome'] | 'channel_not_there', OutcomeCode>;

/** Messages: what became of them, to whoever looks after that, and to whom they are for. */
export function outboxHandlers(deps: Deps): OutboxHandlers {
  return {
    listOutbox: (c) => storeOf(deps, c).read(async (tx) => c.json({ ...await pageView(deps, tx, await listMessages(tx, c.req.valid('query'))), counts: await countMessages(tx) }, 200)),
    retryMessage: async (c) => {
      const { message_id } = c.req.valid('param');
      const answer = await once(deps, c, { message_id }, (tx) => named({ message_id }, retryMessage(tx, message_id)));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
    readSampleCode: async (c) => {
      if (!askerOf(c).region.sample) return refuse(c, 'not_in_sample');
      return storeOf(deps, c).read(async (tx) => c.json({ code: await ownWaitingCode(tx) }, 200));
    },
    listOwnMessages: (c) => storeOf(deps, c).read(async (tx) => c.json(await pageView(deps, tx, await listOwnMessages(tx, c.req.valid('query').after)), 200)),
  };
}

/** Where somebody gets their messages. */
export function contactAddressHandlers(deps: Deps): AddressHandlers {
  const channels = (c: Context<ApiEnv>) => channelsOf(deps, askerOf(c).region);
  const change = (c: Context<ApiEnv>, address_id: string, asks: object, work: (tx: Transaction) => Promise<ChangedAddress>) =>
    once(deps, c, { address_id, ...asks }, (tx) => named({ address_id }, work(tx)));
  return {
    listContactAddresses: (c) => storeOf(deps, c).read(async (tx) => c.json({ addresses: await listContactAddresses(tx), channels: channels(c) }, 200)),
    addContactAddress: async (c) => {
      const wanted = c.req.valid('json');
      const answer = await once(deps, c, wanted, async (tx): Promise<Change<{ readonly address_id: string; readonly expires_at: string }> | Refusal<AddedAddress> | { readonly outcome: 'channel_not_there' }> => {
        if (!channels(c).includes(wanted.channel)) return { outcome: 'channel_not_there' };
        const added = await addContactAddress(tx, wanted);
        if (added.outcome !== 'done') return added;
        return { outcome: 'done', value: { address_id: added.address_id, expires_at: added.expires_at } };
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      if ('wait_s' in answer) c.header('retry-after', String(answer.wait_s));
      return refuse(c, REFUSALS[answer.outcome]);
    },
    verifyContactAddress: async (c) => {
      const { address_id } = c.req.valid('param');
      // A wrong try counts: it is kept, and so is not undone as other refusals are.
      const outcome = await storeOf(deps, c).write((tx) => verifyContactAddress(tx, address_id, c.req.valid('json').code));
      if (outcome === 'done') return c.json({ address_id }, 200);
      return refuse(c, outcome === 'wrong_code' ? 'one_time_code_wrong' : 'one_time_code_not_valid');
    },
    chooseContactAddress: async (c) => {
      const [{ address_id }, { language }] = [c.req.valid('param'), c.req.valid('json')];
      const answer = await change(c, address_id, { language }, (tx) => chooseContactAddress(tx, address_id, language));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
    endContactAddress: async (c) => {
      const { address_id } = c.req.valid('param');
      const answer = await change(c, address_id, {}, (tx) => endContactAddress(tx, address_id));
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, REFUSALS[answer.outcome]);
    },
  };
}

/** What a change of one thing comes to: the thing's name once it was done. */
async function named<V, N extends { readonly outcome: string }>(value: V, work: Promise<{ readonly outcome: 'done' } | N>): Promise<Change<V> | N> {
  const answer = await work;
  return isRefusal(answer) ? answer : { outcome: 'done', value };
}

function isRefusal<N extends { readonly outcome: string }>(answer: { readonly outcome: 'done' } | N): answer is N {
  return answer.outcome !== 'done';
}

/** What was not sent yet counts by the region's day, as the duties that it tells of do. */
async function pageView(deps: Deps, tx: Transaction, { messages, next }: MessagePage) {
  const { on: today } = dayOf(deps, await placeOf(tx), {});
  return { messages: messages.map((message) => messageView(message, today)), next };
}

/** In words; of a one-time code nothing but that there was one. Links are those of this very place. */
function messageView({ data, told_on, ...message }: ListedMessage, today: PlainDate) {
  const told = (of: 'subject' | 'text'): Bilingual => {
    const inWords = (language: 'zh' | 'en'): string => render(message.template, data as TemplateData[typeof message.template], { language, origin: '', secret: null, today: told_on ?? today })[of];
    return { zh: inWords('zh'), en: inWords('en') };
  };
  return { ...message, subject: told('subject'), text: told('text') };
}

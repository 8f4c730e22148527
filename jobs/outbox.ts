import { setTimeout as sleep } from 'node:timers/promises';
import { render, type TemplateData } from '../core/messages/templates.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { claimMessages, gatherDigests, settleMessage, type ClaimedMessage, type OpenAddress, type Settled } from '../store/outbox-sending.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions, type Region } from '../store/regions.ts';
import { unknown, type Delivery, type Provider, type Providers } from './providers/provider.ts';

export interface Sender {
  /** Ends once what is under way has been answered; what was taken and not begun is taken again later. */
  readonly stop: () => Promise<void>;
}

export interface StartSender {
  readonly database: Database;
  readonly providers: Providers;
  /** What the links of messages begin with. */
  readonly origin: string;
  readonly today: () => PlainDate;
  /** From 0 to 1: so that what failed together is not tried again together. */
  readonly chance: () => number;
  readonly log: (entry: { readonly event: string; readonly [detail: string]: string | number | boolean | null }) => void;
  readonly times?: Partial<Times>;
}

/** How long things take; in tests shorter. */
interface Times {
  /** Between two rounds. */
  readonly pause_ms: number;
  /** A provider that has not answered by then never will. */
  readonly patience_ms: number;
  /** How long a message is one sender's; several times the patience, so that nobody else sends it meanwhile. */
  readonly lease_s: number;
  /** The pauses between tries; after the try that follows the last the message is dead. */
  readonly pauses_s: readonly number[];
}

const MINUTE_S = 60;
const HOUR_S = 3600;
const TIMES: Times = {
  pause_ms: 1000, patience_ms: 30_000, lease_s: 120,
  pauses_s: [10, MINUTE_S, 5 * MINUTE_S, 15 * MINUTE_S, HOUR_S, 4 * HOUR_S, 12 * HOUR_S],
};
const AT_ONCE = 10;

/** Sends what waits, in every region, again and again until it is stopped. Any number of them may run at once. */
export function startOutbox(given: StartSender): Sender {
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const work: Work = { ...given, times: { ...TIMES, ...given.times }, stopped };
  let away = false;
  const run = async (): Promise<void> => {
    while (!stopped()) {
      try {
        for (const region of await listRegions(work.database)) await sendAll(work, region);
        if (away) work.log({ event: 'outbox_goes_on' });
        away = false;
      } catch (error) {
        // A database that is away is said once; readiness tells of it meanwhile.
        if (!away) work.log({ event: 'outbox_stuck', code: error instanceof Error && 'code' in error ? String(error.code) : null });
        away = true;
      }
      await sleep(work.times.pause_ms, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

interface Work extends Omit<StartSender, 'times'> {
  readonly times: Times;
  readonly stopped: () => boolean;
}

/** Sends whatever is due in a region. */
async function sendAll(work: Work, { region_id, sample }: Region): Promise<void> {
  const program = work.database.as(programActor(region_id));
  while (!work.stopped() && await program.write(gatherDigests) > 0);
  for (let more = true; more && !work.stopped();) {
    const taken_at = performance.now();
    const claimed = await program.write((tx) => claimMessages(tx, { most: AT_ONCE, lease_s: work.times.lease_s, sample }));
    // All of them are answered before a failure to write one of them down is told: nothing is under way any more.
    const settled = await Promise.allSettled(claimed.map(async (message) => {
      const settlement = await settle(work, message, { sample, taken_at });
      if (settlement !== null && !await program.write((tx) => settleMessage(tx, message, settlement))) work.log({ event: 'message_taken_by_another', message: message.message_id });
    }));
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    more = claimed.length === AT_ONCE;
  }
}

interface Taken {
  readonly sample: boolean;
  readonly taken_at: number;
}

interface Way {
  readonly provider: Provider;
  readonly language: Language;
  readonly to: string;
  readonly on: Extract<Settled, { readonly outcome: 'sent' }>;
}

const dead = (error: string): Settled => ({ outcome: 'dead', error });

/** Sends one message; null where the lease has run down before that, and somebody else will. */
async function settle(work: Work, message: ClaimedMessage, { sample, taken_at }: Taken): Promise<Settled | null> {
  const { times: { pauses_s, patience_ms, lease_s }, origin, today } = work;
  if (message.expired || message.template === 'one_time_code' && message.secret === null) return dead('expired');
  const way = wayOf(work.providers, message, sample);
  if (typeof way === 'string') return dead(way);
  if (message.taken_over && !way.provider.deduplicates) return dead('fate_unknown');
  if (message.attempts > pauses_s.length + 1) return dead('given_up');
  if (performance.now() - taken_at > lease_s * 1000 - 2 * patience_ms) return null;
  const rendered = render(message.template, message.data as TemplateData[typeof message.template], { language: way.language, origin, today: today(), secret: message.secret });
  const delivery = await within(patience_ms, (signal) => way.provider.send({ id: message.message_id, to: way.to, ...rendered }, signal));
  return settlementOf(work, message, way, delivery);
}

/** The first way to the person that is configured, or to the group; else why there is none. */
function wayOf(providers: Providers, { group, addresses }: ClaimedMessage, sample: boolean): Way | string {
  if (group !== null) {
    const provider = providers.robots.get(group);
    if (sample) return 'sample';
    return provider === undefined ? 'no_robot' : { provider, language: 'zh', to: group, on: { outcome: 'sent', channel: 'robot', token: null } };
  }
  const ways = addresses.flatMap((one: OpenAddress): Way[] => {
    const provider = providers[one.channel];
    return provider === undefined ? [] : [{ provider, language: one.language, to: one.address, on: { outcome: 'sent', channel: one.channel, token: one.token } }];
  });
  return ways[0] ?? (addresses.length === 0 ? 'no_address' : 'no_provider');
}

function settlementOf({ times: { pauses_s }, chance }: Work, { attempts }: ClaimedMessage, { provider, on }: Way, delivery: Delivery): Settled {
  if (delivery.outcome === 'taken') return on;
  if (delivery.outcome === 'unknown' && !provider.deduplicates) return dead('fate_unknown');
  const pause = pauses_s[attempts - 1];
  if (pause === undefined || delivery.outcome === 'refused' && delivery.lasting) return dead(delivery.code);
  return { outcome: 'failed', error: delivery.code, pause_s: pause * (1 + chance()) / 2 };
}

/** Whatever a provider does, there is an outcome in time. */
async function within(patience_ms: number, send: (signal: AbortSignal) => Promise<Delivery>): Promise<Delivery> {
  const signal = AbortSignal.timeout(patience_ms);
  const late = new Promise<Delivery>((resolve) => { signal.addEventListener('abort', () => resolve(unknown('no_answer')), { once: true }); });
  return Promise.race([send(signal).catch(() => unknown('provider_fault')), late]);
}

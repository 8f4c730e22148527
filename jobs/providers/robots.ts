import { createHmac } from 'node:crypto';
import { post, type Posted } from './post.ts';
import type { Outgoing, Provider } from './provider.ts';

/** How the robots of the usual group chats are spoken to. */
export const ROBOT_KINDS = ['dingtalk', 'feishu', 'wecom'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** A robot of a group, as its chat hands it out. */
export interface RobotSettings {
  /** By which the product names the group: `office`. */
  readonly name: string;
  readonly kind: RobotKind;
  readonly url: URL;
  /** What requests are signed with; WeCom has none, its address is the secret. */
  readonly secret: string | null;
  /** A gateway of one's own stands before it that takes each `x-request-id` once. */
  readonly deduplicates: boolean;
}

const hmacBase64 = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** DingTalk: over time and secret, with the secret. */
export const dingtalkSignature = (secret: string, timestamp_ms: string): string => hmacBase64(secret, `${timestamp_ms}\n${secret}`);
/** Feishu: over nothing, with time and secret. */
export const feishuSignature = (secret: string, timestamp_s: string): string => hmacBase64(`${timestamp_s}\n${secret}`, '');

/** These answer 200 also to what they refuse; the number within says which. */
const numberIn = (field: string) => (body: unknown): string | null => {
  const value = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[field] : undefined;
  return value === 0 ? null : `robot_${typeof value === 'number' ? value : 'unclear'}`;
};

type Speaks = (settings: RobotSettings, message: Outgoing, now_ms: number) => Pick<Posted, 'url' | 'body' | 'refusalIn'>;

const contentOf = ({ subject, text }: Outgoing): string => `${subject}\n\n${text}`;
const inText = (message: Outgoing): object => ({ msgtype: 'text', text: { content: contentOf(message) } });

const SPEAKS: Readonly<Record<RobotKind, Speaks>> = {
  dingtalk: ({ url, secret }, message, now_ms) => {
    const signed = new URL(url);
    if (secret !== null) {
      signed.searchParams.set('timestamp', String(now_ms));
      signed.searchParams.set('sign', dingtalkSignature(secret, String(now_ms)));
    }
    return { url: signed, body: JSON.stringify(inText(message)), refusalIn: numberIn('errcode') };
  },
  feishu: ({ url, secret }, message, now_ms) => {
    const timestamp = String(Math.floor(now_ms / 1000));
    const signed = secret === null ? {} : { timestamp, sign: feishuSignature(secret, timestamp) };
    return { url, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text: contentOf(message) } }), refusalIn: numberIn('code') };
  },
  wecom: ({ url }, message) => ({ url, body: JSON.stringify(inText(message)), refusalIn: numberIn('errcode') }),
};

/** Group chats take a message as often as it is sent to them: one whose fate is unknown is left to a person. */
export function robotProvider(settings: RobotSettings, clock: () => number): Provider {
  return {
    deduplicates: settings.deduplicates,
    send: (message, signal) => post({ ...SPEAKS[settings.kind](settings, message, clock()), headers: { 'x-request-id': message.id } }, signal),
  };
}

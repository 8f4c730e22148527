import { createHmac } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { post } from './post.ts';
import { refused, TAKEN, type Delivery, type Provider } from './provider.ts';

/** The gateway of a text-message contract. */
export interface SmsSettings {
  readonly url: URL;
  readonly secret: string;
}

/** `HMAC-SHA256(secret, time + "\n" + body)` in hexadecimal; the time in seconds, so that an old request is no use to anybody. */
export function smsSignature(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex');
}

/**
 * Posts `{request_id, phone, text}` to the gateway, signed. It takes each `request_id` once, and answers 2xx also to
 * one that it has taken before.
 */
export function smsProvider({ url, secret }: SmsSettings, clock: () => number): Provider {
  return {
    deduplicates: true,
    send: ({ id, to, brief }, signal) => {
      const body = JSON.stringify({ request_id: id, phone: to, text: brief });
      const timestamp = String(Math.floor(clock() / 1000));
      return post({ url, body, headers: { 'x-guantong-timestamp': timestamp, 'x-guantong-signature': smsSignature(secret, timestamp, body) } }, signal);
    },
  };
}

/** Where there is no contract yet: each text message is written into a file of its own, for a person to pass on. */
export function recordedSms(folder: string, clock: () => number): Provider {
  return {
    // Written twice it is the same file.
    deduplicates: true,
    send: ({ id, to, brief }) => Promise.resolve(keepFile(folder, id, `${JSON.stringify({ at: new Date(clock()).toISOString(), request_id: id, phone: to, text: brief })}\n`)),
  };
}

/** The whole file or none of it, for its owner only. */
function keepFile(folder: string, id: string, content: string): Delivery {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `.${id}.${process.pid}`);
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, join(folder, `${id}.json`));
    return TAKEN;
  } catch (error) {
    return refused(`folder_${error instanceof Error && 'code' in error ? String(error.code) : 'not_written'}`);
  }
}

import type { Language } from '../values/bilingual.ts';

/** The ways to reach a person. */
export const PERSONAL_CHANNELS = ['email', 'sms'] as const;
export type PersonalChannel = (typeof PERSONAL_CHANNELS)[number];
export const CHANNELS = [...PERSONAL_CHANNELS, 'robot'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where a person gets messages. */
export interface NewAddress {
  readonly channel: PersonalChannel;
  readonly address: string;
  readonly language: Language;
}

const MOST_CHARACTERS = 254;
/** A part of RFC 5321 that every server takes; no quoted names, nothing that could begin another header. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
/** A mobile phone of the mainland. */
const MOBILE = /^1[3-9]\d{9}$/;

/** An address as it is kept: spaces gone, the domain in small letters, `+86` left out; null when none can be sent to. */
export function soundAddress(channel: PersonalChannel, typed: string): string | null {
  if (channel === 'sms') {
    const phone = typed.replace(/[\s-]/g, '').replace(/^(?:\+|00)86/, '');
    return MOBILE.test(phone) ? phone : null;
  }
  const email = typed.trim();
  const at = email.lastIndexOf('@');
  return email.length <= MOST_CHARACTERS && EMAIL.test(email) ? email.slice(0, at) + email.slice(at).toLowerCase() : null;
}

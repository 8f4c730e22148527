import type { PersonalChannel } from '../../core/messages/address.ts';

/** A message on its way to one address. */
export interface Outgoing {
  /** The same at each try: by it a provider can tell a message that it has taken before. */
  readonly id: string;
  /** An e-mail address or phone; for a group the name of its robot. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The whole in one line. */
  readonly brief: string;
}

/** What a provider made of it. Codes only: what a provider says may quote the address or the text. */
export type Delivery =
  | { readonly outcome: 'taken' }
  /** It was not taken. `lasting`: and never will be, such as an address that there is not. */
  | { readonly outcome: 'refused'; readonly code: string; readonly lasting: boolean }
  /** Nobody can tell whether it was taken: the connection ended, or the answer did not come in time. */
  | { readonly outcome: 'unknown'; readonly code: string };

/** One way out. */
export interface Provider {
  /** Whether it takes a message of the same id once only; where it does not, one whose fate is unknown is not sent again. */
  readonly deduplicates: boolean;
  /** Ends when the signal says so, with an outcome; never throws. */
  readonly send: (message: Outgoing, signal: AbortSignal) => Promise<Delivery>;
}

/** The ways out of an installation; what is not configured is not there. */
export interface Providers extends Partial<Readonly<Record<PersonalChannel, Provider>>> {
  readonly robots: ReadonlyMap<string, Provider>;
}

export const NO_PROVIDERS: Providers = { robots: new Map() };

export const refused = (code: string, lasting = false): Delivery => ({ outcome: 'refused', code, lasting });
export const unknown = (code: string): Delivery => ({ outcome: 'unknown', code });
export const TAKEN: Delivery = { outcome: 'taken' };

/** Nothing was sent when no connection came about. */
export const NOT_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** A connection whose certificate does not hold carries nothing. */
export const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

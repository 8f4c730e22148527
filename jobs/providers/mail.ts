import { createTransport } from 'nodemailer';
import { CERTIFICATE, NOT_CONNECTED, refused, TAKEN, unknown, type Delivery, type Provider } from './provider.ts';

/** A mail server that takes our messages. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the start; `starttls`: demanded before anything is said; `none`: only on this very machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
}

const WAIT_MS = 20_000;

/** Sends by SMTP. The Message-ID is the message's own and the same at each try: by it servers and readers tell what came before. */
export function mailProvider({ host, port, security, user, password, from }: MailSettings): Provider {
  const transport = createTransport({
    host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(user !== null && password !== null && { auth: { user, pass: password } }),
    connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS, dnsTimeout: WAIT_MS, socketCloseTimeout: 0,
    disableFileAccess: true, disableUrlAccess: true, tls: { minVersion: 'TLSv1.2' },
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    deduplicates: true,
    send: async ({ id, to, subject, text }, signal) => {
      try {
        await transport.sendMail({
          from: { name: '贯通', address: from }, to: { name: '', address: to }, subject, text: `${text}\n`, messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }, signal,
        });
        return TAKEN;
      } catch (error) {
        return signal.aborted ? unknown('no_answer') : ofFailure(error as MailFailure);
      }
    },
  };
}

interface MailFailure {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

function ofFailure({ code = '', originalCode = '', command, responseCode, permanent }: MailFailure): Delivery {
  if (code === 'EAUTH' || code === 'ENOAUTH') return refused('smtp_sign_in');
  if (code === 'ETLS' || CERTIFICATE.test(originalCode)) return refused('certificate');
  if (responseCode !== undefined) return refused(`smtp_${responseCode}`, permanent === true && command === 'RCPT TO');
  return NOT_CONNECTED.has(originalCode) || code === 'EDNS' ? refused('not_connected') : unknown('connection_lost');
}

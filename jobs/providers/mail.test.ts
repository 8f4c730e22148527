import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { madeCertificate } from '../../check/made-certificate.ts';
import { startMailServer, type MailServer } from '../../check/prove/mail-server.ts';
import { mailProvider, type MailSettings } from './mail.ts';

const message = { id: '0b0e7a52-0000-4000-8000-000000000001', to: 'wang@qz.example.cn', subject: '提醒', text: '正文', brief: '' };
const known = getCACertificates('default');
const servers: MailServer[] = [];
afterEach(async () => {
  setDefaultCACertificates(known);
  for (const one of servers.splice(0)) await one.close();
});

/** A server that takes one user, under a certificate that is trusted or is not. */
async function guarded({ trusted, tls = true }: { readonly trusted: boolean; readonly tls?: boolean }) {
  const certificate = madeCertificate();
  if (trusted) setDefaultCACertificates([...known, certificate.cert]);
  const server = await startMailServer({ fate: () => 'take', ...(tls && { certificate }), user: 'gt', password: 'right' });
  servers.push(server);
  const settings: MailSettings = { host: 'localhost', port: server.port, security: 'starttls', user: 'gt', password: 'right', from: 'guantong@qz.example.cn' };
  return { server, send: (other: Partial<MailSettings> = {}) => mailProvider({ ...settings, ...other }).send(message, AbortSignal.timeout(20_000)) };
}

test('a mail server is signed in to under TLS, and takes the message', async () => {
  const { server, send } = await guarded({ trusted: true });
  expect(await send()).toEqual({ outcome: 'taken' });
  expect(server.taken.map(({ subject, text }) => [subject, text.trim()])).toEqual([['提醒', '正文']]);
});

test('a wrong password is said as such, and may be put right', async () => {
  const { server, send } = await guarded({ trusted: true });
  expect(await send({ password: 'wrong' })).toEqual({ outcome: 'refused', code: 'smtp_sign_in', lasting: false });
  expect(server.taken).toEqual([]);
});

test('nothing is said under a certificate that does not hold, nor to a server that offers no TLS', async () => {
  for (const given of [{ trusted: false }, { trusted: true, tls: false }]) {
    const { server, send } = await guarded(given);
    expect(await send()).toEqual({ outcome: 'refused', code: 'certificate', lasting: false });
    expect(server.taken).toEqual([]);
  }
});

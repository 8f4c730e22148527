import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { readMail, type ArrivedMail } from './arrived-mail.ts';
import type { MadeCertificate } from '../made-certificate.ts';

/**
 * What a server does with a message: takes it, asks to come later, refuses the address for good, lets the connection go
 * before or after it has taken it, or says nothing any more.
 */
export const FATES = ['take', 'later', 'never', 'drop', 'take_and_drop', 'silence'] as const;
export type Fate = (typeof FATES)[number];

export interface MailServer {
  readonly port: number;
  /** Every message that was taken, as often as it was. */
  readonly taken: readonly ArrivedMail[];
  readonly close: () => Promise<void>;
}

interface Given {
  readonly fate: () => Fate;
  /** With it the server offers STARTTLS, and takes the one user that there is. */
  readonly certificate?: MadeCertificate;
  readonly user?: string;
  readonly password?: string;
}

const refusal = (responseCode: number): Error => Object.assign(new Error('not now'), { responseCode });

/** A mail server on a free port. */
export async function startMailServer({ fate, certificate, user, password }: Given): Promise<MailServer> {
  const taken: ArrivedMail[] = [];
  const server = new SMTPServer({
    logger: false, disableReverseLookup: true, closeTimeout: 1, ...(certificate ?? {}),
    disabledCommands: [...(certificate === undefined ? ['STARTTLS'] : []), ...(user === undefined ? ['AUTH'] : [])], authOptional: user === undefined,
    onAuth: (auth, _session, done) => { if (auth.username === user && auth.password === password) done(null, { user: auth.username }); else done(refusal(535)); },
    onRcptTo: (_address, session, done) => {
      const decided = fate();
      fates.set(session.id, decided);
      done(decided === 'never' ? refusal(550) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const decided = fates.get(session.id);
        if (decided === 'take' || decided === 'take_and_drop') taken.push(readMail(Buffer.concat(chunks)));
        if (decided === 'take') done();
        else if (decided === 'later') done(refusal(451));
        else if (decided !== 'silence') drop(session);
      });
    },
  });
  const fates = new Map<string, Fate>();
  const drop = (session: SMTPServerSession): void => {
    for (const one of server.connections) if (one.session.id === session.id) one._socket.destroy();
  };
  // A connection that its other end lets go is what is tried here.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  if (!listening.listening) await once(listening, 'listening');
  return {
    taken, port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => {
      for (const one of server.connections) one._socket.destroy();
      server.close(() => resolve());
    }),
  };
}

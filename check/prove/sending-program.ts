import { mailProvider } from '../../jobs/providers/mail.ts';
import { robotProvider } from '../../jobs/providers/robots.ts';
import { smsProvider } from '../../jobs/providers/sms.ts';
import { startOutbox } from '../../jobs/outbox.ts';
import { today } from '../../store/clock.ts';
import { openDatabase } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';
import { GATEWAY_SECRET } from './message-gateway.ts';

// A program that sends until it is ended from outside: a proof kills it at random moments.
// Arguments: the database, the data directory with its keys, the port of the mail server, the gateway.
const [url = '', directory = '', mailPort = '', gateway = ''] = process.argv.slice(2);
const database = await openDatabase(readDatabaseUrl(url), keySource(directory, {}));
startOutbox({
  database, origin: 'https://gt.example.cn', today, chance: Math.random, log: () => undefined,
  times: { pause_ms: 20, patience_ms: 1000, lease_s: 3, pauses_s: [0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.5, 0.5, 1, 1] },
  providers: {
    email: mailProvider({ host: '127.0.0.1', port: Number(mailPort), security: 'none', user: null, password: null, from: 'guantong@qz.example.cn' }),
    sms: smsProvider({ url: new URL(`${gateway}/sms`), secret: GATEWAY_SECRET }, Date.now),
    robots: new Map([['office', robotProvider({ name: 'office', kind: 'dingtalk', url: new URL(`${gateway}/dingtalk`), secret: GATEWAY_SECRET, deduplicates: false }, Date.now)]]),
  },
});
process.stdout.write('sending\n');

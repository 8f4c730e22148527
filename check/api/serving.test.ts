import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readConfiguration, SETTINGS, settingsText } from '../../cli/configuration.ts';
import { joinRunning } from '../../store/postgres/join.ts';
import { isAlive, readPostmasterFile } from '../../store/postgres/left-server.ts';
import { DatabaseRefusal } from '../../store/postgres/refusal.ts';
import { guantong, serveGuantong, type Serving } from '../guantong.ts';
import { madeCertificate, type MadeCertificate } from '../made-certificate.ts';

const home = mkdtempSync(join(tmpdir(), 'guantong-serving-'));
const running: Serving[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) if (one.process.exitCode === null && one.process.signalCode === null) await one.end('SIGTERM');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function start(...given: Parameters<typeof serveGuantong>): Serving {
  const one = serveGuantong(...given);
  running.push(one);
  return one;
}

let counter = 0;
function pairFiles(made: MadeCertificate): { key: string; cert: string } {
  const [key, cert] = [join(home, `key-${counter += 1}.pem`), join(home, `cert-${counter}.pem`)];
  writeFileSync(key, made.key);
  writeFileSync(cert, made.cert);
  return { key, cert };
}

const problemsOf = (flags: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}): string => {
  try {
    readConfiguration(flags, environment);
    return '';
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
};

describe('the configuration', () => {
  test('all that is wrong is said at once, in both languages, with what to do; nothing is started', async () => {
    const data = join(home, 'never');
    const ran = await guantong(['serve', '--data', data, '--port', '70000', '--public-address', 'http://x', '--behind-proxy', 'proxy'], { GUANTONG_SESSION_IDLE: '0', DATABASE_URL: 'mysql://secret@x', GUANTONG_DATA_KEY: 'short' });
    expect(ran.status).toBe(2);
    for (const name of ['--port', '--public-address', '--behind-proxy', 'GUANTONG_SESSION_IDLE', 'DATABASE_URL', 'GUANTONG_DATA_KEY']) expect(ran.err).toContain(name);
    expect(ran.err).toMatch(/0–65535[\s\S]*Give a whole number/);
    expect(ran.err).not.toMatch(/secret@x|short\b/);
    expect(ran.out).toBe('');
  });

  test('--help lists every setting with its flag, its variable and its meaning', async () => {
    const ran = await guantong(['serve', '--help']);
    expect(ran.status).toBe(0);
    expect(ran.out.trim()).toBe(settingsText());
    for (const { flag, variable, meaning } of Object.values(SETTINGS)) for (const word of [flag ?? '', variable ?? '', meaning.zh, meaning.en]) expect(ran.out).toContain(word);
  });

  test('a flag goes before its variable, and an empty variable is none', () => {
    expect(readConfiguration({ port: '4000' }, { GUANTONG_PORT: '5000' }).port).toBe(4000);
    expect(readConfiguration({}, { GUANTONG_PORT: '5000' }).port).toBe(5000);
    expect(readConfiguration({}, { GUANTONG_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: null, host: '127.0.0.1' });
  });

  test('plain HTTP stays on this machine: any other address takes a certificate or a proxy, and a public address', () => {
    const { key, cert } = pairFiles(madeCertificate());
    const [tls, open] = [{ 'tls-key': key, 'tls-cert': cert }, 'https://guantong.example'];
    for (const host of ['127.0.0.1', '127.0.0.9', 'localhost', '::1']) expect(problemsOf({ host })).toBe('');
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '128.0.0.1', 'guantong.example']) expect(problemsOf({ host })).toMatch(/明文[\s\S]*in clear/);
    expect(problemsOf({ host: '0.0.0.0', ...tls })).toMatch(/--public-address/);
    expect(problemsOf({ host: '0.0.0.0', ...tls, 'public-address': open })).toBe('');
    expect(problemsOf({ host: '10.0.0.5', 'behind-proxy': '10.0.0.4', 'public-address': open })).toBe('');
    expect(problemsOf({ 'behind-proxy': '10.0.0.4' })).toMatch(/--public-address/);
    expect(problemsOf({ 'public-address': open })).toMatch(/--tls-key/);
    expect(problemsOf({ 'tls-key': key })).toMatch(/同时/);
    expect(problemsOf({ 'tls-key': key, 'tls-cert': pairFiles(madeCertificate()).cert })).toMatch(/不能使用/);
    expect(problemsOf({ 'tls-key': join(home, 'absent.pem'), 'tls-cert': cert })).toMatch(/absent\.pem/);
  });
});

interface Reply { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }

/** One request, over TLS when the address says so; certificates are not looked up. */
function ask(address: string, path: string, options: { readonly host?: string; readonly method?: string; readonly body?: string } = {}): Promise<Reply> {
  const url = new URL(path, address);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = send(url, { method: options.method ?? 'GET', headers: { ...(options.host !== undefined && { host: options.host }), ...(options.body !== undefined && { 'content-type': 'application/json' }) }, rejectUnauthorized: false, agent: false }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
    });
    asked.on('error', reject).end(options.body);
  });
}

async function certificateOf(address: string): Promise<string> {
  const socket = connectTls({ port: Number(new URL(address).port), host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return String(subject.CN);
}

describe('TLS', () => {
  test('is spoken with the files given; a renewed certificate is taken on SIGHUP, and one that is none is not', async () => {
    const { key, cert } = pairFiles(madeCertificate('first'));
    const program = start(join(home, 'tls'), ['--empty', '--tls-key', key, '--tls-cert', cert, '--host', '0.0.0.0', '--public-address', 'https://guantong.example', '--log', join(home, 'tls.log')]);
    await program.line(/https:\/\/guantong\.example/);
    const address = JSON.parse(readFileSync(join(home, 'tls', 'running.json'), 'utf8')) as { address: string };
    const here = address.address.replace('0.0.0.0', '127.0.0.1');
    expect(await certificateOf(here)).toBe('first');
    const good = await ask(here, '/api/session', { host: 'guantong.example' });
    expect([good.status, good.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    expect((await ask(here, '/api/session')).status).toBe(421);
    await expect(ask(here.replace('https', 'http'), '/healthz')).rejects.toThrow(/hang up|ECONNRESET|Parse Error/);

    const next = madeCertificate('second');
    writeFileSync(`${key}.new`, next.key);
    writeFileSync(`${cert}.new`, next.cert);
    renameSync(`${key}.new`, key);
    renameSync(`${cert}.new`, cert);
    program.process.kill('SIGHUP');
    while (await certificateOf(here) !== 'second') await sleep(50);
    writeFileSync(cert, 'no certificate');
    program.process.kill('SIGHUP');
    await program.line(/the old one stays/);
    expect(await certificateOf(here)).toBe('second');
    expect(readFileSync(join(home, 'tls.log'), 'utf8')).toMatch(/certificate_renewed[\s\S]*certificate_kept/);
    expect(await program.end('SIGTERM')).toBe(0);
  }, 120_000);
});

/** A request whose last byte is held back until it is let go. */
async function slowRequest(address: string): Promise<{ readonly socket: Socket; readonly finish: () => Promise<string> }> {
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  let reply = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => { reply += chunk; }).on('error', () => undefined);
  const body = '{"account":"nobody","password":"nothing-of-that-kind"}';
  socket.write(`POST /api/session HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, -1)}`);
  return {
    socket,
    finish: async () => {
      socket.write('}');
      await once(socket, 'close');
      return reply;
    },
  };
}

describe('one program for a data directory, and its end', () => {
  const data = join(home, 'one');

  test('a second one is refused within two seconds, and commands work beside the first', async () => {
    const program = start(data, ['--empty']);
    const address = await program.ready();
    const second = await guantong(['serve', '--data', data, '--port', '0']);
    expect([second.status, second.err]).toEqual([1, expect.stringContaining(address)]);
    // What starting Node takes is the machine's matter, and that of whatever else runs on it at this moment.
    const starting = await guantong(['serve', '--help']);
    expect(second.ms, `milliseconds until the refusal, where ${Math.round(starting.ms)} pass before anything can be said`).toBeLessThan(2000 + 2 * starting.ms);
    const restore = await guantong(['restore', join(home, 'nothing'), '--data', data], { GUANTONG_BACKUP_PASSPHRASE: 'long enough for this' });
    expect(restore.status).toBe(2);
    const key = join(home, 'backup.key');
    writeFileSync(key, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    const folder = join(home, 'schools');
    mkdirSync(folder);
    writeFileSync(join(folder, 'parks.csv'), 'park_id,name,division_code,main\nP9,某园区,330802,no\n');
    for (const args of [['import', folder], ['export', join(home, 'out')], ['backup', join(home, 'beside.backup'), '--key', key]]) {
      const ran = await guantong([...args, '--data', data]);
      expect([args[0], ran.status, ran.err]).toEqual([args[0], 0, expect.any(String)]);
    }
    const refused = await guantong(['restore', join(home, 'beside.backup'), '--key', key, '--data', data]);
    expect([refused.status, refused.err]).toEqual([3, expect.stringContaining(address)]);
    expect(await program.end('SIGTERM')).toBe(0);
  }, 240_000);

  test('on SIGTERM what is under way is answered, what is new is refused, the database is closed, and it ends with 0', async () => {
    const program = start(data, ['--empty']);
    const address = await program.ready();
    const database = readPostmasterFile(join(data, 'postgres', 'cluster'))?.pid ?? 0;
    const slow = await slowRequest(address);
    await sleep(300);
    const ended = program.end('SIGTERM');
    await sleep(500);
    await expect(ask(address, '/healthz')).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    const answered = slow.finish();
    expect(await answered).toMatch(/^HTTP\/1\.1 401 /);
    expect(await ended).toBe(0);
    expect(isAlive(database)).toBe(false);
  }, 120_000);

  test('a connection that never ends its request, and a statement that never ends, hold it for no more than a few seconds', async () => {
    const program = start(data, ['--empty']);
    const address = await program.ready();
    await slowRequest(address);
    const owner = await joinRunning(data, 'guantong', new DatabaseRefusal('data_in_use', { zh: '', en: '' }));
    const holder = new pg.Client(owner);
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin; lock table accounts in access exclusive mode');
    const stuck = ask(address, '/api/session', { method: 'POST', body: '{"account":"nobody","password":"nothing-of-that-kind"}' }).catch((error: unknown) => String(error));
    await sleep(500);
    const began = performance.now();
    expect(await program.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
    await stuck;
    await holder.end().catch(() => undefined);
  }, 120_000);
});

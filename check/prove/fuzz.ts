import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { ROLE_NAMES, type Role } from '../../core/access/roles.ts';
import { sheetNames, sheets } from '../../core/exchange/sheets.ts';
import { startAlone } from './alone.ts';
import { faultsOf, type RawAnswer } from './fuzz-judge.ts';
import { operationsOf, requestOf, type Description, type Operation, type RawRequest } from './fuzz-requests.ts';
import { HOSTILE_TEXTS, POLITE, type Vocabulary } from './fuzz-values.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';
import { serveSample, type SampleServer } from './sample-server.ts';

/** What fuzzing came to. */
export interface Fuzzed {
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Operations that were never answered with success. */
  readonly unreached: readonly string[];
  readonly operations: number;
  /** Each fault once, with a request that shows it. */
  readonly faults: ReadonlyMap<string, string>;
}

type Asker = Role | 'anonymous' | 'token';
const ASKERS: readonly Asker[] = [...ROLE_NAMES, 'anonymous', 'token'];
/** Those whose reach lets most routes do something come more often. */
const MIGHTY: readonly Asker[] = ['office', 'school_registrar', 'system_admin', 'security_admin', 'campus_manager'];
const AT_ONCE = 8;
const PATIENCE_MS = 60_000;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Sends so many requests to a server of its own data; every one follows from the seed. */
export async function fuzz(served: SampleServer, { seed, count }: { readonly seed: number; readonly count: number }): Promise<Fuzzed> {
  const random = randomFrom(seed);
  const description = await readJson(served, '/api/openapi.json', '') as Description;
  const operations = operationsOf(description);
  const doors = new Map<Asker, string>(await Promise.all(ASKERS.map(async (asker) => [asker, await doorOf(served, asker)] as const)));
  const words = await vocabularyOf(served, description, doors.get('office') ?? '');
  const workbook = Buffer.from(await (await fetch(`${served.origin}/api/template.xlsx`, { headers: { cookie: doors.get('office') ?? '' } })).arrayBuffer());
  const [statuses, faults, succeeded] = [new Map<number, number>(), new Map<string, string>(), new Set<string>()];
  const refused = new Set<string>();
  const one = async (): Promise<void> => {
    const { asker, operation } = chosen(operations, refused, random);
    const raw = requestOf(operation, { random, words, workbook, rarely: random.pick([5, 30, 30, POLITE, POLITE]), cookie: asker === 'token' ? '' : doors.get(asker) ?? '' });
    const asked = asker === 'token' ? { ...raw, headers: { authorization: doors.get('token') ?? '', ...raw.headers } } : raw;
    const answer = await insisted(served.origin, asked);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status < 300) succeeded.add(`${operation.method} ${operation.path}`);
    if (answer.status < 300) learn(words, answer);
    if (answer.status === 403) refused.add(`${asker} ${operation.method} ${operation.path}`);
    if (answer.status === 401) doors.set(asker, await doorOf(served, asker));
    for (const fault of faultsOf(asked, answer)) {
      const key = `${operation.method} ${operation.path}: ${fault}`;
      if (!faults.has(key)) faults.set(key, shown(asker, asked, answer));
    }
    if (random.oneIn(100)) await malformed(served.origin, random);
  };
  let sent = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (sent++ < count) await one(); }));
  const alive = await fetch(`${served.origin}/api/health`);
  if (!alive.ok) faults.set(`the server after all: ${alive.status}`, '');
  for (const { event, error, at } of served.log) if (event === 'fault') faults.set(`log: ${String(error)} ${String(at)}`, JSON.stringify(served.log.find((entry) => entry.event === 'fault')));
  return { requests: count, operations: operations.length, statuses: Object.fromEntries([...statuses].sort(([a], [b]) => a - b)), unreached: operations.map(({ method, path }) => `${method} ${path}`).filter((name) => !succeeded.has(name)), faults };
}

/** Who asks what: mostly somebody who was not refused it before. The one act that would end the trial is left to those who may not. */
function chosen(operations: readonly Operation[], refused: ReadonlySet<string>, random: Random): { readonly asker: Asker; readonly operation: Operation } {
  for (;;) {
    const asker = random.oneIn(3) ? random.pick(MIGHTY) : random.pick(ASKERS);
    const operation = random.pick(operations);
    const ends = operation.path === '/api/sample' && operation.method === 'DELETE' && ['office', 'token', 'system_admin'].includes(asker);
    if (!ends && (!refused.has(`${asker} ${operation.method} ${operation.path}`) || random.oneIn(8))) return { asker, operation };
  }
}

/** A new session, a new token, or nothing where the trial itself has closed the account. */
async function doorOf(served: SampleServer, asker: Asker): Promise<string> {
  if (asker === 'anonymous') return '';
  const cookie = await served.cookieOf(asker === 'token' ? 'office' : asker).catch(() => '');
  if (asker !== 'token') return cookie;
  const made = await fetch(`${served.origin}/api/tokens`, {
    method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ label: 'fuzz', scopes: ['conditions.read', 'conditions.write', 'imports.write', 'verdicts.read'], days: 1 }),
  });
  return `Bearer ${((await made.json()) as { secret?: string }).secret ?? ''}`;
}

async function readJson(served: SampleServer, path: string, cookie: string): Promise<unknown> {
  return (await fetch(`${served.origin}${path}`, { headers: { cookie } })).json();
}

/** Ids and values that the region knows, by the names that fields give them. */
async function vocabularyOf(served: SampleServer, { components }: Description, cookie: string): Promise<Vocabulary> {
  const records: { sheet: string; record_id: string; values: Record<string, unknown> }[] = [];
  for (const sheet of sheetNames) {
    const page = await readJson(served, `/api/registers/${sheet}?per_page=3`, cookie) as { readonly records?: readonly { readonly record_id: string; readonly values: Record<string, unknown> }[] };
    records.push(...(page.records ?? []).map(({ record_id, values }) => ({ sheet, record_id, values })));
  }
  const campus = await readJson(served, '/api/campuses/C1', cookie) as { readonly verdicts: readonly { readonly standard: string }[] };
  const { schools, targets } = await readJson(served, '/api/overview', cookie) as { readonly schools: readonly { readonly verdicts: readonly { readonly standard: string }[] }[]; readonly targets: readonly { readonly standard: string }[] };
  const { snapshots } = await readJson(served, '/api/snapshots', cookie) as { readonly snapshots: readonly { readonly snapshot_id: string }[] };
  const extras = await Promise.all(Array.from({ length: 8 }, (_, at) => addStaff(served, `extra${at}`)));
  const columns = [...new Set(Object.values(sheets).flatMap(({ columns: own }) => Object.keys(own)))];
  return {
    schemas: components.schemas, records,
    known: {
      campus_id: ['C1', 'C2', 'C3'], campus: ['C1', 'C2'], school_id: ['S1', 'S2'], org_id: ['S1', 'S1', 'H1', null], organisation: ['S1', '示例'], standard: [...campus.verdicts, ...schools.flatMap(({ verdicts }) => verdicts)].map(({ standard }) => standard), target: targets.map(({ standard }) => standard),
      campuses: [[]], classes: [[]], role: ['school_head', 'school_finance'], relation: ['父'], value: ['330802200801011234', '13800138000'],
      student_id: records.flatMap(({ values }) => (typeof values['student_id'] === 'string' ? [values['student_id']] : [])), purpose: ['核对学籍信息', '示例', 'sign_in', 'link'], code: ['000000'], until: ['2026-12-31'], on: ['2025-10-31', '2024-10-31'], known_on: ['2026-11-24'],
      sheet: sheetNames, column: ['id_number', 'phone', 'id_number', 'phone', 'name'], sort: columns, where: ['campus_id=C1', 'name=', '=', 'x=1', 'student_id=T1'], values: records.map(({ values }) => values), record_id: records.map((one) => one.record_id),
      person_id: extras, appointment_id: [], import_id: ['1', '2', '3'], snapshot_id: snapshots.map((one) => one.snapshot_id),
      grant_id: [], token_id: [], identity_id: [], guardianship_id: [], upload_id: [], pack: ['quzhou-2024'], account: ['office', 'extra1', 'extra2'], accounts: [['extra0'], ['nobody', 'extra0'], ['extra3', 'extra4']], scope: ['org:S1', '*', 'class:K1'], expires_on: ['2026-12-31', '2025-12-31'], to: ['2027-01-01'], from: ['2025-01-01'], password: [served.sample.password], new_password: ['river-stone-lantern-cloud'],
      page: [1, 2, 1e15], per_page: [1, 50, 1000], scopes: [['conditions.read'], ['accounts.approve']], filter: ['校', "'%_"], replace: [['rooms'], ['campuses', 'rooms']],
    },
  };
}

/** People that the trial may close, appoint and reset: those of the roles are needed to the end. */
async function addStaff(served: SampleServer, account: string): Promise<string> {
  const made = await fetch(`${served.origin}/api/people`, {
    method: 'POST', headers: { cookie: await served.cookieOf('system_admin'), 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'staff', name: account, account }),
  });
  return ((await made.json()) as { person: { person_id: string } }).person.person_id;
}

/** An id that an answer gave is used by later requests. */
function learn({ known }: Vocabulary, { text }: RawAnswer): void {
  const found = /"(upload_id|grant_id|identity_id|token_id|guardianship_id|appointment_id|import_id|code)":"([^"]{1,64})"/.exec(text);
  const list = found === null ? undefined : known[found[1] ?? ''] as unknown[] | undefined;
  if (list !== undefined && found !== null && list.length < 500) list.push(found[2]);
}

/** A connection kept open may close just as a request is on its way: that one is sent again, on a connection of its own. */
async function insisted(origin: string, asked: RawRequest): Promise<RawAnswer> {
  for (let times = 0; ; times += 1) {
    const answer = await answerOf(origin, asked, times === 0);
    if (answer.status !== 0 || times === 3) return answer;
  }
}

function answerOf(origin: string, { method, target, headers, body }: RawRequest, kept: boolean): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = send({ hostname, port, method, path: target, headers: { ...headers, ...(body !== null && headers['transfer-encoding'] === undefined && { 'content-length': body.length }) }, agent: kept && agent, timeout: PATIENCE_MS }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, type: reply.headers['content-type'] ?? '', headers: reply.headers, text: Buffer.concat(chunks).toString() }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE_MS} ms to ${method} ${target}`)));
    // A server may answer and hang up while a body too large is still on its way.
    asked.on('error', (error: Error & { code?: string }) => (error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve({ status: 0, type: '', headers: {}, text: '' }) : reject(error)));
    asked.end(body ?? undefined);
  });
}

/** Something that is no HTTP, or not quite: whatever is answered is no 5xx. */
function malformed(origin: string, random: Random): Promise<void> {
  const { port } = new URL(origin);
  const text = random.pick(['\u0000\u0001', 'GET / HTTP/9.9\r\n\r\n', 'GET  /api/region HTTP/1.1\r\n\r\n', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999\r\n\r\n{', 'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 'GET http://[::1 HTTP/1.1\r\nhost: localhost\r\n\r\n', 'GET //[ HTTP/1.1\r\nhost: localhost\r\n\r\n', `GET /${random.pick(HOSTILE_TEXTS)} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`, 'CONNECT a:1 HTTP/1.1\r\nhost: localhost\r\n\r\n', 'GET /api/region HTTP/1.1\r\nhost: local host\r\n\r\n']);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(200, () => socket.destroy());
    socket.on('data', (chunk) => { answer += chunk.toString('latin1'); });
    socket.on('error', () => undefined);
    socket.on('close', () => (/^HTTP\/1\.1 5/.test(answer) ? reject(new Error(`${JSON.stringify(text.slice(0, 200))} was answered ${answer.slice(0, 300)}`)) : resolve()));
  });
}

function shown(asker: Asker, { method, target, headers, body }: RawRequest, { status, text }: RawAnswer): string {
  const { cookie: _, authorization: __, ...rest } = headers;
  return `${asker}: ${method} ${target.slice(0, 300)} ${JSON.stringify(rest).slice(0, 300)} ${body?.toString('latin1').slice(0, 400) ?? ''} → ${status} ${text.slice(0, 600)}`;
}

const COUNT = 20_000;
const EACH = 2500;

/** Rounds on new data each, so that what one round has closed or ended is there again in the next. */
export const requests: Proof = {
  name: 'requests',
  run: async ({ seed, count, say }) => {
    const many = count ?? COUNT;
    const alone = await startAlone();
    let [faulty, operations]: [number, number] = [0, 0];
    const statuses: Record<string, number> = {};
    let unreached: readonly string[] | undefined;
    try {
      for (let round = 0; round * EACH < many; round += 1) {
        const served = await serveSample(await alone.newDatabase());
        const fuzzed = await fuzz(served, { seed: seed + round, count: Math.min(EACH, many - round * EACH) });
        await served.stop();
        faulty += fuzzed.faults.size;
        ({ operations } = fuzzed);
        unreached = (unreached ?? fuzzed.unreached).filter((name) => fuzzed.unreached.includes(name));
        for (const [status, times] of Object.entries(fuzzed.statuses)) statuses[status] = (statuses[status] ?? 0) + times;
        for (const [fault, request] of fuzzed.faults) say(`seed ${seed + round}, ${fault}: ${request.replaceAll(/\p{Cc}/gu, ' ')}`);
      }
    } finally {
      await alone.stop();
    }
    say(`never answered with success: ${(unreached ?? []).join(', ')}`);
    return { holds: faulty === 0, figures: `${many} requests (seed ${seed}): ${JSON.stringify(statuses)}; ${operations - (unreached?.length ?? 0)} of ${operations} operations with success; ${faulty} faults` };
  },
};

import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { routes } from '../../api/routes.ts';
import { sheetNames } from '../../core/exchange/sheets.ts';
import { joinRunning } from '../../store/postgres/join.ts';
import { DatabaseRefusal } from '../../store/postgres/refusal.ts';
import { unpacked } from '../access/unpack.ts';
import { guantong, serveGuantong } from '../guantong.ts';
import type { Proof } from './proof.ts';
import { randomFrom } from './random.ts';
import { filesOf, seededPeople, type SeededPerson } from './seeded-people.ts';

export interface Sought {
  readonly seed: number;
  readonly people: number;
  /** Places that were looked through, and how many characters they held. */
  readonly places: number;
  readonly characters: number;
  /** Where a value stood as it is: the place, never the value. */
  readonly found: readonly string[];
  /** What did not go as it should. */
  readonly wrong: readonly string[];
  readonly revealed: number;
}

const GET_AS = ['school-registrar', 'office', 'auditor', 'counsellor', 'college-roll'];

/**
 * Seeded citizen ids and phones go through everything that a running program does with them: uploaded, previewed, stored,
 * corrected, looked for, revealed, exported, frozen, sealed anew with another key. Then every table, every answer to a
 * GET, every file and the log are searched for them.
 */
export async function seekLeaks(many: number, seed: number): Promise<Sought> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-leaks-'));
  const people = seededPeople(randomFrom(seed), many);
  const search = searching(people);
  const wrong: string[] = [];
  const require = (holds: boolean, what: string): void => { if (!holds) wrong.push(what); };
  let program = serveGuantong(dataDir);
  try {
    const address = await program.ready();
    const registrar = await signedIn(address, dataDir, 'school-registrar');
    const office = await signedIn(address, dataDir, 'office');
    await bring(registrar, people, search, require);
    require((await office.post('/api/snapshots', { on: '2025-10-31', label: 'seeded' })).status === 201, 'snapshot');
    let revealed = await revealAll(registrar, people, require);
    await lookAround(address, dataDir, people, search);
    const folder = join(dataDir, 'exported');
    require((await guantong(['export', folder, '--data', dataDir])).status === 0, 'export');
    for (const file of readdirSync(folder)) search.in(`export ${file}`, readFileSync(join(folder, file), 'utf8'));
    const again = await guantong(['import', folder, '--data', dataDir, '--as-of', '2025-10-31', '--json']);
    require(again.status === 0 && (JSON.parse(again.out) as { corrected: number }).corrected === 0, 'an export brought back changes nothing');
    search.in('what a command says', again.out + again.err);
    const rotated = await guantong(['keys', 'rotate', '--cipher', 'sm4-cbc-hmac-sm3', '--data', dataDir, '--json']);
    require(rotated.status === 0 && (JSON.parse(rotated.out) as { values: number }).values >= many * 2, 'rotation beside the server');
    revealed += await revealAll(registrar, people, require);
    await searchTables(dataDir, search);
    await program.end('SIGTERM');
    for (const file of [join(dataDir, 'server.log'), ...readdirSync(join(dataDir, 'checkpoints')).map((one) => join(dataDir, 'checkpoints', one))]) {
      search.in(file.slice(dataDir.length), readFileSync(file, 'utf8'));
    }
    program = await withoutItsKeys(dataDir, require);
    return { seed, people: many, ...search.sums(), wrong, revealed };
  } finally {
    await program.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Starts with other keys, and with none, are refused; with its own it starts as before. */
async function withoutItsKeys(dataDir: string, require: (holds: boolean, what: string) => void) {
  const file = join(dataDir, 'keys', 'personal-data.json');
  const other = await guantong(['keys', 'list', '--data', dataDir], { GUANTONG_DATA_KEY: Buffer.alloc(32, 7).toString('base64') });
  require(other.status !== 0 && /密钥/.test(other.err) && /GUANTONG_DATA_KEY/.test(other.err), 'a start with another key is refused with words');
  renameSync(file, `${file}.away`);
  const none = await guantong(['keys', 'list', '--data', dataDir]);
  require(none.status !== 0 && none.err.includes(file), 'a start without the keys is refused with their place');
  renameSync(`${file}.away`, file);
  const program = serveGuantong(dataDir);
  require((await program.ready()) !== '', 'with its own keys it starts again');
  return program;
}

interface Search {
  readonly in: (place: string, text: string) => void;
  readonly sums: () => Pick<Sought, 'places' | 'characters' | 'found'>;
}

/** Every value as it is, and as the hexadecimal of its bytes. */
export function searching(people: readonly SeededPerson[]): Search {
  const values = people.flatMap(({ citizen_id, phone }) => [citizen_id, phone]);
  const wanted = new RegExp([...values, ...values.map((value) => Buffer.from(value).toString('hex'))].join('|'));
  let [places, characters] = [0, 0];
  const found: string[] = [];
  return {
    in: (place, text) => {
      places += 1;
      characters += text.length;
      if (wanted.test(text)) found.push(place);
    },
    sums: () => ({ places, characters, found }),
  };
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

interface SignedIn {
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, body: unknown, key?: string) => Promise<Answered>;
}

async function signedIn(address: string, dataDir: string, wanted: string): Promise<SignedIn> {
  const [first, firstPassword, ...lines] = readFileSync(join(dataDir, 'sample-account.txt'), 'utf8').split('\n');
  const [account, password] = wanted === first ? [first, firstPassword] : (lines.find((line) => line.startsWith(`${wanted} `)) ?? '').split(' ');
  let cookie = '';
  const send = async (method: string, path: string, body?: unknown, key?: string): Promise<Answered> => {
    const reply = await fetch(`${address}${path}`, {
      method, headers: {
        ...(cookie !== '' && { cookie }), ...(key !== undefined && { 'idempotency-key': key }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0] ?? '').filter((one) => !one.endsWith('='))[0] ?? cookie;
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const zipped = /zip|spreadsheet/.test(reply.headers.get('content-type') ?? '');
    return { status: reply.status, text: zipped ? await unpacked(bytes) : Buffer.from(bytes).toString('utf8') };
  };
  const opened = await send('POST', '/api/session', { account, password });
  if (opened.status !== 200) throw new Error(`${wanted} cannot sign in: ${opened.status} ${opened.text}`);
  return { get: (path) => send('GET', path), post: (path, body, key) => send('POST', path, body, key) };
}

/** Uploads, stores, adds and corrects; what is answered meanwhile is searched too. */
async function bring(registrar: SignedIn, people: readonly SeededPerson[], search: Search, require: (holds: boolean, what: string) => void): Promise<void> {
  const form = new FormData();
  for (const { name, text } of filesOf(people)) form.append('files', new File([text], name));
  const preview = await registrar.post('/api/imports/preview', form);
  const { upload_id } = JSON.parse(preview.text) as { upload_id: string };
  const stored = await registrar.post('/api/imports', { upload_id, on: '2025-10-31' }, 'seeded');
  require(preview.status === 200 && stored.status === 201, `import: ${preview.status} ${stored.status} ${stored.text.slice(0, 300)}`);
  search.in('preview', preview.text);
  search.in('import', stored.text);
  const [one] = people;
  const page = await registrar.post('/api/personal-data/find', { sheet: 'guardians', column: 'phone', value: one?.phone });
  const [record] = (JSON.parse(page.text) as { records: { record_id: string; values: Record<string, unknown> }[] }).records;
  const corrected = await registrar.post(`/api/registers/guardians/${record?.record_id}/correct`, { values: { ...record?.values, relation: '继父' }, reason: '更正关系' }, 'seeded-correction');
  require(corrected.status === 200, `correction with the mask: ${corrected.status} ${corrected.text.slice(0, 300)}`);
  search.in('find', page.text);
  search.in('correction', corrected.text);
  const refused = await registrar.post('/api/registers/students', { values: { student_id: 'Q99999', id_number: `${one?.citizen_id.slice(0, 17)}?` } });
  require(refused.status === 422, `an incomplete student is refused: ${refused.status}`);
  search.in('refusal', refused.text);
  const inAddress = await registrar.get(`/api/registers/students?filter=${one?.citizen_id}&where=${encodeURIComponent(`id_number=${one?.citizen_id}`)}`);
  require((JSON.parse(inAddress.text) as { total: number }).total === 0, 'nothing is found by a value in an address');
}

/** Everybody is found by value and revealed, one at a time. */
async function revealAll(registrar: SignedIn, people: readonly SeededPerson[], require: (holds: boolean, what: string) => void): Promise<number> {
  let right = 0;
  for (const { citizen_id, phone } of people) {
    for (const [sheet, column, value] of [['students', 'id_number', citizen_id], ['guardians', 'phone', phone]] as const) {
      const found = await registrar.post('/api/personal-data/find', { sheet, column, value });
      const { records } = JSON.parse(found.text) as { records: { record_id: string }[] };
      const shown = await registrar.post('/api/personal-data/reveal', { sheet, column, record_id: records[0]?.record_id, purpose: '核对学籍信息' });
      if ((JSON.parse(shown.text) as { value?: string }).value === value) right += 1;
    }
  }
  require(right === people.length * 2, `revealed ${right} of ${people.length * 2}`);
  return right;
}

/** Asks every documented GET, as several roles; one's own data are one's own and shown in full. */
async function lookAround(address: string, dataDir: string, people: readonly SeededPerson[], search: Search): Promise<void> {
  const paths = Object.values(routes).filter(({ method, path }) => method === 'get' && path !== '/api/my-data').map(({ path }) => path as string);
  for (const role of GET_AS) {
    const who = await signedIn(address, dataDir, role);
    const records = JSON.parse((await who.get('/api/registers/students?per_page=1000&filter=Q0')).text) as { records?: { record_id: string }[] };
    const ids = (records.records ?? []).slice(0, Math.min(people.length, 20)).map(({ record_id }) => record_id);
    for (const path of paths) {
      for (const filled of filledPaths(path, ids)) {
        const { status, text } = await who.get(filled);
        search.in(`${role} ${filled} ${status}`, text);
      }
    }
  }
}

function filledPaths(path: string, records: readonly string[]): string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    sheet: path.includes('{record_id}') ? ['students', 'guardians'] : sheetNames, record_id: records, campus_id: ['C1'], school_id: ['S1'], snapshot_id: ['1', '2', '3', '4', '5'],
  };
  return [...path.matchAll(/\{(\w+)\}/g)].reduce<string[]>((paths, [whole, name = '']) =>
    paths.flatMap((one) => (known[name] ?? ['1']).map((value) => one.replace(whole, value))), [path])
    .map((one) => (/^\/api\/registers\/[a-z_]+$/.test(one) ? `${one}?per_page=1000` : one));
}

/** Every row of every table, as its owner sees it. */
async function searchTables(dataDir: string, search: Search): Promise<void> {
  const owner = new pg.Client(await joinRunning(dataDir, 'guantong', new DatabaseRefusal('will_not_start', { zh: '', en: '' })));
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  for (const { name } of tables) {
    const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${owner.escapeIdentifier(name)} t`);
    search.in(`table ${name}`, rows.map(({ text }) => text).join('\n'));
  }
  await owner.end();
}

const PEOPLE = 200;

export const leaks: Proof = {
  name: 'leaks',
  run: async ({ seed, count }) => {
    const { people, places, characters, found, wrong, revealed } = await seekLeaks(count ?? PEOPLE, seed);
    return {
      holds: found.length === 0 && wrong.length === 0,
      figures: `${people} citizen ids and phones (seed ${seed}): ${revealed} revealed rightly, ${found.length} occurrences in ${places} places of ${Math.round(characters / 1e6)} million characters${found.length > 0 ? ` (${found.slice(0, 5).join('; ')})` : ''}${wrong.length > 0 ? `; wrong: ${wrong.join('; ')}` : ''}`,
    };
  },
};

import type { Random } from './random.ts';
import { hostileText, hostileValue, POLITE, valueOf, type Schema, type Vocabulary } from './fuzz-values.ts';

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** The documented operation that it is one of; null where method, path or headers are spoiled and another refusal may come first. */
  readonly of: { readonly path: string; readonly method: string } | null;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** An operation of the description. */
export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
    const [content] = Object.entries(requestBody?.content ?? {});
    return { path, method: method.toUpperCase(), parameters, body: content === undefined ? null : { type: content[0], schema: content[1].schema } };
  }));
}

export interface Making {
  readonly random: Random;
  readonly words: Vocabulary;
  /** One value in so many is hostile. */
  readonly rarely: number;
  readonly cookie: string;
  /** A workbook that can be read, for uploads. */
  readonly workbook: Buffer;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=', '', 'APPLICATION/JSON', 'application/json, text/html', 'a'.repeat(500)];

/** One request of an operation: mostly nearly right, so that it comes far, and wrong in one way or several. */
export function requestOf(operation: Operation, making: Making): RawRequest {
  const { random } = making;
  // An operation on a record goes to one that is there, with values that it has, unless harm is meant.
  const record = making.rarely >= POLITE && making.words.records.length > 0 ? random.pick(making.words.records) : null;
  if (record !== null) return wired(operation, { ...making, words: { ...making.words, known: { ...making.words.known, sheet: [record.sheet], record_id: [record.record_id], values: [record.values] } } });
  return wired(operation, making);
}

function wired(operation: Operation, making: Making): RawRequest {
  const { random } = making;
  const path = pathOf(operation, making);
  const { type, body } = bodyOf(operation, making);
  const headers: Record<string, string> = { ...(making.cookie !== '' && { cookie: making.cookie }), ...(type !== null && { 'content-type': type }) };
  if (random.oneIn(4)) headers['idempotency-key'] = random.pick(['k1', 'k2', `k${random.whole(0, 1e6)}`, 'x'.repeat(200), 'x'.repeat(201), 'é', 'a b']);
  const tricks = making.rarely < POLITE && random.oneIn(8) ? trick(operation, path, headers, random) : null;
  const target = `${tricks?.path ?? path}${queryOf(operation, making)}`;
  const method = tricks?.method ?? operation.method;
  return { method, target, headers, body: method === 'TRACE' ? null : body, of: tricks === null ? operation : null };
}

function pathOf(operation: Operation, { random, words, rarely }: Making): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = operation.parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {};
    const value = rarely < POLITE && random.oneIn(6) ? hostileText(random) : valueOf(schema, name, { random, words, rarely });
    return encoded(typeof value === 'string' ? value : JSON.stringify(value) ?? '') || '%20';
  });
}

function queryOf({ parameters }: Operation, { random, words, rarely }: Making): string {
  const pairs = parameters.filter((one) => one.in === 'query' && (one.required === true ? !random.oneIn(20) : random.oneIn(3))).flatMap(({ name, schema }) => {
    const value = valueOf(schema, name, { random, words, rarely: Math.ceil(rarely / 3) });
    const pair = `${encodeURIComponent(name)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value) ?? '')}`;
    return random.oneIn(15) ? [pair, pair] : [pair];
  });
  if (rarely < POLITE && random.oneIn(12)) pairs.push(random.pick(['=', '&&', '%', '%zz=%00', '__proto__[x]=1', '__proto__=1', `${encoded(hostileText(random))}=1`, 'on[]=1', '#x']));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Lone halves of characters become what an encoder makes of them. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text.slice(0, 700)));
}

function bodyOf({ body }: Operation, making: Making): { readonly type: string | null; readonly body: Buffer | null } {
  const { random, words, rarely } = making;
  if (body === null) return random.oneIn(15) ? { type: random.pick(TYPES), body: Buffer.from('{"a":1}') } : { type: null, body: null };
  if (body.type === 'multipart/form-data') return multipart(body.schema, making);
  if (rarely >= POLITE) return { type: 'application/json', body: Buffer.from(JSON.stringify(valueOf(body.schema, '', { random, words, rarely })) ?? '') };
  const type = random.oneIn(12) ? random.pick(TYPES) : 'application/json';
  const value = random.oneIn(12) ? hostileValue(random) : valueOf(body.schema, '', { random, words, rarely });
  const text = JSON.stringify(value) ?? '';
  switch (random.whole(0, 25)) {
    case 0: return { type, body: null };
    case 1: return { type, body: Buffer.from(text.slice(0, random.whole(0, text.length))) };
    case 2: return { type, body: Buffer.from(text.replace('{', '{"__proto__":{"polluted":1},')) };
    case 3: return { type, body: Buffer.from(text.replace('{', '{"constructor":{"prototype":{"polluted":1}},')) };
    case 4: return { type, body: Buffer.from([0xff, 0xfe, ...Buffer.from(text)]) };
    case 5: return { type, body: Buffer.from(random.pick(['NaN', '{"a":NaN}', '[', '[[[['.repeat(5000), '"\\ud800"', '1e999', '{"a":1,"a":2}', '\u0000', '{}{}'])) };
    case 6: return { type, body: Buffer.from(`${text.slice(0, -1)},"pad":"${'x'.repeat(random.pick([1000, 1_100_000]))}"}`) };
    default: return { type, body: Buffer.from(text) };
  }
}

const FILE_NAMES = ['a.xlsx', 'students.csv', '../../x.xlsx', 'a.XLSX', 'a', '.csv', '学生.csv', 'campuses.csv', 'a\u0000.xlsx', `${'n'.repeat(400)}.csv`, "x'; drop.csv", '__proto__', 'region.csv'];

function multipart(schema: Schema, { random, workbook }: Making): { readonly type: string; readonly body: Buffer } {
  const boundary = random.oneIn(10) ? random.pick(['x', 'a b', '', 'b'.repeat(300)]) : 'frontier';
  const field = random.oneIn(15) ? hostileText(random) : Object.keys(schema.properties ?? {})[0] ?? 'files';
  const parts = Array.from({ length: random.oneIn(8) ? random.whole(0, 70) : 1 }, () => {
    const name = random.pick(FILE_NAMES);
    const disposition = random.oneIn(20) ? random.pick(['form-data', 'attachment', '', `form-data; name="${field}"`]) : `form-data; name="${field}"; filename="${name}"`;
    return Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: ${disposition}\r\n${random.oneIn(2) ? 'content-type: application/octet-stream\r\n' : ''}\r\n`), contentOf(name, random, workbook), Buffer.from('\r\n')]);
  });
  const whole = Buffer.concat([...parts, Buffer.from(random.oneIn(20) ? '' : `--${boundary}--\r\n`)]);
  const body = random.oneIn(15) ? whole.subarray(0, random.whole(0, whole.length)) : whole;
  const type = random.oneIn(20) ? random.pick(TYPES) : `multipart/form-data; boundary=${boundary}`;
  return { type, body };
}

function contentOf(name: string, random: Random, workbook: Buffer): Buffer {
  if (/xlsx$/i.test(name) && !random.oneIn(4)) {
    const copy = Buffer.from(workbook);
    if (random.oneIn(2)) for (let flips = random.whole(1, 20); flips > 0; flips -= 1) copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
    return random.oneIn(6) ? copy.subarray(0, random.whole(0, copy.length)) : copy;
  }
  if (random.oneIn(5)) return Buffer.from(Array.from({ length: random.pick([0, 1, 64, 3000]) }, () => random.whole(0, 255)));
  const lines = Array.from({ length: random.whole(0, 6) }, () => Array.from({ length: random.whole(1, 5) }, () => hostileText(random).slice(0, 500)).join(','));
  return Buffer.from(wellFormed(`${random.pick(['\ufeff', ''])}校区编号,名称,campus_id\n${lines.join('\n')}`));
}

const SEGMENTS = ['..', '.', '%2e%2e', '%2f', '%00', '%', '%zz', '%ff', '%c0%ae', ';x=1', '//', '%25', '\\', '*', '~', ':', '%0d%0aset-cookie:a=b'];

/** Another method, a bent path or headers that do not belong. */
function trick(operation: Operation, path: string, headers: Record<string, string>, random: Random): { readonly method: string; readonly path: string } {
  const kind = random.whole(0, 2);
  if (kind === 0) return { method: random.pick(METHODS), path };
  if (kind === 1) {
    const at = random.whole(1, path.length);
    const bent = random.pick([`${path}/`, `${path}/${random.pick(SEGMENTS)}`, `${path.slice(0, at)}${random.pick(SEGMENTS)}${path.slice(at)}`, `/${path}`, path.toUpperCase(), `/api/${encoded(hostileText(random))}`]);
    return { method: operation.method, path: bent };
  }
  const [name, value] = random.pick<readonly [string, string]>([
    ['host', 'evil.example'], ['host', ''], ['host', 'localhost:1@evil'], ['origin', 'null'], ['origin', 'https://evil.example'], ['sec-fetch-site', 'cross-site'], ['authorization', 'Bearer gt_1_x'], ['authorization', `Bearer ${'x'.repeat(5000)}`],
    ['cookie', 'guantong=1.__proto__'], ['cookie', `guantong=${'9'.repeat(3000)}`], ['cookie', 'guantong=%00; ;=; a'], ['cookie', `guantong=999999999.${'A'.repeat(43)}`], ['x-forwarded-for', '1.2.3.4, ::1, \u00ff'], ['forwarded', 'for=evil'],
    ['x-forwarded-proto', 'https'], ['accept', 'application/xml'], ['accept-language', '*;q=2'], ['range', 'bytes=0-1,5-'], ['if-none-match', '*'], ['expect', '200-ok'], ['x-http-method-override', 'DELETE'], ['x-long', 'y'.repeat(9000)],
    ['content-encoding', 'gzip'], ['transfer-encoding', 'chunked'], ['content-type', '\u00e9'],
  ]);
  headers[name] = value;
  return { method: operation.method, path };
}

import { isDeepStrictEqual } from 'node:util';
import { problemDocument } from '../../api/contract/problem-document.ts';
import { OUTCOMES } from '../../api/outcomes.ts';
import { routes } from '../../api/routes.ts';
import type { RawRequest } from './fuzz-requests.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

interface Parsing {
  readonly parse: (value: unknown) => unknown;
}
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Parsing }>> }>>;

const ROUTES = new Map(Object.values(routes).map(({ method, path, responses }) => [`${method.toUpperCase()} ${path}`, responses as Responses]));
/** Refusals of a request before it has reached a route: wrong_method, wrong_host. */
const BEFORE_ROUTES = new Set([405, 421]);
const OF_THE_INSIDE = /node_modules|\bat [\w.<>]+ \(|\.ts:\d+|SQLSTATE|syntax error at|relation "|violates|pg_|ECONN/;
const CHINESE = /[\u4e00-\u9fff]/;
const LATIN = /[a-z]/i;

/** What is wrong with an answer; nothing where it is as documented. */
export function faultsOf({ of, method }: RawRequest, answer: RawAnswer): string[] {
  const { status, type, text } = answer;
  if (status >= 500) return [`answered ${status}`];
  // An answer to HEAD has no body to look at; 100 to 199 never come as the answer.
  if (method === 'HEAD') return [];
  const faults: string[] = [];
  const responses = of === null ? undefined : ROUTES.get(`${of.method} ${of.path}`);
  if (of !== null && responses?.[String(status)] === undefined) faults.push(`status ${status} is not declared`);
  if (of === null && status >= 300 && !/problem\+json/.test(type) && type !== '') faults.push(`refused with ${type}`);
  if (/problem\+json/.test(type)) faults.push(...faultsOfProblem(answer, of !== null));
  else if (responses !== undefined) faults.push(...faultsOfBody(responses, answer));
  if (/json/.test(type) && OF_THE_INSIDE.test(text) && status >= 400) faults.push('shows something of the inside');
  return faults;
}

function faultsOfBody(responses: Responses, { status, type, text }: RawAnswer): string[] {
  const declared = Object.entries(responses[String(status)]?.content ?? {});
  const [found] = declared.filter(([name]) => type.startsWith(name));
  if (declared.length > 0 && found === undefined) return [`type ${type} is not declared`];
  if (found === undefined || !found[0].endsWith('json')) return [];
  try {
    const body: unknown = JSON.parse(text);
    return isDeepStrictEqual(found[1].schema.parse(body), body) ? [] : ['the answer has more than its schema'];
  } catch (error) {
    return [`the answer is not as its schema says: ${String(error).slice(0, 300)}`];
  }
}

function faultsOfProblem({ status, text, headers }: RawAnswer, atRoute: boolean): string[] {
  let document: ReturnType<typeof problemDocument.parse>;
  try {
    const body: unknown = JSON.parse(text);
    document = problemDocument.parse(body);
    if (!isDeepStrictEqual(document, body)) return ['the problem has more than its schema'];
  } catch (error) {
    return [`no problem document: ${String(error).slice(0, 300)}`];
  }
  const faults: string[] = [];
  const code = document.type.replace('urn:guantong:problem:', '');
  if (!Object.hasOwn(OUTCOMES, code)) faults.push(`unknown outcome ${code}`);
  if (document.status !== status) faults.push(`says ${document.status}, is ${status}`);
  if (atRoute && BEFORE_ROUTES.has(status)) faults.push(`${code} at a documented route`);
  for (const words of [[document.title, document.title_en], [document.detail, document.detail_en], ...(document.errors ?? []).map(({ text: { zh, en } }) => [zh, en])]) {
    if (!CHINESE.test(words[0] ?? '') || !LATIN.test(words[1] ?? '')) faults.push(`not in both languages: ${words.join(' | ').slice(0, 200)}`);
  }
  if (code === 'bad_request' && (document.errors ?? []).length === 0) faults.push('names no field');
  if (code === 'data_errors' && (document.problems ?? []).length === 0) faults.push('names no cell');
  if (code === 'data_errors' && (document.problems ?? []).some(({ severity, column, row, sheet }) => severity === 'error' && sheet === '' && column === null && row === null)) faults.push('a problem without a place');
  if ((status === 429 || code === 'wait') && headers['retry-after'] === undefined) faults.push('does not say when to try again');
  return faults;
}

import { CERTIFICATE, NOT_CONNECTED, refused, TAKEN, unknown, type Delivery } from './provider.ts';

/** What is posted, and how the answer is read. */
export interface Posted {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The code of a refusal that came with status 200; null when it was taken. */
  readonly refusalIn?: (body: unknown) => string | null;
}

const MOST_ANSWER_CHARACTERS = 65_536;

/** Posts JSON; a redirect is a refusal, for it could lead the text elsewhere. */
export async function post({ url, headers, body, refusalIn = () => null }: Posted, signal: AbortSignal): Promise<Delivery> {
  let status: number;
  let text: string;
  try {
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body, signal });
    status = answer.status;
    text = (await answer.text()).slice(0, MOST_ANSWER_CHARACTERS);
  } catch (error) {
    return signal.aborted ? unknown('no_answer') : ofFailure(error);
  }
  if (status < 200 || status > 299) return refused(`http_${status}`);
  const refusal = refusalIn(jsonOf(text));
  return refusal === null ? TAKEN : refused(refusal);
}

function ofFailure(error: unknown): Delivery {
  const code = codeOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
  if (NOT_CONNECTED.has(code)) return refused('not_connected');
  return CERTIFICATE.test(code) ? refused('certificate') : unknown('connection_lost');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Answers that say nothing of whether the request was done: it is sent again, under the same key. */
const UNCERTAIN = new Set([502, 503, 504]);
const SENT_AT_MOST = 3;
const WAIT_MS = 700;

/** Keys of requests that nobody has answered yet, by what they ask: a second press of the same button is the same request. */
const unanswered = new Map<string, string>();

/**
 * Sends a request; one that changes something always carries an Idempotency-Key. Where no answer arrives it is sent again
 * with that key, if its sender asked for it to be done once; and whoever then tries by hand gets the same key again.
 */
export async function sendOnce(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  if (!isUnsafe(init.method ?? 'GET')) return fetch(input, init);
  const headers = new Headers(init.headers);
  const asks = typeof init.body === 'string' || init.body === undefined || init.body === null ? `${init.method} ${addressOf(input)}\n${init.body ?? ''}` : null;
  const given = headers.get('idempotency-key');
  const key = (asks === null ? undefined : unanswered.get(asks)) ?? given ?? crypto.randomUUID();
  headers.set('idempotency-key', key);
  if (asks !== null && given !== null) unanswered.set(asks, key);
  const reply = await insist(() => fetch(input, { ...init, headers }), given === null ? 1 : SENT_AT_MOST);
  if (asks !== null && !UNCERTAIN.has(reply.status)) unanswered.delete(asks);
  return reply;
}

const isUnsafe = (method: string): boolean => !['GET', 'HEAD'].includes(method.toUpperCase());
const addressOf = (input: string | URL | Request): string => (input instanceof Request ? input.url : String(input));

async function insist(send: () => Promise<Response>, times: number): Promise<Response> {
  for (let left = times; ; left -= 1) {
    try {
      const reply = await send();
      if (left <= 1 || !UNCERTAIN.has(reply.status)) return reply;
    } catch (error) {
      if (left <= 1) throw error;
    }
    await new Promise((resolve) => { setTimeout(resolve, WAIT_MS); });
  }
}

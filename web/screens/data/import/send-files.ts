import { Refusal } from '../../../client.ts';
import { noticeEnd } from '../../../session-end.ts';
import type { ProblemDocument } from '../../../../api/contract/problem-document.ts';

/** How much of the files is on its way; once all of it is, the server is at work. */
export interface Sent {
  readonly bytes: number;
  readonly of: number;
}

/**
 * Sends files and says how far it is, which `fetch` cannot.
 * @throws Refusal when the server refuses; TypeError when it cannot be reached; AbortError when `signal` ends it.
 */
export function sendFiles<T>(address: string, files: readonly File[], onSent: (sent: Sent) => void, signal: AbortSignal): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return sendForm(address, form, onSent, signal);
}

/** The same for a form with whatever else goes with a file. */
export function sendForm<T>(address: string, form: FormData, onSent: (sent: Sent) => void, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.addEventListener('progress', (event) => onSent({ bytes: event.loaded, of: event.total }));
    request.addEventListener('error', () => reject(new TypeError('the server was not reached')));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    request.addEventListener('load', () => {
      const body = request.response as T | ProblemDocument | null;
      if (request.status >= 200 && request.status < 300 && body !== null) resolve(body as T);
      else if (isProblem(body)) {
        noticeEnd(body);
        reject(new Refusal(body));
      } else reject(new TypeError(`the server answered ${request.status}`));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'title_en' in body;
}

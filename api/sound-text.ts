import type { MiddlewareHandler } from 'hono';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ApiEnv } from './environment.ts';
import { isUnsafe } from './guard.ts';
import { refuse } from './refuse.ts';

const TEXT: Bilingual = { zh: '含有不能保存的字符（空字符或不完整的字符）。', en: 'This holds a character that cannot be stored: NUL, or half of one.' };

/** The database has no NUL and no lone halves of characters; JavaScript has both. */
const isUnsound = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);
/** How they are written in an address, and in JSON; only where this is found is anything looked through. */
const IN_ADDRESS = /%00/;
const IN_JSON = /\\u(?:0000|d[89a-f])/i;

/** Text that cannot be stored is refused at the door, by the field that holds it. */
export const soundText: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const paths = [...inAddress(c.req.url), ...(isUnsafe(c.req.method) ? inJson(await jsonOf(c.req)) : [])];
  return paths.length === 0 ? next() : refuse(c, 'bad_request', { errors: paths.map((path) => ({ path, code: 'unsound_text', text: TEXT })) });
};

function inAddress(address: string): string[] {
  if (!IN_ADDRESS.test(address)) return [];
  const { pathname, searchParams } = new URL(address);
  return [...(IN_ADDRESS.test(pathname) ? ['path'] : []), ...[...searchParams].filter((pair) => pair.some(isUnsound)).map(([name]) => `query.${name.replaceAll('\0', '')}`)];
}

async function jsonOf(request: { readonly header: (name: string) => string | undefined; readonly text: () => Promise<string> }): Promise<string> {
  return (request.header('content-type') ?? '').startsWith('application/json') ? request.text() : '';
}

/** The JSON is sound otherwise; that was seen to before. */
function inJson(text: string): string[] {
  if (!IN_JSON.test(text)) return [];
  const found: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string' && isUnsound(value)) found.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (isUnsound(key)) found.push(path);
      else look(inner, `${path}.${key}`);
    }
  };
  look(JSON.parse(text), 'json');
  return [...new Set(found)];
}

/** What a file is called, without characters that no name has. */
export function nameOfFile({ name }: File): string {
  return name.replaceAll(/\p{Cc}|\p{Surrogate}/gu, ' ');
}

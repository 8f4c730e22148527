import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ApiEnv } from './environment.ts';
import { OPERATION } from './known-route.ts';
import { hostOf, isLoopbackHost, originOf, type Reached } from './reached.ts';
import { refuse } from './refuse.ts';

/** What every request goes through before it is read, and every answer after it is made. */

const MIB = 1024 * 1024;
const UPLOAD_BYTES = 64 * MIB;
const REQUEST_BYTES = MIB;
const UPLOADS = /^\/api\/(imports\/(preview|inspect)|policy-text|files)$/;

export const isUnsafe = (method: string): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** The one style that React Aria's buttons add to a page by themselves: how a touch on them scrolls. */
const STYLE_OF_BUTTONS = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";
const policyWith = (scripts: string): string => [
  "default-src 'none'", `script-src ${scripts}`, `style-src 'self' ${STYLE_OF_BUTTONS}`, "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "worker-src 'self'", "manifest-src 'self'", "frame-src blob:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ');
/** Of everything that is no page: a file of the pages may still be the start of a worker. */
const POLICY = policyWith("'self'");
/** Of a page: only scripts that carry the word which this very answer gave them, and what they load themselves. */
export const policyOfNonce = (nonce: string): string => policyWith(`'nonce-${nonce}'`);
/** The report is one self-contained page with its own style and nothing else. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const YEAR_S = 31_536_000;

export function securityHeaders({ secure, publicHost }: Reached): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    // Not for `localhost`: a browser would then refuse every other program there that speaks plain HTTP.
    if (secure && publicHost !== null) headers.set('strict-transport-security', `max-age=${YEAR_S}`);
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

const OF_THE_MACHINE: ReadonlySet<string> = new Set(Object.values(OPERATION));

/**
 * Only the public address's name, and where there is none this machine's own: a page elsewhere cannot point its
 * own name at this server.
 */
export function ownHost({ publicHost }: Reached): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const host = hostOf(c).toLowerCase();
    const own = publicHost === null ? isLoopbackHost(host) : host === publicHost;
    return own || OF_THE_MACHINE.has(c.req.path) ? next() : refuse(c, 'wrong_host');
  };
}

/** Behind a proxy nothing is served that did not come to it by https: a page is sent there, anything else refused. */
export function httpsOnly(reached: Reached): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!reached.secure || originOf(c, reached).https || OF_THE_MACHINE.has(c.req.path)) return next();
    if (isUnsafe(c.req.method) || c.req.path.startsWith('/api/')) return refuse(c, 'https_only');
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`https://${reached.publicHost ?? hostOf(c)}${pathname}${search}`, 308);
  };
}

/** A page elsewhere may not change anything here, whatever cookie the browser would send along. */
export const ownOrigin: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (!isUnsafe(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const host = hostOf(c);
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
  return foreignSite || foreignOrigin ? refuse(c, 'wrong_origin') : next();
};

const limitUpload = bodyLimit({ maxSize: UPLOAD_BYTES, onError: (c: Context) => refuse(c, 'too_large') });
const limitRequest = bodyLimit({ maxSize: REQUEST_BYTES, onError: (c: Context) => refuse(c, 'too_large') });

export const limitedBody: MiddlewareHandler<ApiEnv> = (c, next) =>
  (UPLOADS.test(c.req.path) ? limitUpload : limitRequest)(c, next);

/** JSON is read once here: it must be JSON, and no key may reach for an object's prototype. */
export const soundJson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (!isUnsafe(c.req.method) || !(c.req.header('content-type') ?? '').startsWith('application/json')) return next();
  const text = await c.req.text();
  if (text === '') return next();
  let forbidden = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') forbidden = true;
      return value;
    });
  } catch {
    return refuse(c, 'bad_json');
  }
  return forbidden ? refuse(c, 'forbidden_key') : next();
};

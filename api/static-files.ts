import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './environment.ts';
import { policyOfNonce } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json; charset=utf-8',
};
/** The build puts a digest into the names of these: what is under such a name never changes. */
const HASHED = /^\/assets\//;

/** What the build writes where the word of each answer goes; `web/vite.config.ts` says the same. */
const NONCE_PLACE = '__NONCE_OF_THIS_ANSWER__';
const NONCE_BYTES = 18;

/** The web pages: files as they are, and the one page for every address of a screen. */
export function staticFiles(directory: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = safePath(c.req.path);
    if (path === null) return next();
    const file = join(directory, path);
    if (path !== '/' && existsSync(file) && statSync(file).isFile()) {
      c.header('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      c.header('content-length', String(statSync(file).size));
      c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (c.req.method === 'HEAD') return c.body(null, 200);
      return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200);
    }
    const page = join(directory, 'index.html');
    if (isFile(path) || !existsSync(page)) return next();
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    // Each answer has its own word, so that no answer may be kept and used again.
    return c.html(readFileSync(page, 'utf8').replaceAll(NONCE_PLACE, nonce), 200, {
      'cache-control': 'no-store', 'content-security-policy': policyOfNonce(nonce),
    });
  };
}

/** A file that is not there is missing; any other address is that of a screen, and ids in it may hold dots. */
function isFile(path: string): boolean {
  return HASHED.test(path) || (path.lastIndexOf('/') === 0 && Object.hasOwn(TYPES, extname(path)));
}

/** The path below the directory, or null for one that would leave it or cannot be read. */
function safePath(requested: string): string | null {
  try {
    const path = normalize(decodeURIComponent(requested));
    return path.startsWith('/') && !path.includes('\0') && !path.split(/[\\/]/).includes('..') ? path : null;
  } catch {
    return null;
  }
}

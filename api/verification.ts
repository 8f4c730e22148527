import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Language } from '../core/values/bilingual.ts';
import { findByCode, findByFile, type Verified } from '../store/document-verification.ts';
import { findDiploma } from '../store/diplomas/verify-diploma.ts';
import { isFileOf } from '../store/document-statement.ts';
import { MOST_ATTACHMENT_BYTES } from '../workbook/attachment-kind.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { originOf } from './reached.ts';
import { networkOf, secondsToWait } from './request-limits.ts';
import { VERIFICATION_POLICY, verificationPage, type Outcome } from './verification-html.ts';

/** Questions of one address in a minute: enough for a pile of papers, too few to try codes. */
const MOST_A_MINUTE = 60;
const WINDOW_S = 60;
/** A document that is revoked is shown so within a minute. */
const KEPT_S = 60;
const FORM_BYTES = 64 * 1024;

/** The public page: plain HTML without script or sign-in; it tells of a document only to whoever has its code or file. */
export function verification(deps: Deps) {
  const questions = new RateLimiterMemory({ points: MOST_A_MINUTE, duration: WINDOW_S });
  const limited: MiddlewareHandler<ApiEnv> = async (c, next) => {
    const wait = await secondsToWait(questions, networkOf(originOf(c, deps).address));
    if (wait === null) return next();
    c.header('retry-after', String(wait));
    return page(c, { verified: null, notes: ['often'], code: '' }, 429);
  };
  const sized = bodyLimit({ maxSize: MOST_ATTACHMENT_BYTES + FORM_BYTES, onError: (c) => page(c as Context<ApiEnv>, { verified: null, notes: ['large'], code: '' }, 413) });
  return {
    limited, sized,
    form: (c: Context<ApiEnv>) => page(c, { verified: null, notes: [], code: '' }),
    byCode: async (c: Context<ApiEnv>) => {
      const code = c.req.param('code') ?? '';
      const verified = await findByCode(deps.database, code);
      const diploma = verified === null ? await findDiploma(deps.database, code) : null;
      const found = verified !== null || diploma !== null;
      return page(c, { verified, diploma, notes: found ? [] : ['unknownCode'], code }, found ? 200 : 404);
    },
    receipt: async (c: Context<ApiEnv>) => {
      const verified = await findByCode(deps.database, c.req.param('code') ?? '');
      if (verified === null) return c.json({ found: false }, 404);
      return c.json(receiptOf(deps, verified), 200, { 'content-disposition': `attachment; filename="${verified.statement.code}.json"`, 'cache-control': `public, max-age=${KEPT_S}` });
    },
    ask: async (c: Context<ApiEnv>) => {
      const outcome = await answered(deps, await c.req.parseBody());
      const found = outcome.verified !== null || outcome.diploma != null || outcome.notes[0] === 'nothing';
      return page(c, outcome, found ? 200 : 404);
    },
  };
}

/** What is kept to verify by, offline: who signed what, and how it stood when it was asked. */
function receiptOf(deps: Deps, { receipt, standing, since }: Verified) {
  const { algorithm, fingerprint, pem } = deps.database.press.signer().key;
  return { ...receipt, key: { algorithm, fingerprint, pem }, standing, since };
}

async function answered(deps: Deps, { code = '', file }: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const typed = typeof code === 'string' ? code.trim().slice(0, 40) : '';
  const bytes = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  if (typed === '' && bytes === null) return { verified: null, notes: ['nothing'], code: '' };
  if (typed === '') {
    const verified = bytes === null ? null : await findByFile(deps.database, bytes);
    return { verified, notes: [verified === null ? 'unknownFile' : 'same'], code: '' };
  }
  const verified = await findByCode(deps.database, typed);
  const diploma = verified === null ? await findDiploma(deps.database, typed) : null;
  // A certificate is no file of this program: nothing is compared with it.
  if (verified === null) return { verified, diploma, notes: diploma === null ? ['unknownCode'] : bytes === null ? [] : ['notCompared'], code: typed };
  if (bytes === null) return { verified, notes: [], code: typed };
  return { verified, notes: [isFileOf(bytes, verified.statement.file_hash) ? 'same' : 'other'], code: typed };
}

function languageOf(c: Context<ApiEnv>): Language {
  const asked = c.req.query('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh';
}

function page(c: Context<ApiEnv>, outcome: Outcome, status: 200 | 404 | 413 | 429 = 200): Response {
  const keep = status === 200 && c.req.method === 'GET';
  return c.html(verificationPage(outcome, languageOf(c)), status, {
    'content-security-policy': VERIFICATION_POLICY, 'cache-control': keep ? `public, max-age=${KEPT_S}` : 'no-store', vary: 'accept-language',
  }) as Response;
}

import type { Hook, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

type Issue = z.core.$ZodIssue;

const WORDS: Readonly<Record<string, Bilingual>> = {
  invalid_type: { zh: '类型不对，或缺少必填项。', en: 'This has the wrong type, or is missing.' },
  too_big: { zh: '过大或过长。', en: 'This is too large or too long.' },
  too_small: { zh: '过小或过短。', en: 'This is too small or too short.' },
  invalid_format: { zh: '格式不对。', en: 'This has the wrong form.' },
  invalid_value: { zh: '不在允许的取值之内。', en: 'This is not one of the values allowed.' },
  invalid_union: { zh: '不在允许的取值之内。', en: 'This is not one of the values allowed.' },
  unrecognized_keys: { zh: '含有不认识的字段。', en: 'This holds fields that are not known.' },
  not_a_date: { zh: '不是有效日期，应为 2025-10-31 的样式。', en: 'This is not a date like 2025-10-31.' },
  holds_a_number: { zh: '只写用途，不要填写证号、电话等号码。', en: 'Write the purpose only, no id, phone or other number.' },
  not_a_number: { zh: '不是数字，应为 300.00 的样式。', en: 'This is not a number like 300.00.' },
};
const UNREADABLE: Bilingual = { zh: '请求内容缺失、不完整，或类型（Content-Type）与接口说明不符。', en: 'The body is missing, broken off, or not of the documented Content-Type.' };
const OTHER: Bilingual = { zh: '不符合接口说明。', en: 'This is not as documented.' };

/** What a request that does not fit its schema is answered with: every field that is wrong, in both languages. */
export const malformed: Hook<unknown, ApiEnv, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  const errors = result.error.issues.map((issue: Issue) => {
    const code = issue.code === 'custom' ? issue.message : issue.code;
    return { path: [result.target, ...issue.path].map(String).join('.'), code, text: WORDS[code] ?? OTHER };
  });
  return refuse(c, 'bad_request', { errors });
};

/** What a body that cannot be read at all is answered with: not of the documented type, broken off, or not there. */
export function unreadable(c: Context<ApiEnv>) {
  return refuse(c, 'bad_request', { errors: [{ path: 'body', code: 'unreadable', text: UNREADABLE }] });
}

import type { Context } from 'hono';
import type { PasswordFault } from '../core/access/password.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

const WORDS: Readonly<Record<PasswordFault, Bilingual>> = {
  too_short: { zh: '至少 10 个字符。', en: 'It takes at least 10 characters.' },
  too_long: { zh: '最多 200 个字符。', en: 'It takes at most 200 characters.' },
  like_the_account: { zh: '不要使用账号本身。', en: 'It must not be made of the account’s name.' },
  common: { zh: '这是最常见的密码之一，或字符过于单一。', en: 'It is one of the commonest passwords, or of too few different characters.' },
};

/** The refusal of a password, at the field it stood in and with the reason. */
export function weakPassword(c: Context<ApiEnv>, path: string, fault: PasswordFault) {
  return refuse(c, 'weak_password', { errors: [{ path, code: fault, text: WORDS[fault] }] });
}

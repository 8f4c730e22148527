import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ApiEnv } from './environment.ts';
import type { Reached } from './reached.ts';

/** Where no https protects it the cookie can have neither prefix nor `Secure`; browsers would drop it. */
export const SESSION_COOKIE = 'guantong';
const SECURE_COOKIE = `__Host-${SESSION_COOKIE}`;

const nameOf = ({ secure }: Pick<Reached, 'secure'>): string => (secure ? SECURE_COOKIE : SESSION_COOKIE);

export function tokenOf(c: Context<ApiEnv>, reached: Pick<Reached, 'secure'>): string | undefined {
  return getCookie(c, nameOf(reached));
}

/** An opaque token that no script can read and no other site can send; it ends with the browser. */
export function keepToken(c: Context<ApiEnv>, reached: Pick<Reached, 'secure'>, token: string): void {
  setCookie(c, nameOf(reached), token, { httpOnly: true, sameSite: 'Strict', path: '/', secure: reached.secure });
}

export function dropToken(c: Context<ApiEnv>, reached: Pick<Reached, 'secure'>): void {
  deleteCookie(c, nameOf(reached), { httpOnly: true, sameSite: 'Strict', path: '/', secure: reached.secure });
}

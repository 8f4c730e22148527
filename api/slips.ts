import type { Context } from 'hono';
import QRCode from 'qrcode';
import type { IssuedCode } from '../store/activations.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { hostOf } from './reached.ts';

/** Where a slip leads: the code stands behind #, which browsers send to no server. */
const ACTIVATION = '/activate#';

/** Issued codes as the slips that are printed and handed out. */
export async function slipsOf(deps: Deps, c: Context<ApiEnv>, codes: readonly IssuedCode[]) {
  const origin = publicOrigin(deps, c);
  const slips = [];
  for (const { account, name, purpose, code, expires_at } of codes) {
    const address = `${origin}${ACTIVATION}${code}`;
    slips.push({ name, account, purpose, code, expires_at, address, qr_svg: await QRCode.toString(address, { type: 'svg', margin: 1 }) });
  }
  return slips;
}

/** The address under which browsers reach this server. */
export function publicOrigin({ secure, publicHost }: Pick<Deps, 'secure' | 'publicHost'>, c: Context<ApiEnv>): string {
  return `${secure ? 'https' : 'http'}://${publicHost ?? hostOf(c)}`;
}

import type { Context } from 'hono';
import type { ApiEnv } from './environment.ts';

/** How this server is reached: by itself, by TLS of its own, or behind proxies. */
export interface Reached {
  /** Whether every browser reaches it by https: cookies are then `__Host-` and Secure. */
  readonly secure: boolean;
  /** Name (and port) of the public address; null: this machine's own names only. */
  readonly publicHost: string | null;
  /** Addresses of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; empty: there is none. */
  readonly proxies: readonly string[];
}

/** Plain HTTP that does not leave this machine. */
export const ON_THIS_MACHINE: Reached = { secure: false, publicHost: null, proxies: [] };

/** Where a request came from. */
export interface Origin {
  /** The asker's own address, as far as known proxies say; empty where there is no connection (tests). */
  readonly address: string;
  /** Whether one of the known proxies brought it. */
  readonly byProxy: boolean;
  readonly https: boolean;
}

const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|::1)$/;
const LOOPBACK_HOST = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** `::ffff:10.0.0.1` is the same machine as `10.0.0.1`. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Reads where a request came from: the headers of a forwarder count only where the forwarder is known. */
export function originOf(c: Context<ApiEnv>, { proxies }: Reached): Origin {
  // Typed as always there, but absent where the application is called without a server.
  const socket = (c.env as ApiEnv['Bindings'] | undefined)?.incoming?.socket;
  const peer = plainAddress(socket?.remoteAddress ?? '');
  if (!proxies.includes(peer)) return { address: peer, byProxy: false, https: socket?.encrypted === true };
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plainAddress(one.trim())).filter((one) => one !== '');
  // The last hop that is none of our proxies; what stands further left anybody may have written.
  const address = forwarded.findLast((one) => !proxies.includes(one)) ?? peer;
  return { address, byProxy: forwarded.length > 0, https: c.req.header('x-forwarded-proto')?.trim().toLowerCase() === 'https' };
}

export const hostOf = (c: Context<ApiEnv>): string => c.req.header('host') ?? new URL(c.req.url).host;

export const isLoopbackHost = (host: string): boolean => LOOPBACK_HOST.test(host);

/** Whether a request was made on this machine itself, under one of its own names, and nobody forwarded it. */
export function isFromHere(c: Context<ApiEnv>, reached: Reached): boolean {
  const { address, byProxy } = originOf(c, reached);
  return !byProxy && (address === '' || LOOPBACK_ADDRESS.test(address)) && isLoopbackHost(hostOf(c))
    && c.req.header('x-forwarded-for') === undefined && c.req.header('forwarded') === undefined;
}

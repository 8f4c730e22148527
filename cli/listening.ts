import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { problemDocumentOf } from '../api/refuse.ts';
import type { OutcomeCode } from '../api/outcomes.ts';
import { OPERATION } from '../api/known-route.ts';
import { pairReason, type Configuration } from './configuration.ts';

export type Answer = (request: Request, env: unknown) => Response | Promise<Response>;

/** A server that listens: what it answers with can be changed while it runs. */
export interface Listening {
  /** `http://127.0.0.1:3000`, as whoever sits at this machine opens it. */
  readonly address: string;
  readonly answerWith: (answer: Answer) => void;
  /** Reads key and certificate again; answers why the new ones cannot be used, or null. The old ones stay then. */
  readonly renewCertificate: () => string | null;
  /** Answers what is under way, refuses what is new, and lets go of every connection within the bound. */
  readonly shut: () => Promise<void>;
}

/** Requests under way are given this long to be answered once the program is to stop. */
const PATIENCE_MS = 5000;
/** A connection that sends its request a byte at a time holds nothing for longer than this. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 300_000;

/** What a request gets while there is no application behind the address. That the program lives can be asked at any time. */
export function unavailable(code: Extract<OutcomeCode, 'starting' | 'stopping'>): Answer {
  return (request) => {
    const { pathname } = new URL(request.url);
    if (code === 'starting' && pathname === OPERATION.lives) return Response.json({ status: 'lives' }, { headers: { 'cache-control': 'no-store' } });
    const problem = problemDocumentOf(code);
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2', 'cache-control': 'no-store', ...(code === 'stopping' && { connection: 'close' }) },
    });
  };
}

/** Listens where the configuration says; null, and said, when the port is taken. */
export async function listen({ host, port, tls }: Configuration): Promise<Listening | null> {
  let answer: Answer = unavailable('starting');
  const times = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS };
  const fetch: Answer = (request, env) => answer(request, env);
  const server = tls === null
    ? createAdaptorServer({ fetch, serverOptions: times })
    : createAdaptorServer({ fetch, createServer: createHttpsServer, serverOptions: { ...times, ...pairOf(tls), minVersion: 'TLSv1.2' } });
  const sockets = new Set<Socket>();
  server.on(tls === null ? 'connection' : 'secureConnection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (!isTaken(error)) throw error;
    process.stderr.write(`${host} 的端口 ${port} 已被占用或不可用，请用 --port 换一个。\nPort ${port} is in use or may not be used at ${host}. Choose another with --port.\n`);
    return null;
  }
  const bound = server.address();
  const name = isIPv6(host) ? `[${host}]` : host;
  return {
    address: `${tls === null ? 'http' : 'https'}://${name}:${typeof bound === 'object' && bound !== null ? bound.port : port}`,
    answerWith: (next) => { answer = next; },
    renewCertificate: () => {
      const reason = tls === null ? 'TLS' : pairReason(tls.key, tls.cert);
      if (reason === null && tls !== null) (server as HttpsServer).setSecureContext({ ...pairOf(tls), minVersion: 'TLSv1.2' });
      return reason;
    },
    shut: () => {
      answer = unavailable('stopping');
      return shut(server, sockets);
    },
  };
}

const pairOf = ({ key, cert }: NonNullable<Configuration['tls']>) => ({ key: readFileSync(key), cert: readFileSync(cert) });

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code);
}

async function shut(server: ServerType, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const patience = setTimeout(() => { for (const socket of sockets) socket.destroy(); }, PATIENCE_MS);
  await closed;
  clearTimeout(patience);
}

import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fate } from './mail-server.ts';

/** A text message or a line to a group that a gateway took. */
export interface TakenPost {
  readonly path: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface MessageGateway {
  readonly origin: string;
  /** Everything that was taken, as often as it was. */
  readonly taken: readonly TakenPost[];
  /** Requests whose signature did not hold. */
  readonly unsigned: () => number;
  readonly close: () => Promise<void>;
}

/** The secret of every robot and of the text gateway. */
export const GATEWAY_SECRET = 'SEC0123456789abcdef';
const CLOCKS_DIFFER_S = 300;

/** A text gateway at /sms, and robots at /dingtalk, /feishu and /wecom, each checking what its owner documents. */
export async function startGateway(fate: () => Fate): Promise<MessageGateway> {
  const taken: TakenPost[] = [];
  let unsigned = 0;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => request.socket.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://gateway');
    const body = JSON.parse(text) as Record<string, unknown>;
    const robot = url.pathname !== '/sms';
    const reply = (status: number, content: object): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content)); };
    if (!isSigned(url, { headers: request.headers, text, body })) {
      unsigned += 1;
      return robot ? reply(200, { errcode: 310_000, code: 19_021 }) : reply(401, {});
    }
    const decided = fate();
    if (decided === 'take' || decided === 'take_and_drop') taken.push({ path: url.pathname, id: String(body['request_id'] ?? request.headers['x-request-id']), body });
    if (decided === 'take') return reply(200, { errcode: 0, code: 0 });
    if (decided === 'later') return robot ? reply(200, { errcode: 130_101, code: 11_232 }) : reply(503, {});
    if (decided === 'never') return reply(400, {});
    if (decided !== 'silence') request.socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    taken, unsigned: () => unsigned, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function isSigned(url: URL, { headers, text, body }: Received): boolean {
  const recent = (time_s: number): boolean => Math.abs(Date.now() / 1000 - time_s) < CLOCKS_DIFFER_S;
  if (url.pathname === '/sms') {
    const time = String(headers['x-guantong-timestamp']);
    return recent(Number(time)) && headers['x-guantong-signature'] === createHmac('sha256', GATEWAY_SECRET).update(time).update('\n').update(text).digest('hex');
  }
  if (url.pathname === '/dingtalk') {
    const time = url.searchParams.get('timestamp') ?? '';
    return recent(Number(time) / 1000) && url.searchParams.get('sign') === createHmac('sha256', GATEWAY_SECRET).update(`${time}\n${GATEWAY_SECRET}`).digest('base64');
  }
  if (url.pathname === '/feishu') {
    const time = String(body['timestamp']);
    return recent(Number(time)) && body['sign'] === createHmac('sha256', `${time}\n${GATEWAY_SECRET}`).digest('base64');
  }
  return url.searchParams.get('key') === GATEWAY_SECRET;
}

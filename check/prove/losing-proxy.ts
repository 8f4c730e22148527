import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { PostgresConnection } from '../../store/postgres/connection.ts';

/** A way to PostgreSQL on which replies to COMMIT get lost when it is told to. */
export interface LosingProxy {
  readonly connection: PostgresConnection;
  /** From now on this many replies to the COMMIT of a transaction that added rows are lost, each with its connection. */
  readonly lose: (many: number) => void;
  /** How many were lost so far. */
  readonly lost: () => number;
  readonly close: () => Promise<void>;
}

const HEAD = 5;
const COMMAND_COMPLETE = 'C'.charCodeAt(0);

export async function losingProxy(to: PostgresConnection): Promise<LosingProxy> {
  let [wanted, lost] = [0, 0];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to.port, to.host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', inMessages((whole, committed) => {
      if (!committed || wanted === 0) {
        client.write(whole);
        return;
      }
      // The database has committed; whoever asked for it never hears of it.
      wanted -= 1;
      lost += 1;
      client.destroy();
      upstream.destroy();
    }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    connection: { ...to, host: '127.0.0.1', port: typeof address === 'object' ? address?.port ?? 0 : 0 },
    lose: (many) => { wanted = many; },
    lost: () => lost,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Cuts what a PostgreSQL server sends into its messages (type, length, content), and says which one tells that added rows are committed. */
function inMessages(pass: (whole: Buffer, committed: boolean) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let added = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEAD && rest.length > rest.readInt32BE(1)) {
      const whole = rest.subarray(0, rest.readInt32BE(1) + 1);
      rest = rest.subarray(whole.length);
      const tag = whole[0] === COMMAND_COMPLETE ? whole.toString('latin1', HEAD, whole.length - 1) : '';
      if (tag === 'BEGIN') added = false;
      if (/^INSERT 0 [1-9]/.test(tag)) added = true;
      pass(whole, tag === 'COMMIT' && added);
    }
  };
}

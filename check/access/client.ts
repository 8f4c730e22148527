import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ON_THIS_MACHINE } from '../../api/reached.ts';
import { createServer } from '../../api/server.ts';
import { openUploads } from '../../api/uploads.ts';
import { reachOf, type Reach } from '../../core/access/reach.ts';
import { EVERYBODY, type Asking } from './actors.ts';
import { passing, withEffect, type Belief, type Effect } from './effects.ts';
import { unpacked } from './unpack.ts';
import { DAY, type World } from './world.ts';

/** A request of the matrix. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly json?: unknown;
  readonly form?: FormData;
}

/** What came back: archives and workbooks as the text that is in them. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly effect: Effect;
}

/** Sends requests as somebody, without a network between; nothing that they change lasts. */
export interface MatrixClient {
  readonly ask: (asking: Asking, ask: Ask) => Promise<Answer>;
  /** How the application sees its actors from now on. */
  readonly believe: (belief: Belief) => void;
}

const MOST = 1_000_000_000;

export function matrixClient(world: World): MatrixClient {
  let belief: Belief = 'as it is';
  // Reaches are taken before anything of the policy is changed for a trial.
  const really = new Map<string, Reach>(EVERYBODY.flatMap(({ account, standing }) => (standing === null ? [] : [[account, reachOf(standing)] as const])));
  const database = passing(world.db, () => belief, really);
  const directory = mkdtempSync(join(tmpdir(), 'guantong-matrix-'));
  const server = createServer({
    database, version: 'test', today: () => DAY, uploads: openUploads(Date.now), delay: { attempt: () => 0, succeeded: () => undefined }, log: () => undefined,
    loadSample: () => Promise.reject(new Error('there is a region')), ...ON_THIS_MACHINE, limits: { anonymous: MOST, account: MOST }, metricsToken: null,
  }, join(directory, 'web'));
  return {
    believe: (wanted) => { belief = wanted; },
    ask: async (asking, { method, path, json, form }) => {
      const cookie = world.cookies.get(asking.account);
      const body = json === undefined ? form : JSON.stringify(json);
      const { answer, effect } = await withEffect(async () => {
        const reply = await server.request(`http://127.0.0.1${path}`, {
          method, headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...(cookie !== undefined && { cookie }) },
          ...(body !== undefined && { body }),
        });
        return { status: reply.status, text: await textOf(reply) };
      });
      return { ...answer, effect };
    },
  };
}

async function textOf(reply: Response): Promise<string> {
  const type = reply.headers.get('content-type') ?? '';
  if (!/zip|spreadsheetml/.test(type)) return reply.text();
  return unpacked(new Uint8Array(await reply.arrayBuffer()));
}

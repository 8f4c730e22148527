import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { startAlone } from './alone.ts';
import { losingProxy } from './losing-proxy.ts';
import type { Proof } from './proof.ts';
import { randomFrom } from './random.ts';
import { serveSample, type SampleServer } from './sample-server.ts';

/** What became of acts whose COMMIT was done and never heard of, and which were therefore sent again. */
export interface LostCommits {
  readonly acts: number;
  /** Replies to COMMIT that were lost; one for each act. */
  readonly lost: number;
  /** Acts that are there once. */
  readonly once: number;
  readonly doubled: number;
  readonly missing: number;
  /** Acts whose sender was told in the end that they were done. */
  readonly answered: number;
}

interface Act {
  readonly path: string;
  readonly json: object;
  /** Where its effects are listed, and by what they are known. */
  readonly listed: string;
  readonly mark: string;
}

const TRIES = 5;
const UNANSWERED = new Set([0, 500, 503]);

/** Does so many acts, the reply to each first COMMIT lost; `keyed` sends each again with its key, else without any. */
export async function loseCommits(connection: PostgresConnection, { seed, count, keyed }: { readonly seed: number; readonly count: number; readonly keyed: boolean }): Promise<LostCommits> {
  const random = randomFrom(seed);
  const proxy = await losingProxy(connection);
  const served = await serveSample(proxy.connection);
  try {
    const cookie = await served.cookieOf('office');
    const acts: Act[] = [];
    let answered = 0;
    for (let at = 0; at < count; at += 1) {
      const act = random.pick(ACTS)(`mark-${letters(at)}-end`);
      acts.push(act);
      proxy.lose(1);
      if (await insist(served, { cookie, act, key: keyed ? `act-${at}` : null }) < 300) answered += 1;
      proxy.lose(0);
    }
    const effects = await effectsOf(served, cookie, acts);
    const of = (wanted: (many: number) => boolean): number => effects.filter(wanted).length;
    return { acts: count, lost: proxy.lost(), once: of((many) => many === 1), doubled: of((many) => many > 1), missing: of((many) => many === 0), answered };
  } finally {
    await served.stop();
    await proxy.close();
  }
}

/** Kinds of acts that nothing but a key keeps from being done twice, and one that its own number does. */
const ACTS: readonly ((mark: string) => Act)[] = [
  (mark) => ({ path: '/api/minor-grants', json: { scope: 'org:S1', purpose: mark, expires_on: '2026-01-31' }, listed: '/api/my-grants', mark }),
  (mark) => ({ path: '/api/tokens', json: { label: mark, scopes: ['conditions.read'], days: 1 }, listed: '/api/tokens', mark }),
  (mark) => ({ path: '/api/snapshots', json: { on: '2025-10-31', label: mark }, listed: '/api/snapshots', mark }),
  (mark) => ({ path: '/api/registers/rooms', json: { values: { room_id: mark, campus_id: 'C1', use: 'teaching', area_m2: '60', from: '2025-09-01' } }, listed: '/api/registers/rooms?per_page=1000&filter=mark-', mark }),
];

/** A purpose holds no number; so marks have none. */
function letters(at: number): string {
  return [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** Sends an act until it is answered; what it was answered with. */
async function insist({ origin }: SampleServer, { cookie, act, key }: { readonly cookie: string; readonly act: Act; readonly key: string | null }): Promise<number> {
  let status = 0;
  for (let times = 0; times < TRIES && UNANSWERED.has(status); times += 1) {
    try {
      const reply = await fetch(`${origin}${act.path}`, {
        method: 'POST', headers: { cookie, 'content-type': 'application/json', ...(key !== null && { 'idempotency-key': key }) }, body: JSON.stringify(act.json),
      });
      await reply.arrayBuffer();
      status = reply.status;
    } catch {
      status = 0;
    }
  }
  return status;
}

/** How often the effect of each act is there. */
async function effectsOf({ origin }: SampleServer, cookie: string, acts: readonly Act[]): Promise<number[]> {
  const lists = new Map<string, string>();
  for (const { listed } of acts) {
    if (!lists.has(listed)) lists.set(listed, await (await fetch(`${origin}${listed}`, { headers: { cookie } })).text());
  }
  return acts.map(({ listed, mark }) => (lists.get(listed) ?? '').split(`"${mark}"`).length - 1);
}

const COUNT = 200;

/** Replies to COMMIT lost while requests carry keys, and the same without keys, where acts must be seen to double. */
export const commits: Proof = {
  name: 'commits',
  run: async ({ seed, count }) => {
    const many = count ?? COUNT;
    const alone = await startAlone();
    try {
      const keyed = await loseCommits(await alone.newDatabase(), { seed, count: many, keyed: true });
      const bare = await loseCommits(await alone.newDatabase(), { seed, count: many, keyed: false });
      return {
        holds: keyed.lost === many && keyed.once === many && keyed.answered === many && bare.doubled > 0,
        figures: `${keyed.lost} replies to COMMIT lost (seed ${seed}): with keys ${keyed.once} effects once, ${keyed.doubled} doubled, ${keyed.missing} missing; without keys ${bare.doubled} doubled`,
      };
    } finally {
      await alone.stop();
    }
  },
};

import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { packs } from '../core/policy/packs.ts';
import { createAccount, listAccounts, signIn } from '../store/accounts.ts';
import { createRegion, listRegions, PROGRAM, readRegion, removeSample, type Region } from '../store/regions.ts';
import { endSession, openSession } from '../store/sessions.ts';
import { listSnapshots } from '../store/snapshots.ts';
import { countRegisters } from '../store/registers.ts';
import type { Actor } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, SAMPLE_DAY, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

export const SESSION_COOKIE = 'guantong_session';
const SESSION_SECONDS = 12 * 3600;

type EntryHandlers = Pick<Handlers,
  'readHealth' | 'readSession' | 'openSession' | 'closeSession' | 'readFirstRun' | 'setUpRegion' | 'readRegion' | 'loadSample' | 'removeSample'>;

/** Getting in: nothing here but the last needs a session. */
export function entryHandlers(deps: Deps): EntryHandlers {
  // Set-ups take turns, so that two requests at once make one region.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    readHealth: async (c) => {
      await listRegions(deps.database);
      return c.json({ status: 'ok' as const, version: deps.version, database: 'ok' }, 200);
    },
    readSession: (c) => {
      const asker = c.get('asker');
      return c.json({ account: asker === null ? null : { account: asker.actor.account, name: asker.name } }, 200);
    },
    openSession: async (c) => {
      const { account, password } = c.req.valid('json');
      const seconds = deps.delay.wait(account);
      if (seconds > 0) {
        c.header('retry-after', String(seconds));
        return refuse(c, 'wait');
      }
      const reply = await signIn(deps.database, account, password);
      if (reply.outcome === 'refused') {
        deps.delay.failed(account);
        deps.log({ event: 'sign_in_refused' });
        return refuse(c, 'wrong_password');
      }
      deps.delay.succeeded(account);
      keepToken(c, reply.token);
      return c.json({ account: { account: reply.account, name: reply.display_name } }, 200);
    },
    closeSession: async (c) => {
      const asker = c.get('asker');
      if (asker !== null) await endSession(deps.database, asker.token);
      deleteCookie(c, SESSION_COOKIE, { path: '/' });
      return c.json({ account: null }, 200);
    },
    readFirstRun: async (c) => c.json({
      open: await isFirstRun(deps),
      packs: [...packs.values()].map(({ header }) => (
        { id: header.id, name: header.name, region_code: header.region_code, office_name: header.issuer.name, counties: header.counties })),
    }, 200),
    setUpRegion: (c) => inTurn(async () => {
      const { account, pack, counties, region_code, name, office_name } = c.req.valid('json');
      if (!(await isFirstRun(deps))) return refuse(c, 'region_exists');
      if (!packs.has(pack)) return refuse(c, 'unknown_pack');
      const [imported] = await listRegions(deps.database);
      if (imported !== undefined && imported.code !== region_code) return refuse(c, 'other_region');
      const region = imported ?? await createRegion(deps.database, { code: region_code, name, office_name, counties, pack, sample: false });
      const actor = { region_id: region.region_id, account: account.account };
      const { token } = await deps.database.as(actor).write(async (tx) => {
        await createAccount(tx, { account: account.account, display_name: account.name, password: account.password });
        return openSession(tx);
      });
      keepToken(c, token);
      return c.json(await headOf(deps, region, actor), 201);
    }),
    readRegion: async (c) => {
      const asker = c.get('asker');
      const known = asker === null && !(await isFirstRun(deps)) ? (await listRegions(deps.database))[0] : undefined;
      const region = asker === null ? known : await storeOf(deps, c).read(readRegion);
      if (region === undefined || region === null) return refuse(c, 'no_region');
      return c.json(await headOf(deps, region, asker?.actor ?? null), 200);
    },
    loadSample: (c) => inTurn(async () => {
      if ((await listRegions(deps.database)).length > 0) return refuse(c, 'not_empty');
      const { region, account } = await deps.loadSample();
      const actor = { region_id: region.region_id, account };
      const { token } = await deps.database.as(actor).write(openSession);
      keepToken(c, token);
      return c.json(await headOf(deps, region, actor), 201);
    }),
    removeSample: (c) => inTurn(async () => {
      const { actor } = askerOf(c);
      const counts = await storeOf(deps, c).read((tx) => countRegisters(tx));
      const { outcome } = await removeSample(deps.database, actor.region_id);
      if (outcome !== 'done') return refuse(c, outcome);
      deleteCookie(c, SESSION_COOKIE, { path: '/' });
      return c.json({ removed: counts.reduce((sum, { records }) => sum + records, 0) }, 200);
    }),
  };
}

/** Until somebody can sign in; a region that an import on the command line brought along has no account yet. */
async function isFirstRun({ database }: Deps): Promise<boolean> {
  for (const { region_id } of await listRegions(database)) {
    if ((await database.as({ region_id, account: PROGRAM }).read(listAccounts)).length > 0) return false;
  }
  return true;
}

function keepToken(c: Context<ApiEnv>, token: string): void {
  setCookie(c, SESSION_COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: SESSION_SECONDS });
}

/** What the head of every page says; without an account no more than the names. */
async function headOf({ database, today }: Deps, region: Region, actor: Actor | null) {
  const snapshots = actor === null ? [] : await database.as(actor).read(listSnapshots);
  return {
    region_code: region.code, name: region.name, office_name: region.office_name, sample: region.sample, pack: region.pack,
    counties: region.counties, account: actor?.account ?? null, snapshots: [...new Set(snapshots.map(({ on }) => on))],
    default_on: region.sample ? SAMPLE_DAY : null, today: today(),
  };
}

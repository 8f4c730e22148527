import type { Context } from 'hono';
import { passwordFault } from '../core/access/password.ts';
import { packs } from '../core/policy/packs.ts';
import { hasAccounts } from '../store/accounts.ts';
import { programActor } from '../store/program-actor.ts';
import { createRegion, listRegions, readRegion, removeSample, type Region } from '../store/regions.ts';
import { countRegisters } from '../store/registers.ts';
import { openSession, type Opening } from '../store/sessions.ts';
import { listSnapshots, type SnapshotHead } from '../store/snapshots.ts';
import type { Actor } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, limitsOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { addFirstPeople } from './first-people.ts';
import { refuse } from './refuse.ts';
import { SAMPLE_DAY } from './sample-region.ts';
import { dropToken, keepToken } from './session-cookie.ts';
import { slipsOf } from './slips.ts';
import { weakPassword } from './weak-password.ts';

type RegionHandlers = Pick<Handlers, 'readFirstRun' | 'setUpRegion' | 'readRegion' | 'loadSample' | 'removeSample'>;

/** The region: set up once, named at the head of every page; the sample in and out. */
export function regionHandlers(deps: Deps): RegionHandlers {
  // Set-ups take turns, so that two requests at once make one region.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    readFirstRun: async (c) => c.json({
      open: await isFirstRun(deps),
      packs: [...packs.values()].map(({ header }) => (
        { id: header.id, name: header.name, region_code: header.region_code, office_name: header.issuer.name, counties: header.counties })),
    }, 200),
    setUpRegion: (c) => inTurn(async () => {
      const { account, pack, counties, region_code, name, office_name, audit_hash } = c.req.valid('json');
      if (!(await isFirstRun(deps))) return refuse(c, 'region_exists');
      if (!packs.has(pack)) return refuse(c, 'unknown_pack');
      const [imported] = await listRegions(deps.database);
      if (imported !== undefined && imported.code !== region_code) return refuse(c, 'other_region');
      const fault = passwordFault(account.password, account.account);
      if (fault !== null) return weakPassword(c, 'json.account.password', fault);
      const region = imported ?? await createRegion(deps.database, { code: region_code, name, office_name, counties, pack, sample: false }, audit_hash);
      const people = await deps.database.as(programActor(region.region_id)).write(async (tx) => {
        const first = await addFirstPeople(tx, account);
        if (first.outcome !== 'done') tx.discard();
        return first;
      });
      if (people.outcome !== 'done') return refuse(c, people.outcome);
      await open(deps, c, { ...programActor(region.region_id), account: account.account }, 'enrol');
      return c.json({ ...headOf(deps, region, null), slips: await slipsOf(deps, c, people.codes) }, 201);
    }),
    readRegion: async (c) => {
      const asker = c.get('asker');
      const known = asker === null && !(await isFirstRun(deps)) ? (await listRegions(deps.database))[0] : undefined;
      if (asker === null) return known === undefined ? refuse(c, 'no_region') : c.json(headOf(deps, known, null), 200);
      const [region, snapshots] = await storeOf(deps, c).read((tx) => Promise.all([readRegion(tx), listSnapshots(tx)]));
      return region === null ? refuse(c, 'no_region') : c.json(headOf(deps, region, asker.actor, snapshots), 200);
    },
    loadSample: (c) => inTurn(async () => {
      if ((await listRegions(deps.database)).length > 0) return refuse(c, 'not_empty');
      const { region, account } = await deps.loadSample();
      const actor = { ...programActor(region.region_id), account };
      await open(deps, c, actor, 'full');
      return c.json(headOf(deps, region, actor, await deps.database.as(actor).read(listSnapshots)), 201);
    }),
    removeSample: (c) => inTurn(async () => {
      const { actor } = askerOf(c);
      const counts = await storeOf(deps, c).read((tx) => countRegisters(tx));
      const { outcome } = await removeSample(deps.database, actor.region_id, actor.account);
      if (outcome !== 'done') return refuse(c, outcome);
      dropToken(c, deps);
      return c.json({ removed: counts.reduce((sum, { records }) => sum + records, 0) }, 200);
    }),
  };
}

/** Opens the session of whoever has just set things up. */
async function open(deps: Deps, c: Context<ApiEnv>, actor: Actor, level: Opening['level']): Promise<void> {
  const opened = await deps.database.as(actor).write(async (tx) => {
    const session = await openSession(tx, { level, factor: false, limits: limitsOf(deps) });
    await tx.audit({ action: 'sign_in.done', object: `accounts/${actor.account}`, detail: { how: 'set_up', level } });
    return session;
  });
  if (opened !== null) keepToken(c, deps, opened.token);
}

/** Until somebody can sign in; a region that an import on the command line brought along has no account yet. */
async function isFirstRun({ database }: Deps): Promise<boolean> {
  for (const { region_id } of await listRegions(database)) {
    if (await database.as(programActor(region_id)).read(hasAccounts)) return false;
  }
  return true;
}

/** What the head of every page says; without an account no more than the names. */
function headOf({ today }: Deps, region: Region, actor: Actor | null, snapshots: readonly SnapshotHead[] = []) {
  return {
    region_code: region.code, name: region.name, office_name: region.office_name, sample: region.sample, pack: region.pack,
    counties: region.counties, account: actor?.account ?? null, snapshots: [...new Set(snapshots.map(({ on }) => on))],
    default_on: region.sample ? SAMPLE_DAY : null, today: today(),
  };
}

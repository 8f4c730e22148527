import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCESS } from '../../api/access.ts';
import { routes } from '../../api/routes.ts';
import { onDatabase } from '../databases.ts';
import { randomFrom } from '../prove/random.ts';
import { EVERYBODY } from './actors.ts';
import { cells, untried } from './cases.ts';
import { matrixClient, type MatrixClient } from './client.ts';
import { askAll, matrixOf } from './matrix.ts';
import { isAsked, survivors } from './mutation.ts';
import { EVERYTHING_OPEN, mutants, withPolicy } from './policy-change.ts';
import { withoutRowSecurity } from './without-row-security.ts';
import { makeWorld, type World } from './world.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** For a machine that has much else to do; alone it takes a tenth. */
const SLOW_MS = 600_000;

onDatabase('embedded', `who may do what (seed ${seed})`, (database) => {
  let world: World;
  let client: MatrixClient;
  const few = (slowOneIn: number) => ({ sheets: 1, random: randomFrom(seed), slowOneIn });

  beforeAll(async () => {
    world = await makeWorld(database.connection());
    client = matrixClient(world);
  });
  afterAll(() => world.close());

  test('every documented route is tried', () => {
    expect(untried()).toEqual([]);
  });

  test('every documented route says what it asks, and nothing else does', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(Object.keys(routes).sort());
  });

  test('at least 5 000 questions, none answered wrongly', async () => {
    const asked = randomFrom(seed).shuffled(cells(EVERYBODY, few(12))).slice(0, 5200);
    expect(asked.length).toBeGreaterThanOrEqual(5000);
    expect(await askAll(matrixOf(world, client), asked)).toEqual([]);
  }, SLOW_MS);

  test('the database alone holds, where the application believes that everything is open to everybody', async () => {
    client.believe('everything is open');
    const asked = randomFrom(seed).shuffled(cells(EVERYBODY, few(20))).slice(0, 1200);
    const wrong = await withPolicy(EVERYTHING_OPEN, () => askAll(matrixOf(world, client, 'database'), asked));
    client.believe('as it is');
    expect(wrong).toEqual([]);
  }, SLOW_MS);

  test('the application alone holds, where no table has row security', async () => {
    const asked = randomFrom(seed).shuffled(cells(EVERYBODY, few(20))).slice(0, 1200);
    const wrong = await withoutRowSecurity(world, () => askAll(matrixOf(world, client), asked));
    expect(wrong).toEqual([]);
  }, SLOW_MS);

  test('a line of the policy that is taken away, widened or put in is noticed', async () => {
    const tried = randomFrom(seed).shuffled(mutants().filter(isAsked)).slice(0, 120);
    expect(await survivors(world, client, tried, few(8))).toEqual([]);
  }, SLOW_MS);
});

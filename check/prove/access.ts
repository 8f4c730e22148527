import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../store/postgres/start.ts';
import { EVERYBODY } from '../access/actors.ts';
import { cells, untried } from '../access/cases.ts';
import { matrixClient } from '../access/client.ts';
import { askAll, matrixOf, type Wrong } from '../access/matrix.ts';
import { isAsked, survivors } from '../access/mutation.ts';
import { EVERYTHING_OPEN, mutants, withPolicy } from '../access/policy-change.ts';
import { makeWorld } from '../access/world.ts';
import { withoutRowSecurity } from '../access/without-row-security.ts';
import type { Proof } from './proof.ts';
import { randomFrom } from './random.ts';

const SHEETS = 3;
const SHOWN = 20;

/**
 * Who may see and do what: every documented route asked by everybody for what is own, sibling, mixed, unrelated and
 * absent in each state; then with the database alone, with the application alone, and with every line of the policy
 * changed in turn. `count` is how many sheets each combination is asked about.
 */
export const access: Proof = {
  name: 'access',
  run: async ({ seed, count, say }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-access-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const world = await makeWorld(postgres.connection);
    try {
      const client = matrixClient(world);
      const draw = (sheets: number, slowOneIn: number) => cells(EVERYBODY, { sheets, random: randomFrom(seed), slowOneIn });
      const [asked, fewer] = [draw(count ?? SHEETS, 2), draw(1, 4)];
      const both = await askAll(matrixOf(world, client), asked);
      client.believe('everything is open');
      const database = await withPolicy(EVERYTHING_OPEN, () => askAll(matrixOf(world, client, 'database'), fewer));
      client.believe('as it is');
      const application = await withoutRowSecurity(world, () => askAll(matrixOf(world, client), fewer));
      const tried = mutants().filter(isAsked);
      const left = await survivors(world, client, tried, { sheets: 1, random: randomFrom(seed), slowOneIn: 4 });
      const wrong: Wrong[] = [...both, ...database, ...application];
      for (const { cell, what } of wrong.slice(0, SHOWN)) say(`seed ${seed}  ${cell}: ${what}`);
      for (const name of [...left, ...untried()].slice(0, SHOWN)) say(`seed ${seed}  not noticed: ${name}`);
      return {
        holds: wrong.length + left.length + untried().length === 0,
        figures: `${asked.length} cells, ${both.length} wrong; database alone ${fewer.length}, ${database.length} wrong; application alone ${fewer.length}, ${application.length} wrong; `
          + `${tried.length} lines of the policy changed, ${left.length} not noticed (seed ${seed})`,
      };
    } finally {
      await world.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

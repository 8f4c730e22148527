import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigner } from '../../store/checkpoint-key.ts';
import { openDatabase } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { act, missed, sealAll, tamper, verify } from './made-acts.ts';
import { CHAIN_TAMPERINGS, RECORD_TAMPERINGS } from './made-tampering.ts';
import type { Proof } from './proof.ts';
import { randomFrom } from './random.ts';

const DEFAULT_COUNT = 200;
const MOST_ACTS = 12;
const TAMPERINGS = [...CHAIN_TAMPERINGS, ...RECORD_TAMPERINGS];

/** Tampering as superuser, of every kind in turn, each in a region of its own: verification names the entry first. */
export const tampering: Proof = {
  name: 'tampering',
  run: async ({ seed, count, say }) => {
    const many = count ?? DEFAULT_COUNT;
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-tampering-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const db = await openDatabase(postgres.connection, memorySource());
    const checkpoints = { directory: join(dataDir, 'checkpoints'), signer: openSigner(join(dataDir, 'keys')) };
    let wrong = 0;
    let entries = 0;
    try {
      for (let own = seed; own < seed + many; own += 1) {
        const random = randomFrom(own);
        const one = TAMPERINGS[(own - seed) % TAMPERINGS.length] as (typeof TAMPERINGS)[number];
        const { region_id } = await createRegion(db, {
          code: '330800', name: '测试市', office_name: '测试办', counties: [], pack: 'quzhou-2024', sample: false,
        }, random.oneIn(4) ? 'sm3' : 'sha256');
        const actor = { ...programActor(region_id), account: 'office' };
        await act(db, actor, random, random.whole(0, MOST_ACTS), () => (random.oneIn(3) ? sealAll(db, region_id, checkpoints) : Promise.resolve()));
        await sealAll(db, region_id, checkpoints);
        const before = await verify(db, region_id, checkpoints);
        entries += before.links;
        const named = await tamper(postgres.connection, region_id, one, random);
        const told = before.holds && named !== null ? missed(await verify(db, region_id, checkpoints), named) : 'it did not hold before';
        if (told === null) continue;
        wrong += 1;
        say(`seed ${own}, ${one.name}: ${told}`);
      }
    } finally {
      await db.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
    return { holds: wrong === 0, figures: `${many} tamperings of ${TAMPERINGS.length} kinds from seed ${seed} in chains of ${entries} entries altogether; ${wrong} not named` };
  },
};

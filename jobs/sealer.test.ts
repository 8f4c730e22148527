import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { verify } from '../check/prove/made-acts.ts';
import { openSigner } from '../store/checkpoint-key.ts';
import { madeStore } from '../store/made-store.ts';
import { waitingEntries } from '../store/audit-sealing.ts';
import { startSealer } from './sealer.ts';

const SECONDS_TO_SEAL = 2;

eachDatabase('the sealer', (database) => {
  const store = madeStore(database);

  test('seals within two seconds what twenty writers write at once, and stops when it is told', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'guantong-sealer-'));
    const region = await store.region();
    const checkpoints = { directory: join(directory, 'checkpoints'), signer: openSigner(join(directory, 'keys')) };
    const said: unknown[] = [];
    const sealer = startSealer({ database: store.db(), checkpoints, log: (entry) => said.push(entry) });
    const ends = Date.now() + 4000;
    await Promise.all(Array.from({ length: 20 }, async () => {
      while (Date.now() < ends) {
        await region.as.write((tx) => tx.audit({ action: 'test.note', object: 'tests/1' }));
        await sleep(10);
      }
    }));
    for (let left = 1; left > 0;) {
      await sleep(50);
      left = (await region.as.read((tx) => tx.whole(waitingEntries))).many;
    }
    await sealer.stop();
    const [row] = await region.as.read((tx) => tx.arrays(
      'select count(*), max(extract(epoch from c.sealed_at - e.at)) from audit_chain c join audit_entries e using (region_id, entry_id)'));
    const report = await verify(store.db(), region.actor.region_id, checkpoints);
    expect(report).toMatchObject({ holds: true, waiting: 0, links: Number(row?.[0]) });
    expect(Number(row?.[0])).toBeGreaterThan(100);
    expect(Number(row?.[1])).toBeLessThan(SECONDS_TO_SEAL);
    expect(said).toEqual([]);
    expect(sealer.state()).toMatchObject({ unsealed: 0, stuck: null });
    expect(sealer.state().last_checkpoint_at).not.toBeNull();
    await region.as.write((tx) => tx.audit({ action: 'test.note', object: 'tests/1' }));
    await sleep(900);
    expect((await region.as.read((tx) => tx.whole(waitingEntries))).many).toBe(1);
    rmSync(directory, { recursive: true, force: true });
  });

  test('says once that it is stuck, how much waits, and when it goes on', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'guantong-sealer-'));
    const region = await store.region();
    writeFileSync(join(directory, 'checkpoints'), 'no folder');
    const checkpoints = { directory: join(directory, 'checkpoints'), signer: openSigner(join(directory, 'keys')) };
    const said: { readonly event: string; readonly region?: unknown }[] = [];
    const sealer = startSealer({ database: store.db(), checkpoints, log: (entry) => said.push(entry), pause_ms: 30 });
    const until = async (holds: () => boolean): Promise<void> => {
      const ends = Date.now() + 10_000;
      while (!holds() && Date.now() < ends) await sleep(20);
      expect(holds(), JSON.stringify(sealer.state())).toBe(true);
    };
    await until(() => sealer.state().stuck === 'checkpoint_not_written');
    expect(sealer.state().unsealed).toBeGreaterThan(0);
    await sleep(200);
    rmSync(join(directory, 'checkpoints'));
    await until(() => sealer.state().stuck === null);
    await sealer.stop();
    expect(said.filter((one) => one.region === region.actor.region_id).map(({ event }) => event)).toEqual(['sealing_stuck', 'sealing_goes_on']);
    rmSync(directory, { recursive: true, force: true });
  });
});

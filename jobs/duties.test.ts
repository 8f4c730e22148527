import { expect, test } from 'vitest';
import { onDatabase } from '../check/databases.ts';
import { date } from '../core/values/plain-date.ts';
import { setGoLive } from '../store/duty-start.ts';
import { dutyWorld, newcomer } from '../store/made-duties.ts';
import { madeStore } from '../store/made-store.ts';
import { startDuties } from './duties.ts';

onDatabase('embedded', 'duties while the server runs', (database) => {
  const store = madeStore(database);

  test('are worked out at the start and when something is recorded, and the job ends when it is told to', async () => {
    const region = await store.region();
    await region.as.write((tx) => setGoLive(tx, date('2025-09-01')));
    await region.import({ ...dutyWorld(), students: [newcomer('T1')] });
    const said: unknown[] = [];
    const job = startDuties({ database: store.db(), today: () => date('2025-10-10'), log: (entry) => said.push(entry), pause_ms: 10 });
    const agreements = async () => Number((await region.as.read((tx) => tx.arrays(`select count(*) from duties where region_id = $1 and duty = 'agreement'`, [region.actor.region_id])))[0]?.[0]);
    await expect.poll(agreements, { timeout: 30_000 }).toBe(1);
    await region.import({ students: [newcomer('T2')] }, { file: { name: 'b', sha256: 'b' } });
    await expect.poll(agreements, { timeout: 60_000 }).toBe(2);
    await job.stop();
    expect(JSON.stringify(said)).not.toContain('duties_failed');
  }, 120_000);
});

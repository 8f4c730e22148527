import { expect, test } from 'vitest';
import { madeStore } from '../../store/made-store.ts';
import { onDatabase } from '../databases.ts';
import { storeGraduations } from './graduation-store.ts';

const SEED = Date.now() % 1_000_000_000;
const COHORTS = 200;

onDatabase('embedded', 'final years through the store', (database) => {
  const store = madeStore(database);
  test(`R3-d, M9-e: ${COHORTS} random cohorts end as the sentences say, nobody graduates without certificate or exemption, a second run changes nothing (npm run prove -- graduation-store --seed ${SEED})`, async () => {
    const { faults, students, ended } = await storeGraduations(store.db(), SEED, COHORTS);
    expect(faults.slice(0, 5)).toEqual([]);
    expect(students).toBeGreaterThan(2 * COHORTS);
    for (const outcome of ['graduated', 'completed', 'incomplete', 'stays']) expect(ended[outcome], outcome).toBeGreaterThan(0);
  });
});

import { expect, test } from 'vitest';
import { madeStore } from '../../store/made-store.ts';
import { onDatabase } from '../databases.ts';
import { storeLives } from './rolls.ts';

const SEED = Date.now() % 1_000_000_000;

onDatabase('embedded', 'lives through the store', (database) => {
  const store = madeStore(database);
  test(`R3-a: no gap, no overlap, nobody unlisted steps up, the owner of the stage acts (npm run prove -- rolls --seed ${SEED} --count 10)`, async () => {
    const { faults, moves, refusals } = await storeLives(store.db(), { seed: SEED, students: 10, steps: 2 });
    expect(faults).toEqual([]);
    expect(Math.min(moves, refusals)).toBeGreaterThan(10);
  });
});

import { expect, test } from 'vitest';
import { madeStore } from '../../store/made-store.ts';
import { onDatabase } from '../databases.ts';
import { storeCohort } from './step-up.ts';
import { stepUpCohorts } from './step-up-cohorts.ts';

const SEED = Date.now() % 1_000_000_000;
const COHORTS = 2_000;

test(`M9-d, M3-c: of ${COHORTS} random cohorts nobody outside the filed list steps up, a resit makes nothing worse, nobody steps up twice (npm run prove -- step-up --seed ${SEED})`, () => {
  const { faults, students, stepped_up } = stepUpCohorts(SEED, COHORTS);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(Math.min(students - stepped_up, stepped_up)).toBeGreaterThan(COHORTS);
});

onDatabase('embedded', 'a cohort through the store', (database) => {
  const store = madeStore(database);
  test(`steps up as the sentences say, once; who does not stands on the list of those who leave (seed ${SEED})`, async () => {
    const { faults, stepped_up } = await storeCohort(store.db(), SEED, 40);
    expect(faults).toEqual([]);
    expect(stepped_up).toBeGreaterThan(0);
  });
});

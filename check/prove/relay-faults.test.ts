import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { fillUnderRelay, killRelay, loseRelayCommits } from './relay-faults.ts';
import { noSmallDisk } from './full-disk.ts';

test('R4-a: killed ten times while money moves, program and database, nothing is lost, doubled or torn', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`seed ${seed}\n`);
  const { faults, acts } = await killRelay(10, seed);
  expect(faults, `seed ${seed}`).toEqual([]);
  expect(acts).toBeGreaterThanOrEqual(3);
}, 400_000);

test('R4-a: a full disk under moving money loses and doubles nothing', async () => {
  if (noSmallDisk() !== null) return;
  const { faults, struck } = await fillUnderRelay(2);
  expect(faults).toEqual([]);
  expect(struck).toBeGreaterThan(0);
}, 400_000);

onDatabase('embedded', 'R4-a: acts whose COMMIT is never heard of', (database) => {
  test('are done once when they are done again', async () => {
    const { faults, struck } = await loseRelayCommits(database.connection(), 12);
    expect(faults).toEqual([]);
    expect(struck).toBeGreaterThanOrEqual(12);
  }, 400_000);
});

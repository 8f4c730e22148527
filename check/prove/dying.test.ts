import { expect, test } from 'vitest';
import { fillTheDisk, noSmallDisk } from './full-disk.ts';
import { killAtRandom } from './kill.ts';

test('killed ten times at random moments, server and database, nothing acknowledged is lost or doubled', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`seed ${seed}\n`);
  const { acts, lost, doubled, kills } = await killAtRandom(10, seed);
  expect([lost, doubled], `seed ${seed}`).toEqual([[], 0]);
  expect(Object.values(kills).reduce((sum, many) => sum + many, 0)).toBe(10);
  expect(acts).toBeGreaterThanOrEqual(3);
}, 400_000);

test('a full disk is said as what it is, nothing is lost or doubled, and work goes on once there is space', async () => {
  const why = noSmallDisk();
  if (why !== null) {
    // Some machines give nobody a disk of their own; the test of the error's words does not need one.
    process.stderr.write(`a full disk was not tried on this machine: ${why}\n`);
    return;
  }
  const { statuses, said, lost, doubled, recovered_ms } = await fillTheDisk(2);
  expect(Object.keys(statuses).filter((status) => !['201', '503', '507'].includes(status))).toEqual([]);
  expect(said).toContain('storage_full');
  expect([lost, doubled]).toEqual([0, 0]);
  expect(recovered_ms).toBeLessThan(30_000);
}, 180_000);

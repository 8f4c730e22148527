import { expect, test } from 'vitest';
import { strikeGraduations } from './graduation-kills.ts';

test('R3-d: killed while a graduation list is entered, all of it stands or none', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`seed ${seed}\n`);
  const { halves, graduated } = await strikeGraduations(3, seed, 120);
  expect(halves, `seed ${seed}`).toEqual([]);
  expect(graduated).toBe(120);
}, 300_000);

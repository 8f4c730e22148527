import { expect, test } from 'vitest';
import { allocationTwin } from '../prove/allocation-twin.ts';

const COUNT = 10;
const FIXED = 20_261_101;
const RANDOM = Date.now() % 1_000_000_000;

test.each([['fixed', FIXED], ['others each time', RANDOM]])('no plan is cheaper, by trying every plan of small regions: %s, from seed %i', async (_, first) => {
  const twins = [];
  for (let at = 0; at < COUNT; at += 1) twins.push(await allocationTwin(first + at));
  expect(twins.flatMap(({ seed, differences }) => differences.map((text) => `npm run prove -- allocation --seed ${seed} --count 1: ${text}`))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { allowed, costOf, keeper, packFor } from '../prove/allocation-twin.ts';
import { cheaperNeighbours, neighboursOf, planOfSeed, type MadePlan } from '../prove/allocation-neighbours.ts';

const COUNT = 25;
const FIXED = 20_261_129;
const RANDOM = Date.now() % 1_000_000_000;

async function plansFrom(first: number): Promise<{ readonly seed: number; readonly plan: MadePlan }[]> {
  const found = [];
  for (let seed = first; seed < first + COUNT; seed += 1) {
    const plan = await planOfSeed(seed);
    if (plan !== null) found.push({ seed, plan });
  }
  return found;
}

describe('no neighbour of a plan is cheaper and keeps everything', () => {
  test.each([['fixed', FIXED], ['others each time', RANDOM]])('%s, from seed %i', async (_, first) => {
    const plans = await plansFrom(first);
    const asked = plans.map(({ seed, plan }) => ({ seed, ...cheaperNeighbours(plan) }));
    expect(asked.filter(({ cheaper }) => cheaper.length > 0).map(({ seed, cheaper }) => `seed ${seed}: ${JSON.stringify(cheaper[0])}`)).toEqual([]);
    expect(asked.reduce((sum, one) => sum + one.asked, 0)).toBeGreaterThan(COUNT);
  });

  test('and one that was made worse, by a step that costs something and breaks nothing, is found out by the step back', async () => {
    let worsened = 0;
    for (const { seed, plan } of await plansFrom(FIXED)) {
      const { made, acts } = plan;
      const keeps = keeper(made, packFor(made));
      const worse = neighboursOf(plan).find((one) => costOf(made, one) > costOf(made, acts) && allowed(made, one) && keeps(one));
      if (worse === undefined) continue;
      worsened += 1;
      expect(cheaperNeighbours({ made, acts: worse }).cheaper.length, `seed ${seed}`).toBeGreaterThan(0);
    }
    expect(worsened).toBeGreaterThan(3);
  });
});

import { allocationTwin } from './allocation-twin.ts';
import type { Proof } from './proof.ts';

// About a third have too many plans to try and are left out.
const COUNT = 1000;

/** The plan that reaches a target against trying every plan, on random small regions. */
export const allocations: Proof = {
  name: 'allocation',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const states: Record<string, number> = {};
    let [differing, tried] = [0, 0];
    for (let seed = first; seed < first + many; seed++) {
      const twin = await allocationTwin(seed);
      states[twin.state] = (states[twin.state] ?? 0) + 1;
      tried += twin.tried;
      if (twin.differences.length === 0) continue;
      differing += 1;
      say(`seed ${seed}: ${twin.differences.join('; ')}`);
    }
    return { holds: differing === 0, figures: `${many} regions from seed ${first}: ${Object.entries(states).map(([name, number]) => `${number} ${name}`).join(', ')}; ${tried} plans tried; ${differing} differ` };
  },
};

import { graduationTwin } from './graduation-twin.ts';
import type { Proof } from './proof.ts';

const COUNT = 3000;
const SHOWN = 20;

/** The graduation audit against a second reading of the contract, on random final years. */
export const graduation: Proof = {
  name: 'graduation',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const totals = { graduated: 0, completed: 0, incomplete: 0, undetermined: 0, exempted: 0 };
    let differing = 0;
    for (let seed = first; seed < first + many; seed++) {
      const { day, summary, differences } = graduationTwin(seed);
      for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += summary[name];
      if (differences.length === 0) continue;
      differing += 1;
      if (differing <= SHOWN) say(`seed ${seed}, ${day}\n${differences.map((text) => `  ${text}`).join('\n')}`);
    }
    return { holds: differing === 0, figures: `${many} final years from seed ${first}: ${Object.entries(totals).map(([name, number]) => `${number} ${name}`).join(', ')}; ${differing} differ` };
  },
};

import { moneyTwin } from './money-twin.ts';
import type { Proof } from './proof.ts';

const COUNT = 5000;
const SHOWN = 20;

/** The settlement of money against a second reading of the contract, on random years. */
export const settle: Proof = {
  name: 'settle',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const outcomes: Record<string, number> = {};
    let [differing, refused] = [0, 0];
    for (let seed = first; seed < first + many; seed++) {
      const { asked, settlement, flaw, differences } = moneyTwin(seed);
      if (flaw !== null) refused += 1;
      for (const { outcome } of settlement.lines) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (differences.length === 0) continue;
      differing += 1;
      if (differing <= SHOWN) say(`seed ${seed}, ${JSON.stringify(asked)}\n${differences.map((text) => `  ${text}`).join('\n')}`);
    }
    const lines = Object.entries(outcomes).map(([name, number]) => `${number} ${name}`).join(', ');
    return { holds: differing === 0, figures: `${many} years from seed ${first}: lines ${lines}; ${refused} with an error; ${differing} differ` };
  },
};

import { forecastTwin } from './forecast-twin.ts';
import type { Proof } from './proof.ts';

const COUNT = 1000;
const SHOWN = 40;

/** The forecast against a second reading of the contract, on random regions. */
export const forecasts: Proof = {
  name: 'forecast',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const totals = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };
    let differing = 0;
    for (let seed = first; seed < first + many; seed++) {
      const { day, outcomes, differences } = forecastTwin(seed);
      for (const outcome of Object.keys(totals) as (keyof typeof totals)[]) totals[outcome] += outcomes[outcome];
      if (differences.length === 0) continue;
      differing += 1;
      if (differing <= SHOWN) say(`seed ${seed}, ${day}\n${differences.slice(0, 12).map((text) => `  ${text}`).join('\n')}`);
    }
    return { holds: differing === 0, figures: `${many} regions from seed ${first}: ${Object.entries(totals).map(([name, number]) => `${number} ${name}`).join(', ')}; ${differing} differ` };
  },
};

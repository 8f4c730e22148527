import { openDatabase } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { startAlone } from './alone.ts';
import { ledgerTwin } from './ledger-twin.ts';
import type { Proof } from './proof.ts';

const COUNT = 1000;
const SHOWN = 20;

/** The books over the store against the rules of core, on random years that come in at once or in two files. */
export const ledger: Proof = {
  name: 'ledger',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const outcomes: Record<string, number> = {};
    let differing = 0;
    const alone = await startAlone();
    const db = await openDatabase(await alone.newDatabase(), memorySource());
    try {
      for (let seed = first; seed < first + many; seed++) {
        const { outcome, differences } = await ledgerTwin(db, seed);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        if (differences.length === 0) continue;
        differing += 1;
        if (differing <= SHOWN) say(`seed ${seed}\n${differences.map((text) => `  ${text}`).join('\n')}`);
      }
    } finally {
      await db.close();
      await alone.stop();
    }
    return { holds: differing === 0, figures: `${many} years from seed ${first}: ${Object.entries(outcomes).map(([name, number]) => `${number} ${name}`).join(', ')}; ${differing} differ` };
  },
};

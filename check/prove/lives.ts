import { life } from './life.ts';
import type { Proof } from './proof.ts';

const COUNT = 20_000;
const SHOWN = 20;

/** Random five-year lives: the roll's table against a second reading, custody without gap or overlap, nobody unlisted in the higher stage. */
export const lives: Proof = {
  name: 'lives',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    let [moves, refusals, up, faulty] = [0, 0, 0, 0];
    for (let seed = first; seed < first + many; seed++) {
      const one = life(seed);
      [moves, refusals, up] = [moves + one.moves, refusals + one.refusals, up + Number(one.stepped_up)];
      if (one.faults.length === 0) continue;
      faulty += 1;
      if (faulty <= SHOWN) say(`seed ${seed}\n${one.faults.map((text) => `  ${text}`).join('\n')}`);
    }
    return { holds: faulty === 0, figures: `${many} lives from seed ${first}: ${moves} changes made, ${refusals} refused, ${up} stepped up; ${faulty} with a fault` };
  },
};

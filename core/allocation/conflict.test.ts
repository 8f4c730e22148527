import fc from 'fast-check';
import { expect, test } from 'vitest';
import { irreducibleConflict } from './conflict.ts';
import { demand } from './demand.ts';

const demands = Array.from({ length: 24 }, (_, at) => demand('standard', `R${at}`));

test('of many demands those are found that conflict, and each of them is needed for it', async () => {
  const sets = fc.array(fc.uniqueArray(fc.nat(demands.length - 1), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  await fc.assert(fc.asyncProperty(sets, async (conflicts) => {
    const canKeep = (kept: readonly { readonly key: string }[]) => {
      const keys = new Set(kept.map(({ key }) => key));
      return Promise.resolve(!conflicts.some((set) => set.every((at) => keys.has(`R${at}`))));
    };
    const found = await irreducibleConflict(demands, canKeep);
    expect(await canKeep(found)).toBe(false);
    for (const one of found) expect(await canKeep(found.filter((other) => other !== one))).toBe(true);
  }), { numRuns: 300 });
});

test('what conflicts without any demand has none to give up', async () => {
  expect(await irreducibleConflict(demands, () => Promise.resolve(false))).toEqual([]);
});

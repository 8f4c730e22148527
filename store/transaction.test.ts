import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { madeStore } from './made-store.ts';
import type { Transaction } from './transaction.ts';

/** As COPY takes them. */
const numbers = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => `${from + at}\n`);
const MADE = 'create temp table made (n integer primary key) on commit drop';
const COPY = 'copy made from stdin';
const act = { action: 'made.add', object: 'made/1' };

eachDatabase('a transaction', (database) => {
  const store = madeStore(database);
  const counted = async (tx: Transaction): Promise<number> => Number((await tx.arrays('select count(*) from made'))[0]?.[0]);
  const acts = async (region: Awaited<ReturnType<typeof store.region>>): Promise<number> =>
    (await region.as.read((tx) => tx.arrays(`select 1 from audit_entries where region_id = $1 and action = $2`, [region.actor.region_id, act.action]))).length;

  test('is not answered as done where the database undid it', async () => {
    const region = await store.region();
    const swallowed = region.as.write(async (tx) => {
      await tx.audit(act);
      await tx.query('select 1 / $1::integer', [0]).catch(() => undefined);
      return 'done';
    });
    await expect(swallowed).rejects.toThrow(/ROLLBACK/);
    expect(await acts(region)).toBe(0);
    expect(await region.as.write(async (tx) => { await tx.audit(act); return 'done'; })).toBe('done');
    expect(await acts(region)).toBe(1);
  });

  test('fails with its audit entry, which is waited for last', async () => {
    const region = await store.region();
    for (const goesOn of [false, true]) {
      const another = region.as.write(async (tx) => {
        // The clock is asked in the region, the entry would stand in another.
        const asked = tx.audit(act);
        void tx.change(`set local app.region = '0'`);
        await asked;
        if (goesOn) await tx.query('select 1');
        return 'done';
      });
      await expect(another).rejects.toThrow(/row-level security/);
    }
    await expect(region.as.read((tx) => tx.audit(act))).rejects.toThrow(/read-only transaction/);
    expect(await acts(region)).toBe(0);
  });

  test('that is discarded is over when it was undone', async () => {
    const region = await store.region();
    expect(await region.as.write(async (tx) => { await tx.audit(act); tx.discard(); return 'let go'; })).toBe('let go');
    expect(await acts(region)).toBe(0);
  });

  test('does statements and COPYs that are asked for at once in their order', async () => {
    const region = await store.region();
    const [before, between, after] = await region.as.write(async (tx) => {
      tx.unaudited('a table of the test');
      await tx.change(MADE);
      const first = tx.copy(COPY, numbers(1, 50_000));
      const done = await Promise.all([counted(tx), first.then(() => counted(tx)), tx.copy(COPY, numbers(50_001, 99_999)), first]);
      return [done[0], done[1], await counted(tx)];
    });
    expect([before, between, after]).toEqual([50_000, 99_999, 99_999]);
  });

  test('of which a COPY failed is undone, and its connection serves the next', async () => {
    const region = await store.region();
    const twice = async (lines: Iterable<string>): Promise<void> => region.as.write(async (tx) => {
      tx.unaudited('a table of the test');
      await tx.change(MADE);
      await tx.copy(COPY, lines);
    });
    function* breaking(): Iterable<string> { yield* numbers(1, 3); throw new Error('no more lines'); }
    for (let round = 0; round < 12; round += 1) {
      await expect(twice(['1\n', '1\n'])).rejects.toThrow(/duplicate key/);
      await expect(twice(breaking())).rejects.toThrow('no more lines');
      await twice(numbers(1, 9));
    }
  });
});

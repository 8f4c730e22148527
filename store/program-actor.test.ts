import { expect, test } from 'vitest';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { date } from '../core/values/plain-date.ts';
import { eachDatabase } from '../check/databases.ts';
import { madeStore } from './made-store.ts';
import { lookupActor, programActor } from './program-actor.ts';
import { countRegisters } from './registers.ts';

eachDatabase('finding out who asks', (database) => {
  const store = madeStore(database);

  test('sees accounts and names of organisations, nothing else, and writes nothing', async () => {
    const region = await store.region();
    expect((await region.import(campusOnTheLine())).outcome).toBe('done');
    const { region_id } = region.actor;
    const rowsOf = async (table: string, actor = lookupActor(region_id)) =>
      store.db().as(actor).read(async (tx) => (await tx.arrays(`select count(*) from ${table} where region_id = $1`, [region_id]))[0]?.[0]);
    expect(await rowsOf('register_students', programActor(region_id))).not.toBe(0n);
    for (const table of ['register_students', 'register_rooms', 'register_staff', 'imports']) expect(await rowsOf(table), table).toBe(0n);
    expect(await rowsOf('register_organisations')).toBe(await rowsOf('register_organisations', programActor(region_id)));
    // What another transaction of the same connection was told is gone with it.
    await store.db().as(programActor(region_id)).read((tx) => countRegisters(tx));
    expect(await rowsOf('register_students')).toBe(0n);
    const written = store.db().as(lookupActor(region_id)).write((tx) => tx.change(
      `insert into labels (region_id, thing, scopes) values ($1, 'x', '{}')`, [region_id]));
    await expect(written).rejects.toThrow(/row-level security|permission denied/);
  });

  test('counts of registers are the same whether a moment is named or not', async () => {
    const region = await store.region();
    await region.import(campusOnTheLine());
    const [now, named] = await region.as.read(async (tx) => [await countRegisters(tx), await countRegisters(tx, date('9999-12-31'))]);
    expect(now).toEqual(named);
    expect(now.some(({ records }) => records > 0)).toBe(true);
  });
});

import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { studentRow, type TypedSheets } from '../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { dutyWorld } from './made-duties.ts';
import { madeStore } from './made-store.ts';
import { madeChange } from './matters/made-change.ts';
import { programActor } from './program-actor.ts';

eachDatabase('duties by the values that a region decided', (database) => {
  const store = madeStore(database);
  async function region(sheets: TypedSheets) {
    const { actor, as, import: load } = await store.region();
    await as.write((tx) => setGoLive(tx, date('2024-06-01')));
    expect((await load({ ...dutyWorld(), ...sheets })).outcome).toBe('done');
    const reckon = (duty: string, today: string) => reckonDuties(store.db(), actor.region_id, { today: date(today), duties: DEFAULT_PACK.duties.filter(({ id }) => id === duty), parameters: DEFAULT_PACK.parameters });
    const rows = (sql: string) => store.db().as(programActor(actor.region_id)).read(async (tx) => (await tx.arrays(sql, [actor.region_id])).map((row) => row.join(' ')));
    return { change: (key: string, value: string, from: string) => madeChange(store.db(), actor.region_id, { key, value, from }), reckon, rows };
  }
  const came = (received_on: string) => ({ receipt_id: received_on, campus_id: 'C', payer_id: 'G', fiscal_year: 2025, amount_yuan: '100', received_on });

  test('M5-f: what begins on the day of the change has the new last day and rungs, what began the day before the old ones', async () => {
    const { change, reckon, rows } = await region({ grant_receipts: [came('2025-11-09'), came('2025-11-10')] });
    const due = () => rows('select opened_on, due_on from duties where region_id = $1 order by opened_on');
    const told = () => rows(`select d.opened_on, a.act, a.on_day from duty_acts a join duties d using (region_id, duty_key) where d.region_id = $1 and a.act = 'told/2' order by 1`);
    expect(await reckon('grant_pass_on', '2025-11-10')).toMatchObject({ opened: 2 });
    expect(await due()).toEqual(['2025-11-09 2025-12-09', '2025-11-10 2025-12-10']);
    await change('grant.pass_on_days', '20', '2025-11-10');
    await change('duty.office_days', '5', '2025-11-10');
    expect(await reckon('grant_pass_on', '2025-11-10')).toMatchObject({ moved: 1 });
    expect(await due()).toEqual(['2025-11-09 2025-12-09', '2025-11-10 2025-11-30']);
    await reckon('grant_pass_on', '2025-12-31');
    expect(await told()).toEqual(['2025-11-09 told/2 2025-12-19', '2025-11-10 told/2 2025-12-05']);
  });

  test('a value that held for a day only, and was decided afterwards, holds for what began on that day', async () => {
    const { change, reckon, rows } = await region({ grant_receipts: [came('2025-11-09'), came('2025-11-10'), came('2025-11-11')] });
    await reckon('grant_pass_on', '2025-11-20');
    await change('grant.pass_on_days', '20', '2025-11-10');
    await change('grant.pass_on_days', '30', '2025-11-11');
    expect(await reckon('grant_pass_on', '2025-11-20')).toMatchObject({ moved: 1 });
    expect(await rows('select due_on from duties where region_id = $1 order by opened_on')).toEqual(['2025-12-09', '2025-11-30', '2025-12-11']);
  });

  test('R4-j: how long before an internship its duties begin is that of the day, and not a day earlier', async () => {
    const { change, reckon, rows } = await region({ students: [studentRow('T1')], internships: [{ student_id: 'T1', employer_id: 'F', from: '2025-12-01', to: '2026-01-31' }] });
    await change('internship.papers_days', '21', '2025-11-13');
    await reckon('internship_insurance', '2025-11-12');
    expect(await rows('select opened_on from duties where region_id = $1')).toEqual([]);
    await reckon('internship_insurance', '2025-11-13');
    expect(await rows('select opened_on, due_on from duties where region_id = $1')).toEqual(['2025-11-10 2025-12-01']);
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { madeAdmission } from '../../core/admission/made-admissions.ts';
import { madeStore } from '../made-store.ts';
import { filedPlan, madeAdmissionScene } from './made-admission-scene.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  filedPlan({ P: 40, Q: 40 });
});

const told = (pilot_to: string) => ({ school_id: 'S', on: '2024-09-01', total_land_m2: '1', total_building_m2: '1', total_equipment_yuan: '1', secondary_students: 1, secondary_teachers: 1, pilot_from: '2024-05-29', pilot_to });

eachDatabase('a stopped school takes nobody in', (database) => {
  const store = madeStore(database);

  test('S3-f: who is admitted on the last day may come, who is admitted the day after may not; other schools go on', async () => {
    const scene = await madeAdmissionScene(store.db());
    const [registrar, other] = [await scene.somebody('school_registrar'), await scene.somebody('school_registrar', 'S2')];
    expect((await scene.import({ schools: [told('2025-08-09')] })).outcome).toBe('done');
    const refused = await scene.admit(registrar, [madeAdmission(1)]);
    expect(refused).toMatchObject({ outcome: 'problems', problems: [{ code: 'pilot_stopped', column: 'school_id', value: 'S' }] });
    expect((await scene.admit(other, [madeAdmission(2, { school_id: 'S2', programme_id: 'Q' })])).outcome).toBe('done');
    await scene.import({ schools: [told('2025-08-10')] });
    expect((await scene.admit(registrar, [madeAdmission(1)])).outcome).toBe('done');
  });

  test('S3-f: nobody is registered after the last day', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    await scene.admit(registrar, [madeAdmission(1), madeAdmission(2)]);
    const [one, two] = (await scene.all()).map(({ admission_id }) => Number(admission_id));
    await scene.import({ schools: [told('2025-09-01')] });
    expect((await scene.register(registrar, [one ?? 0], { on: '2025-09-01' })).outcome).toBe('done');
    expect(await scene.register(registrar, [two ?? 0], { on: '2025-09-02' })).toMatchObject({ outcome: 'refused', refusals: [{ why: 'pilot_stopped', clause: 'S3-f' }] });
  });
});

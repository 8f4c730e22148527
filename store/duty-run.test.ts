import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { studentRow, type TypedSheets } from '../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { reckonDuties, type Counts } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { enterHolidays } from './holidays.ts';
import { dutyWorld, newcomer, signed } from './made-duties.ts';
import { madeStore, type MadeRegion } from './made-store.ts';
import { programActor } from './program-actor.ts';

const { duties, parameters } = DEFAULT_PACK;

eachDatabase('duties of a region', (database) => {
  const store = madeStore(database);
  const region = async (sheets: TypedSheets = {}, go_live = '2025-09-01'): Promise<MadeRegion> => {
    const made = await store.region();
    await made.as.write((tx) => setGoLive(tx, date(go_live)));
    expect((await made.import({ ...dutyWorld(), ...sheets })).outcome).toBe('done');
    return made;
  };
  const reckon = ({ actor }: MadeRegion, today: string): Promise<Counts> =>
    reckonDuties(store.db(), actor.region_id, { today: date(today), duties: duties.filter(({ id }) => id === 'agreement'), parameters });
  const rows = ({ actor }: MadeRegion, duty: string) => store.db().as(programActor(actor.region_id)).read((tx) => tx.query<{ due_on: string; closed_on: string | null; without_table: number[]; student_id: string | null }>(
    `select d.due_on, d.closed_on, d.before_go_live, d.lifted, d.without_table, d.owed_by, d.about, t.student_id from duties d left join duty_students t using (region_id, duty_key) where d.duty = $1 order by t.student_id, d.due_on`, [duty]));
  const acts = ({ actor }: MadeRegion, duty: string) => store.db().as(programActor(actor.region_id)).read(async (tx) => (await tx.arrays(
    `select a.act, a.on_day from duty_acts a join duties d using (region_id, duty_key) where d.duty = $1 order by a.on_day, a.act`, [duty])).map(([act, on]) => `${String(on)} ${String(act)}`));

  test('R3-e, R3-h: each new student’s agreement is owed by the school’s registrar, a month from the first day, moved past the holiday', async () => {
    const made = await region({ students: [newcomer('T1'), newcomer('T2', { from: '2025-10-20' }), studentRow('T9')] });
    expect(await reckon(made, '2025-09-01')).toMatchObject({ opened: 1 });
    await reckon(made, '2025-10-20');
    expect(await rows(made, 'agreement')).toMatchObject([
      { student_id: 'T1', due_on: '2025-10-09', closed_on: null, owed_by: ['school_registrar@S'], about: 'student' }, { student_id: 'T2', due_on: '2025-11-19', closed_on: null },
    ]);
    expect(await acts(made, 'agreement')).toEqual(['2025-09-01 opened', '2025-10-02 told/0', '2025-10-10 told/1', '2025-10-19 told/2', '2025-10-20 opened']);
  });

  test('R3-e, B24: closed when all have signed, a guardian too of whoever is not yet eighteen, or when the student has left', async () => {
    const born = (birth_date: string) => ({ birth_date });
    const made = await region({
      students: [newcomer('T1', born('2007-09-10')), newcomer('T2', born('2007-09-11')), newcomer('T3'), newcomer('T4'), newcomer('T4', { status: 'withdrawn', from: '2025-09-15' })]
        .map((row, at) => (at === 3 ? { ...row, to: '2025-09-14' } : row)),
      agreements: [signed('T1', '2025-09-10', { signed_guardian_on: '' }), signed('T2', '2025-09-10', { signed_guardian_on: '' }), signed('T3', '2025-10-10')],
    });
    await reckon(made, '2025-10-20');
    expect(await rows(made, 'agreement')).toMatchObject([
      { student_id: 'T1', closed_on: '2025-09-10' }, { student_id: 'T2', closed_on: null }, { student_id: 'T3', closed_on: '2025-10-10', due_on: '2025-10-09' }, { student_id: 'T4', closed_on: '2025-09-15' },
    ]);
  });

  test('an act is written once, however often and however late it is worked out; what nobody sets off any more is lifted', async () => {
    const made = await region({ students: [newcomer('T1')] });
    await reckon(made, '2026-10-31');
    expect(await reckon(made, '2026-10-31')).toEqual({ opened: 0, closed: 0, reopened: 0, lifted: 0, moved: 0, told: 0 });
    const before = await acts(made, 'agreement');
    expect(before).toEqual(['2025-09-01 opened', '2025-10-02 told/0', '2025-10-10 told/1', '2025-10-19 told/2']);
    await made.import({ agreements: [signed('T1', '2025-10-09')] }, { file: { name: 'b', sha256: 'b' } });
    expect(await reckon(made, '2026-10-31')).toMatchObject({ closed: 1, told: 0 });
    await made.import({ agreements: [signed('T1', '', { signed_school_on: '2025-10-09' })] }, { file: { name: 'c', sha256: 'c' } });
    expect(await reckon(made, '2026-11-01')).toMatchObject({ reopened: 1, closed: 0, told: 0 });
    expect(await rows(made, 'agreement')).toMatchObject([{ closed_on: null }]);
    await made.import({ students: [{ ...newcomer('T1'), cohort: 2019 }] }, { file: { name: 'd', sha256: 'd' } });
    expect(await reckon(made, '2026-11-02')).toMatchObject({ lifted: 1 });
    expect(await rows(made, 'agreement')).toMatchObject([{ lifted: true }]);
  });

  test('from before the go-live day it is done with, and nobody is told', async () => {
    const made = await region({ students: [newcomer('T1')] }, '2025-09-02');
    expect(await reckon(made, '2026-10-31')).toEqual({ opened: 0, closed: 0, reopened: 0, lifted: 0, moved: 0, told: 0 });
    expect(await rows(made, 'agreement')).toMatchObject([{ before_go_live: true, closed_on: null }]);
    expect(await acts(made, 'agreement')).toEqual([]);
  });

  test('counted without a table it says so; when the table is entered the open deadline moves, and a kept one stays', async () => {
    const made = await region({
      calendar: [{ college_id: 'H', academic_year: 2027, first_day: '2027-09-01' }],
      students: [newcomer('T1', { cohort: 2027, from: '2027-09-01' }), newcomer('T2', { cohort: 2027, from: '2027-09-01' })], agreements: [signed('T2', '2027-09-30')],
    });
    await reckon(made, '2027-10-01');
    expect(await rows(made, 'agreement')).toMatchObject([{ due_on: '2027-10-01', without_table: [2027] }, { due_on: '2027-10-01', closed_on: '2027-09-30' }]);
    const off = ['2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'].map(date);
    const entered = await made.as.write((tx) => enterHolidays(tx, { year: 2027, off, worked: [], source: '国务院办公厅通知', version: 0 }));
    expect(entered.outcome).toBe('done');
    expect(await reckon(made, '2027-10-01')).toMatchObject({ moved: 1 });
    expect(await rows(made, 'agreement')).toMatchObject([{ due_on: '2027-10-08', without_table: [] }, { due_on: '2027-10-01', closed_on: '2027-09-30' }]);
  });

  test('two that work at once do together what one would have done', async () => {
    const made = await region({ students: Array.from({ length: 50 }, (_, at) => newcomer(`T${at}`)) });
    const counts = await Promise.all(Array.from({ length: 4 }, () => reckon(made, '2026-10-31')));
    expect(counts.map(({ opened, told }) => [opened, told]).sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0))).toEqual([[50, 150], [0, 0], [0, 0], [0, 0]]);
    expect(await acts(made, 'agreement')).toHaveLength(50 * 4);
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { madeAdmission, madeCitizenId } from '../../core/admission/made-admissions.ts';
import { studentRow } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { undoImportIn } from '../imports.ts';
import { madeFiledPlan } from '../made-plan.ts';
import { madeStore } from '../made-store.ts';
import { openToken } from '../sealing.ts';
import type { AdmissionsImported } from './import-admissions.ts';
import { decideDuplicate, listDuplicates } from './duplicates.ts';
import { filedPlan, madeAdmissionScene, type AdmissionScene } from './made-admission-scene.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  filedPlan({ P: 40, Q: 40 });
});

const codes = (reply: AdmissionsImported): string[] => (reply.outcome === 'problems' ? reply.problems.filter(({ severity }) => severity === 'error').map(({ row, column, code, value }) => `${row} ${column} ${code} ${value}`) : [reply.outcome]);
const counts = (reply: AdmissionsImported) => ('counts' in reply ? Object.values(reply.counts) : reply.outcome);
const intakes = (scene: AdmissionScene) => scene.as.read(async (tx) => (await loadRows(tx, 'intakes', {})).map(({ programme_id, planned, admitted, registered }) => [programme_id, planned, admitted, registered]));

eachDatabase('admitted students', (database) => {
  const store = madeStore(database);

  test('a list is stored whole, sealed, once; a correction answers what was known', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    expect(counts(await scene.admit(registrar, [madeAdmission(1), madeAdmission(2)]))).toEqual([2, 0, 0, 0]);
    const [first] = await scene.all();
    expect(first?.id_number).toMatch(/^sealed:citizen_id:/);
    expect(await scene.as.read((tx) => openToken(tx, first?.id_number ?? ''))).toBe(madeCitizenId('2010-03-04', 1));
    expect(counts(await scene.admit(registrar, [madeAdmission(1), madeAdmission(2)]))).toEqual([0, 0, 2, 0]);
    expect(counts(await scene.admit(registrar, [madeAdmission(1, { score: '600' }), madeAdmission(3)]))).toEqual([1, 1, 0, 0]);
    expect((await scene.all()).map(({ exam_number, score }) => [exam_number, Number(score)])).toEqual([['26000002', 512.5], ['26000001', 600], ['26000003', 512.5]]);
    const [answered] = await scene.as.read((tx) => tx.arrays('select count(*), count(superseded_at) from admissions where region_id = $1', [scene.actor.region_id]));
    expect(answered?.map(Number)).toEqual([4, 1]);
    expect(await intakes(scene)).toEqual([['P', null, 3, null]]);
  });

  test('rows of another school, of no programme, or of another’s programme are refused, and nothing is stored', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    const rows = [madeAdmission(1), madeAdmission(2, { school_id: 'S2', programme_id: 'Q' }), madeAdmission(3, { programme_id: 'Q' }), madeAdmission(4, { programme_id: 'X' })];
    expect(codes(await scene.admit(registrar, rows))).toEqual(['3 null not_yours null', '4 programme_id not_of_school Q', '5 programme_id unknown_reference X']);
    expect(await scene.all()).toEqual([]);
    expect(counts(await scene.admit(await scene.somebody('college_roll', 'H'), rows.slice(0, 2)))).toEqual([2, 0, 0, 0]);
  });

  test('M8-c: no plan, an unfiled line, and more than is approved are refused; the last place is not', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    filedPlan({});
    expect(codes(await scene.admit(registrar, [madeAdmission(1)]))).toEqual(['2 programme_id no_plan 2025']);
    filedPlan({ Q: 3 }, { P: 3 });
    expect(codes(await scene.admit(registrar, [madeAdmission(1)]))).toEqual(['2 programme_id line_not_filed P']);
    filedPlan({ P: 2 });
    expect(codes(await scene.admit(registrar, [madeAdmission(1), madeAdmission(2), madeAdmission(3)]))).toEqual(['2 programme_id over_quota P: 0 + 3 > 2']);
    expect(await scene.all()).toEqual([]);
    expect(counts(await scene.admit(registrar, [madeAdmission(1)]))).toEqual([1, 0, 0, 0]);
    expect(codes(await scene.admit(registrar, [madeAdmission(2), madeAdmission(3)]))).toEqual(['2 programme_id over_quota P: 1 + 2 > 2']);
    expect(counts(await scene.admit(registrar, [madeAdmission(1, { name: '改名' }), madeAdmission(2)]))).toEqual([1, 1, 0, 0]);
  });

  test('M8-c: by a plan that went its whole way: to the last of its places, and not one more', async () => {
    vi.restoreAllMocks();
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    expect(codes(await scene.admit(registrar, [madeAdmission(1)]))).toEqual(['2 programme_id no_plan 2025']);
    await madeFiledPlan(scene, { year: 2025, college: 'H', department: 'D', bureau: 'B1', lines: [{ programme_id: 'P', school_id: 'S', heads: 2 }] });
    expect(codes(await scene.admit(registrar, [madeAdmission(1), madeAdmission(2), madeAdmission(3)]))).toEqual(['2 programme_id over_quota P: 0 + 3 > 2']);
    expect(counts(await scene.admit(registrar, [madeAdmission(1), madeAdmission(2)]))).toEqual([2, 0, 0, 0]);
    expect(await intakes(scene)).toEqual([['P', 2, 2, null]]);
  });

  test('M8-c: of two imports at once for the last places one is refused', async () => {
    const scene = await madeAdmissionScene(store.db());
    const [one, other] = [await scene.somebody('school_registrar'), await scene.somebody('college_roll', 'H')];
    filedPlan({ P: 3 });
    const replies = await Promise.all([scene.admit(one, [madeAdmission(1), madeAdmission(2)]), scene.admit(other, [madeAdmission(3), madeAdmission(4)])]);
    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'problems']);
    expect(await scene.all()).toHaveLength(2);
  });

  test('look-alikes are shown, never merged, and keep both from being registered until somebody decides', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    const id_number = madeCitizenId('2010-03-04', 1);
    expect(counts(await scene.admit(registrar, [madeAdmission(1), madeAdmission(3, { id_number }), madeAdmission(5, { name: '新生1' })]))).toEqual([3, 0, 0, 2]);
    const as = await scene.of(registrar);
    const pairs = await as.read((tx) => listDuplicates(tx, { year: 2025 }));
    expect(pairs.map(({ by_id, open, sides }) => [by_id, open, ...sides.map(({ exam_number }) => exam_number)])).toEqual([[false, true, '26000005', '26000001'], [true, true, '26000003', '26000001']]);
    expect(pairs[1]?.sides[0].id_number).toBe('330802********0013'.replace('0013', id_number.slice(-4)));
    const ids = (await scene.all()).map(({ admission_id }) => admission_id);
    expect(await scene.register(registrar, ids)).toMatchObject({ outcome: 'refused', refusals: [{ why: 'undecided', clause: 'R3-b' }, { why: 'undecided' }, { why: 'undecided' }] });
    const decide = (at: number, verdict: 'same' | 'different', stands: 'admission' | 'other' | null) =>
      as.write((tx) => decideDuplicate(tx, pairs[at]?.duplicate_id ?? 0, { verdict, stands, reason: '核对证件' }, { leavers_return: false, today: date('2025-08-20') }));
    expect(await decide(1, 'different', null)).toEqual({ outcome: 'refused', why: 'one_id_one_person' });
    expect((await decide(0, 'different', null)).outcome).toBe('done');
    expect((await decide(1, 'same', 'other')).outcome).toBe('done');
    expect((await decide(1, 'same', 'other')).outcome).toBe('decided_already');
    expect((await scene.all()).map(({ exam_number, state }) => [exam_number, state])).toEqual([['26000001', 'admitted'], ['26000003', 'place_lost'], ['26000005', 'admitted']]);
    expect(await intakes(scene)).toEqual([['P', null, 2, null]]);
    expect((await scene.register(registrar, [ids[0] as number, ids[2] as number])).outcome).toBe('done');
  });

  test('somebody on the roll is a look-alike; whoever is on it in another class is not registered', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    const known = studentRow('T1', { cohort: 2024, stage: 'secondary', grade: 2, campus_id: '', birth_date: '2010-03-04', id_number: madeCitizenId('2010-03-04', 1), name: '旧名', from: '2024-09-01' });
    expect((await scene.import({ students: [known] })).outcome).toBe('done');
    expect(counts(await scene.admit(registrar, [madeAdmission(1)]))).toEqual([1, 0, 0, 1]);
    const as = await scene.of(registrar);
    const [pair] = await as.read((tx) => listDuplicates(tx, {}));
    expect(pair?.sides[1]).toMatchObject({ kind: 'student', id: 'T1', state: 'enrolled', name: '旧名' });
    const decide = (stands: 'admission' | 'other') => as.write((tx) => decideDuplicate(tx, pair?.duplicate_id ?? 0, { verdict: 'same', stands, reason: '同一人' }, { leavers_return: true, today: date('2025-08-20') }));
    expect(await decide('admission')).toEqual({ outcome: 'refused', why: 'still_on_roll' });
    expect((await decide('other')).outcome).toBe('done');
    expect((await scene.all())[0]?.state).toBe('place_lost');
  });

  test('R3-b: a class is registered by its own registrar: numbers, roll, guardians, intakes', async () => {
    const scene = await madeAdmissionScene(store.db());
    const [registrar, other, head, office] = [await scene.somebody('school_registrar'), await scene.somebody('school_registrar', 'S2'), await scene.somebody('school_head'), await scene.somebody('office', 'O1')];
    await scene.admit(registrar, [madeAdmission(1), madeAdmission(2, { id_number: '' }), madeAdmission(3)]);
    const ids = (await scene.all()).map(({ admission_id }) => admission_id);
    for (const who of [other, head, office]) expect(await scene.register(who, ids)).toMatchObject({ outcome: 'refused', refusals: [{ why: 'not_keeper', clause: 'R3-b' }] });
    expect(await scene.register(registrar, [...ids, ids[0] as number])).toMatchObject({ outcome: 'refused', refusals: [{ why: 'in_two_classes', about: String(ids[0]) }] });
    expect(await scene.as.read((tx) => loadRows(tx, 'students', {}))).toEqual([]);
    expect((await scene.register(registrar, ids.slice(0, 2))).outcome).toBe('done');
    expect(await scene.register(registrar, ids.slice(2))).toMatchObject({ outcome: 'done', registered: [{ student_id: '202501010103' }] });
    const students = await scene.as.read((tx) => loadRows(tx, 'students', {}));
    expect(students.map(({ student_id, class_id, cohort, grade, status, from }) => [student_id, class_id, cohort, grade, status, from])).toEqual(
      ['01', '02', '03'].map((seq) => [`2025010101${seq}`, '2025010101', 2025, 1, 'enrolled', '2025-09-01']));
    expect((await scene.as.read((tx) => loadRows(tx, 'guardians', {}))).map(({ name }) => name)).toEqual(['家长1', '家长2', '家长3']);
    expect((await scene.as.read((tx) => tx.arrays('select form, serial is null from roll_numbers where region_id = $1 order by student_id', [scene.actor.region_id])))).toEqual([['G', true], ['L', false], ['G', true]]);
    expect(await intakes(scene)).toEqual([['P', null, 3, 3]]);
    expect(await scene.register(registrar, ids.slice(2))).toMatchObject({ outcome: 'refused', refusals: [{ why: 'registered_already' }] });
    expect(codes(await scene.admit(registrar, [madeAdmission(1, { name: '改名' })]))).toEqual(['2 exam_number settled_already 26000001']);
  });

  test('a registration is no import to be taken back under the admissions', async () => {
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    await scene.admit(registrar, [madeAdmission(1)]);
    const done = await scene.register(registrar, (await scene.all()).map(({ admission_id }) => admission_id));
    if (done.outcome !== 'done') throw new Error(done.outcome);
    expect((await (await scene.of(registrar)).write((tx) => undoImportIn(tx, done.import_id))).outcome).toBe('part_of_registration');
  });
});

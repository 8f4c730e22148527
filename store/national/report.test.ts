import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { studentRow, type TypedRow } from '../../core/check/made-dataset.ts';
import type { FilledTable } from '../../core/national/fill.ts';
import { layoutOn, type NationalLayout, type NationalSystem } from '../../core/national/layout.ts';
import { NATIONAL_LAYOUTS } from '../../core/national/layouts.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { newcomer } from '../made-duties.ts';
import { FROM, intern, LAW, madeInternships, TO, type MadeActor } from '../internships/made-internships.ts';
import { placeStudents } from '../internships/placing.ts';
import { madeStore } from '../made-store.ts';
import type { Transaction } from '../transaction.ts';
import { gatherReport, reportersOf, type AskedReport, type Gathered, type Reported } from './report.ts';

const ON = date('2026-03-15');
const ID = '330802201003040010';
const MASK = '330802********0010';

/** S has two of the first year, one who left, one of the third, four interns of the fifth; S9 has one of the first year. */
const STUDENTS: readonly TypedRow[] = [
  newcomer('N2', { name: '新生乙', school_id: 'S', programme_id: 'P', class_id: 'Z2' }),
  newcomer('N1', { name: '新生甲', school_id: 'S', programme_id: 'P', class_id: 'Z1', id_number: ID, birth_date: '2010-03-04' }),
  newcomer('N3', { name: '退学生', school_id: 'S', programme_id: 'P', class_id: 'Z1', status: 'withdrawn' }),
  newcomer('M1', { name: '三年级', school_id: 'S', programme_id: 'P', class_id: 'Z0', cohort: 2023, grade: 3 }),
  newcomer('O1', { name: '外校生', school_id: 'S9', programme_id: 'Q', class_id: 'Z9' }),
  // Stepped up in September 2025, and in the secondary stage before.
  studentRow('U1', { name: '升段生', school_id: 'S', programme_id: 'P', campus_id: '', class_id: 'K4', cohort: 2022, stage: 'secondary', grade: 1, birth_date: '2007-01-01', from: '2022-09-01', to: '2023-08-31' }),
  studentRow('U1', { name: '升段生', school_id: 'S', programme_id: 'P', campus_id: '', class_id: 'K4', cohort: 2022, stage: 'secondary', grade: 3, birth_date: '2007-01-01', from: '2023-09-01', to: '2025-08-31' }),
  studentRow('U1', { name: '升段生', school_id: 'S', programme_id: 'P', campus_id: 'C', class_id: 'K4', cohort: 2022, grade: 4, birth_date: '2007-01-01', from: '2025-09-01' }),
];

eachDatabase('reports to national systems', (database) => {
  const store = madeStore(database);
  const layoutOf = (system: NationalSystem): NationalLayout => layoutOn(NATIONAL_LAYOUTS, system, ON) as NationalLayout;
  const made = async () => {
    const scene = await madeInternships(store, [intern('T1'), intern('T2', { school_id: 'S', status: 'suspended' })]);
    const reply = await scene.region.import({
      students: STUDENTS, guardians: [{ student_id: 'N1', name: '王强', relation: '父亲', phone: '19900000000' }, { student_id: 'N1', name: '李梅', relation: '母亲' }],
    });
    if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 2000));
    return { ...scene, college: await scene.post('college_roll', 'H') };
  };
  const ask = (who: Pick<MadeActor, 'as'>, system: NationalSystem, organisation_id: string, given: Partial<AskedReport> = {}): Promise<Reported> => who.as.disclose(async (tx) => {
    const answer = await gatherReport(tx, layoutOf(system), { organisation_id, on: ON, cohort: null, purpose: null, keep: true, ...given });
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const gathered = async (...asked: Parameters<typeof ask>): Promise<Gathered> => {
    const answer = await ask(...asked);
    if (answer.outcome !== 'done') throw new Error(answer.outcome);
    return answer.gathered;
  };
  const cellsOf = ({ table, rows }: FilledTable, ...headings: readonly string[]): string[][] =>
    [...rows()].map((row) => headings.map((heading) => row[table.columns.findIndex((one) => one.heading === heading)] ?? '?'));
  const firstOf = ({ tables: [table] }: Gathered): FilledTable => table as FilledTable;
  const audited = (of: { readonly region: Pick<MadeActor, 'as'> }) => of.region.as.read((tx) => tx.query<{ object: string; detail: Record<string, unknown> }>(`select object, detail from audit_entries where region_id = $1 and action = 'national.report' order by at`, [tx.actor.region_id]));

  test('R3-b: the school’s own students of years 1 to 3 by class, without leavers, without those who stepped up and without another school’s', async () => {
    const { registrar } = await made();
    const all = await gathered(registrar, 'secondary_roll', 'S');
    expect(cellsOf(firstOf(all), '学号', '姓名', '班级名称', '入学年月')).toEqual([['M1', '三年级', 'Z0', ''], ['N1', '新生甲', 'Z1', '202509'], ['N2', '新生乙', 'Z2', '202509']]);
    expect(cellsOf(firstOf(await gathered(registrar, 'secondary_roll', 'S', { cohort: 2025 })), '学号')).toEqual([['N1'], ['N2']]);
    expect(firstOf(all).lacking.map(({ id, columns }) => [id, columns])).toEqual([['M1', ['身份证件类型', '身份证件号', '入学年月']], ['N2', ['身份证件类型', '身份证件号']]]);
  });

  test('R3-b: on a day that has passed the roll is as it was then', async () => {
    const { registrar } = await made();
    const of = async (on: PlainDate) => cellsOf(firstOf(await gathered(registrar, 'secondary_roll', 'S', { on })), '学号');
    expect(await of(date('2025-08-31'))).toEqual([['U1']]);
    expect(await of(date('2025-09-01'))).toEqual([['M1'], ['N1'], ['N2']]);
    expect(await of(date('2022-08-31'))).toEqual([]);
  });

  test('R3-c: the college has those who stepped up, from the day they did, and nobody of the secondary stage', async () => {
    const { college } = await made();
    expect(cellsOf(firstOf(await gathered(college, 'higher_roll', 'H')), 'XH', 'XB', 'RXRQ', 'BH', 'ZYDM')).toEqual([['T1', '男', '', 'K1', '460103'], ['T2', '男', '', 'K1', '460103'], ['U1', '男', '20250901', 'K4', '460103']]);
    expect(firstOf(await gathered(college, 'higher_roll', 'H', { on: date('2025-08-31') })).count).toBe(0);
  });

  test('nobody takes out what another school, or a college of which they are not, reports', async () => {
    const { registrar, college, firm, post } = await made();
    for (const [who, system, of] of [[registrar, 'secondary_roll', 'S9'], [registrar, 'secondary_roll', 'nobody'], [registrar, 'higher_roll', 'H'], [registrar, 'college_state', 'H'], [college, 'secondary_roll', 'S'], [firm, 'internships', 'S'], [await post('counsellor', 'S', ['Z1']), 'secondary_roll', 'S']] as const) {
      expect([system, of, (await ask(who, system, of)).outcome]).toEqual([system, of, 'unknown_entry']);
    }
    const other = await post('school_registrar', 'S9');
    expect(cellsOf(firstOf(await gathered(other, 'secondary_roll', 'S9')), '学号')).toEqual([['O1']]);
    expect((await registrar.as.read((tx) => reportersOf(tx, 'internships'))).map(({ org_id }) => org_id)).toEqual(['S']);
    expect((await college.as.read((tx) => reportersOf(tx, 'internships'))).map(({ org_id }) => org_id)).toEqual(['H']);
  });

  test('ids and phones are masked without a purpose, whole with one, and that is written down once with how many', async () => {
    const scene = await made();
    const { registrar } = scene;
    const masked = await gathered(registrar, 'secondary_roll', 'S', { cohort: 2025 });
    expect(cellsOf(firstOf(masked), '身份证件号', '成员1姓名', '成员1联系电话', '成员2姓名', '成员2联系电话')[0]).toEqual([MASK, '王强', '199****0000', '李梅', '']);
    expect([masked.revealed, masked.masked]).toEqual([0, 2]);
    const whole = await gathered(registrar, 'secondary_roll', 'S', { cohort: 2025, purpose: '上报新生学籍' });
    expect(cellsOf(firstOf(whole), '身份证件类型', '身份证件号', '成员1联系电话')[0]).toEqual(['居民身份证', ID, '19900000000']);
    expect([whole.revealed, whole.masked]).toEqual([2, 0]);
    const entries = await audited(scene);
    expect(entries).toMatchObject([{ object: 'organisations/S', detail: { system: 'secondary_roll', on: ON, rows: 2, cohort: 2025 } }, { detail: { rows: 2, purpose: '上报新生学籍', revealed: 2 } }]);
    expect(entries[0]?.detail).not.toHaveProperty('purpose');
    expect(JSON.stringify(entries)).not.toContain(ID);
  });

  test('whoever may take records out and reveal none gets no whole file, and a masked one', async () => {
    const scene = await made();
    const { region } = scene;
    const reach = new Map([...region.actor.reach].filter(([key]) => !key.endsWith('.reveal')));
    const reader = { as: store.db().as({ ...region.actor, reach }) };
    expect((await ask(reader, 'secondary_roll', 'S', { purpose: '上报新生学籍' })).outcome).toBe('not_allowed');
    expect(await audited(scene)).toEqual([]);
    expect(cellsOf(firstOf(await gathered(reader, 'secondary_roll', 'S', { cohort: 2025 })), '身份证件号')[0]).toEqual([MASK]);
  });

  test('S2-i: one row for each internship of the academic year: its post where it was placed here, yes only where it is recorded', async () => {
    const { region, registrar, college, post_id } = await made();
    const placed = await registrar.as.write((tx: Transaction) => placeStudents(tx, { post_id, from: FROM, to: TO, students: ['T1'] }, registrar.acting, LAW));
    expect(placed.outcome).toBe('done');
    const reply = await region.import({
      internships: [{ student_id: 'T1', employer_id: 'F', from: FROM, to: TO, agreement_on: '2026-02-05' }, { student_id: 'U1', employer_id: 'F', from: '2026-01-01', to: '2026-01-31' }, { student_id: 'U1', employer_id: 'F', from: '2024-03-01', to: '2024-06-30' }],
      insurance: [{ policy_no: 'B1', kind: 'internship_liability', student_id: 'T1', from: FROM, to: TO }, { policy_no: 'B1', kind: 'internship_liability', student_id: 'U1', from: '2026-01-01', to: '2026-01-30' }],
    });
    expect(reply.outcome).toBe('done');
    const columns = ['学号', '实习单位名称', '实习单位统一社会信用代码', '实习岗位', '实习详细地址', '实习报酬（元/月）', '实习开始时间', '是否有实习责任险', '是否签订实习三方协议', '学年'];
    const table = firstOf(await gathered(registrar, 'internships', 'S'));
    expect(cellsOf(table, ...columns)).toEqual([
      ['T1', '企业', '91330803MA2DH0013P', '数控操作', '衢江区一号厂房', '3200.00', FROM, '是', '是', '2025-2026学年'],
      ['U1', '企业', '91330803MA2DH0013P', '', '', '', '2026-01-01', '', '', '2025-2026学年'],
    ]);
    expect(table.lacking.map(({ id, columns: lacks }) => [id, lacks])).toEqual([['U1', ['实习详细地址', '实习岗位']]]);
    expect(firstOf(await gathered(college, 'internships', 'H')).count).toBe(2);
    expect(firstOf(await gathered(registrar, 'internships', 'S', { on: date('2026-01-15') })).count).toBe(1);
    // Of another year: the student was of the secondary stage then, so that the college has nothing of it.
    expect(firstOf(await gathered(registrar, 'internships', 'S', { on: date('2024-06-30') })).count).toBe(1);
    expect(firstOf(await gathered(college, 'internships', 'H', { on: date('2024-06-30') })).count).toBe(0);
  });

  test('the state of a college: teachers once each, bases with what stands in them that day, firms, majors by heads', async () => {
    const { region, post } = await made();
    const staff = (person_id: string, given: TypedRow = {}): TypedRow => ({ person_id, name: person_id, employer_id: 'S', stage: 'higher', campus_id: 'C', post: 'teacher', employment: 'full_time', degree: 'master', title: 'junior', qualified: 'yes', from: '2024-09-01', ...given });
    const reply = await region.import({
      staff: [staff('A1', { dual_qualified: 'yes', share: '0.8' }), staff('A1', { post: 'ideology_teacher', share: '0.2', from: '2025-09-01' }), staff('A2', { to: '2026-03-14' }), staff('B1', { employment: 'part_time' }), staff('X1', { post: 'external_teacher', employment: 'external', employer_id: 'F' }), staff('Y1', { post: 'counsellor' })],
      bases: [{ base_id: 'J1', campus_id: 'C', name: '实训基地', stations: 40, majors: '460103' }],
      equipment: [
        { asset_id: 'E1', campus_id: 'C', base_id: 'J1', name: '车床', value_yuan: '48000.00', acquired_on: '2024-03-01', owner: 'school' }, { asset_id: 'E2', campus_id: 'C', base_id: 'J1', name: '铣床', value_yuan: '12000.00', acquired_on: '2026-03-15', owner: 'school' },
        { asset_id: 'E3', campus_id: 'C', base_id: 'J1', name: '旧机', value_yuan: '9000.00', acquired_on: '2010-03-01', retired_on: '2026-03-15', owner: 'school' }, { asset_id: 'E4', campus_id: 'C', base_id: 'J1', name: '后购', value_yuan: '9000.00', acquired_on: '2026-03-16', owner: 'school' },
      ],
      internships: [{ student_id: 'T1', employer_id: 'F', from: '2025-09-01', to: '2026-02-27' }, { student_id: 'U1', employer_id: 'F', from: '2025-09-01', to: '2026-02-26' }],
    });
    expect(reply.outcome).toBe('done');
    const programme = await post('college_programme', 'H');
    const state = (await gathered(programme, 'college_state', 'H')).tables;
    const rowsOf = (id: string, ...headings: readonly string[]) => cellsOf(state.find(({ table }) => table.id === id) as FilledTable, ...headings);
    expect(rowsOf('A6-1-1', '教工号', '学位', '专业技术职务-等级', '是否为双师素质教师')).toEqual([['A1', '硕士', '初级', '是']]);
    expect(rowsOf('A6-2-1', '教工号')).toEqual([['B1']]);
    expect(rowsOf('A6-3-1', '教工号', '当前专职工作背景-单位名称')).toEqual([['X1', '企业']]);
    expect(rowsOf('A4-1', '实践基地名称', '面向专业-总数', '设备总值（万元）', '当年新增设备值（万元）', '设备总数（台套）', '工位数（个）')).toEqual([['实训基地', '1', '6', '1.2', '2', '40']]);
    expect(rowsOf('A4-2', '依托单位', '接待学生量（人次）', '接受半年顶岗实习学生数', '面向专业-主要专业')).toEqual([['企业', '2', '1', '460103']]);
    expect(rowsOf('A7-1-1', '专业代码', '在校生数-总人数', '在校生数-一年级', '在校生数-二年级')).toEqual([['460103', '2', '1', '1'], ['460301', '0', '0', '0']]);
    expect((await ask(await post('college_roll', 'H'), 'college_state', 'H')).outcome).toBe('unknown_entry');
  });
});

import { describe, expect, test } from 'vitest';
import type { Reach } from '../access/reach.ts';
import { exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { columnLines, lackingLines, reportLines, type NationalReport } from './explanation.ts';
import type { StudentFacts } from './facts.ts';
import { fieldOf, NATIONAL_FIELDS } from './fields.ts';
import { filling, type FilledTable } from './fill.ts';
import { layoutOn, mayReport, NATIONAL_SYSTEMS, SYSTEM_HEADS, type NationalLayout, type NationalSystem, type NationalTable } from './layout.ts';
import { NATIONAL_LAYOUTS } from './layouts.ts';
import { describeWrongColumn, readOwnColumns, withOwnColumns } from './own-columns.ts';

const ON = date('2026-11-30');
const layoutOf = (system: NationalSystem): NationalLayout => layoutOn(NATIONAL_LAYOUTS, system, ON) as NationalLayout;
const tableOf = (system: NationalSystem): NationalTable & { readonly rows: 'student' } => layoutOf(system).tables[0] as NationalTable & { readonly rows: 'student' };

const student = (given: Partial<StudentFacts> = {}): StudentFacts => ({
  student_id: '20250001', name: '王小明', sex: '2', birth_date: date('2010-03-04'), id_number: '330802********0014', roll_number: null, cohort: 2025, grade: 1, status: 'enrolled', class_id: 'K1', programme: '数控技术',
  secondary_code: '660103', higher_code: '460103', campus: null, entered_on: date('2025-09-01'), exam_number: '2533080001', score: '488', guardians: [{ name: '王强', relation: '父亲', phone: '199****0000' }], ...given,
});

function filled(table: NationalTable & { readonly rows: 'student' }, ...rows: readonly StudentFacts[]): FilledTable {
  const fill = filling(table, true);
  for (const one of rows) fill.add(one);
  return fill.done();
}

/** The first row by its headings. */
function byHeading({ table, rows }: FilledTable): Readonly<Record<string, string>> {
  const [first = []] = [...rows()];
  return Object.fromEntries(table.columns.map(({ heading }, at) => [heading, first[at] ?? '']));
}

describe('layouts', () => {
  test('hold as many columns as were found, none twice, and every column is filled by a field or says why it is not', () => {
    expect(NATIONAL_SYSTEMS.map((system) => layoutOf(system).tables.map(({ columns }) => columns.length))).toEqual([[73], [18], [27, 27, 20, 22, 15, 25], [33]]);
    for (const { tables } of NATIONAL_LAYOUTS) {
      for (const { id, rows, columns } of tables) {
        expect(new Set(columns.map(({ heading }) => heading)).size, id).toBe(columns.length);
        for (const { heading, field, blank } of columns) expect(field === null ? blank !== null : blank === null && fieldOf(rows, field) !== undefined, `${id} ${heading}`).toBe(true);
      }
    }
  });

  test('none is confirmed by its operator, and each says where it comes from', () => {
    for (const { confirmed, source } of NATIONAL_LAYOUTS) expect([confirmed, source.zh.length > 10 && source.en.length > 10]).toEqual([false, true]);
  });

  test('a later one holds from its first day on', () => {
    const [old] = NATIONAL_LAYOUTS as readonly [NationalLayout];
    const later: NationalLayout = { ...old, valid_from: date('2027-01-01') };
    expect(layoutOn([later, old], old.system, date('2026-12-31'))).toBe(old);
    expect(layoutOn([old, later], old.system, date('2027-01-01'))).toBe(later);
    expect(layoutOn([later], old.system, date('2026-12-31'))).toBeNull();
  });

  test('fields have labels in both languages', () => {
    for (const [kind, fields] of Object.entries(NATIONAL_FIELDS)) for (const [name, { label }] of Object.entries(fields)) expect([label.zh, label.en].every((text) => text.length > 0), `${kind} ${name}`).toBe(true);
  });
});

describe('filled', () => {
  test('a new student of the secondary stage: what the roll says stands in its column, what nothing says is empty', () => {
    const row = byHeading(filled(tableOf('secondary_roll'), student()));
    expect(row).toMatchObject({
      姓名: '王小明', 性别: '女', 出生日期: '20100304', 身份证件类型: '居民身份证', 身份证件号: '330802********0014', 学号: '20250001', 班级名称: 'K1', 入学年月: '202509', 专业简称: '数控技术', 考生号: '2533080001', 考试总分: '488',
      成员1姓名: '王强', 成员1是否监护人: '是', 成员1联系电话: '199****0000', 民族: '', 政治面貌: '', 学制: '', 成员2姓名: '', 成员2是否监护人: '',
    });
  });

  test('the columns of registration: days in eight figures, by the higher code', () => {
    expect(byHeading(filled(tableOf('higher_roll'), student({ entered_on: date('2028-09-01'), id_number: '330802201003040014' })))).toMatchObject({ XM: '王小明', XB: '女', SFZH: '330802201003040014', ZYDM: '460103', RXRQ: '20280901', KSH: '', MZ: '', CC: '' });
  });

  test('a residence permit is no id card, and what does not open is of no kind', () => {
    const kind = (id_number: string | null): string | undefined => byHeading(filled(tableOf('secondary_roll'), student({ id_number })))['身份证件类型'];
    expect([kind('810000********0014'), kind('******'), kind(null), kind('800000201003040014')]).toEqual(['', '', '', '居民身份证']);
  });

  test('who lacks a required value is named with the columns; what the product never holds is counted and lacks in nobody', () => {
    const { count, empty, lacking, table } = filled(tableOf('secondary_roll'), student(), student({ student_id: '20250002', name: '李四', id_number: null, class_id: null, score: null }));
    expect(lacking).toEqual([{ id: '20250002', name: '李四', columns: ['身份证件类型', '身份证件号', '班级名称'] }]);
    const emptyOf = (heading: string): number | undefined => empty[table.columns.findIndex((one) => one.heading === heading)];
    expect([count, emptyOf('姓名'), emptyOf('身份证件号'), emptyOf('考试总分'), emptyOf('民族')]).toEqual([2, 0, 1, 1, 2]);
  });

  test('keeps no cells where only what is lacking is asked', () => {
    const fill = filling(tableOf('secondary_roll'), false);
    fill.add(student());
    expect([fill.done().count, [...fill.done().rows()]]).toEqual([1, []]);
  });

  test('a base tells its equipment in tens of thousands, exactly', () => {
    const cell = fieldOf('base', 'value')?.cell;
    const base = { base_id: 'J1', name: '基地', campus: '校区', majors: [], stations: 1, equipment: 1, new_value_yuan: exact(0) };
    expect([cell?.({ ...base, value_yuan: exact(48_000) }), cell?.({ ...base, value_yuan: exact(1, 100n) })]).toEqual(['4.8', '0.000001']);
  });

  test('an internship says yes where it is recorded, and never no', () => {
    const one = { student_id: '1', name: '甲', cohort: 2022, class_id: null, programme: '数控技术', employer: '某厂', credit_code: null, employer_division: '330802', post: null, place: null, wage_yuan: null, from: date('2026-08-31'), to: date('2027-01-31'), agreement_on: null, safety_training_on: null, insured: false };
    const cell = (name: string, given: object = {}): string | undefined => fieldOf('internship', name)?.cell({ ...one, ...given });
    expect([cell('insured'), cell('insured', { insured: true }), cell('agreed'), cell('agreed', { agreement_on: ON })]).toEqual(['', '是', '', '是']);
    expect([cell('academic_year'), cell('academic_year', { from: date('2026-09-01') })]).toEqual(['2025-2026学年', '2026-2027学年']);
  });
});

describe('an office’s own columns', () => {
  const layout = layoutOf('secondary_roll');
  const of = (text: string) => withOwnColumns(layout, readOwnColumns(text));

  test('stand in the office’s order with its headings, and need no table where there is one', () => {
    const own = of('\ufeff栏目,字段,必填\n证件号,id_number,是\n姓名,name,\n籍贯,,\n');
    expect('why' in own ? own : own.tables[0]?.columns).toEqual([
      { heading: '证件号', field: 'id_number', blank: null, required: true }, { heading: '姓名', field: 'name', blank: null, required: false }, { heading: '籍贯', field: null, blank: 'not_recorded', required: false },
    ]);
  });

  test('are refused with their line where they cannot be', () => {
    expect([of('栏目,字段\n'), of('栏目,字段\n甲,nope\n'), of('表,栏目,字段\nB9,甲,name\n'), of('栏目,字段\n甲,name\n甲,sex\n'), of('栏目,字段\n,name\n')].map((one) => ('why' in one ? [one.why, 'line' in one ? one.line : 0] : one)))
      .toEqual([['no_columns', 0], ['unknown_field', 2], ['unknown_table', 2], ['twice', 3], ['no_heading', 2]]);
    expect(describeWrongColumn({ why: 'unknown_field', line: 2, value: 'constructor' }).en).toContain('constructor');
    expect('why' in of('栏目,字段\n甲,constructor\n')).toBe(true);
  });

  test('of some tables of many leave the others out', () => {
    const own = withOwnColumns(layoutOf('college_state'), readOwnColumns('table,heading,field\nA4-1,名称,name\n'));
    expect('why' in own ? own : own.tables.map(({ id }) => id)).toEqual(['A4-1']);
    expect(withOwnColumns(layoutOf('college_state'), readOwnColumns('heading,field\n名称,name\n'))).toMatchObject({ why: 'unknown_table' });
  });
});

describe('who may report', () => {
  const reach = (...kinds: readonly string[]): Reach => new Map(kinds.map((kind) => [kind, ['org:S1', 'org:H1']])) as unknown as Reach;

  test('takes the export of every kind, for an organisation of the right kind in reach', () => {
    const registrar = reach('students.read', 'students.export');
    expect(mayReport(registrar, 'secondary_roll', { org_id: 'S1', kind: 'school' })).toBe(true);
    expect(mayReport(registrar, 'secondary_roll', { org_id: 'S2', kind: 'school' })).toBe(false);
    expect(mayReport(registrar, 'secondary_roll', { org_id: 'H1', kind: 'college' })).toBe(false);
    expect(mayReport(registrar, 'internships', { org_id: 'H1', kind: 'college' })).toBe(true);
    expect(mayReport(reach('students.read'), 'secondary_roll', { org_id: 'S1', kind: 'school' })).toBe(false);
    expect(mayReport(reach('staff.export'), 'college_state', { org_id: 'H1', kind: 'college' })).toBe(false);
    expect(mayReport(reach('staff.export', 'conditions.export'), 'college_state', { org_id: 'H1', kind: 'college' })).toBe(true);
  });
});

describe('the explanation', () => {
  const report = (given: Partial<NationalReport> = {}): NationalReport => ({
    layout: layoutOf('secondary_roll'), organisation: '某中专', on: ON, cohort: 2025, whole: false, masked: 0, sample: false, tables: [filled(tableOf('secondary_roll'), student({ id_number: null }))], ...given,
  });

  test('says that nobody confirmed the columns, what is masked, what is empty and why', () => {
    expect(reportLines(report()).join('\n')).toMatch(/未经系统主管单位确认，上传前请逐列核对.*副本日期 2019-07-09.*只显示一部分/s);
    expect(reportLines(report({ whole: true, masked: 3 })).join('\n')).toMatch(/完整（已记入操作记录），其中 3 个/);
    expect(reportLines(report({ whole: null })).join('\n')).not.toContain('证件号');
    expect(SYSTEM_HEADS.secondary_roll.clauses).toEqual(['R3-b']);
    const lines = columnLines(report());
    expect(lines).toHaveLength(73);
    expect(lines.find(([, heading]) => heading === '民族')?.slice(4, 7)).toEqual(['登记表没有这项内容，留空', '1', '1']);
    expect(lines.find(([, heading]) => heading === '身份证件号')).toEqual(['学生信息', '身份证件号', '是', 'id_number', '身份证件号码', '1', '1', '']);
    expect(lackingLines(report())).toEqual([['学生信息', '20250001', '王小明', '身份证件类型、身份证件号']]);
  });
});

import { demandText, kindText } from '../allocation/phrases.ts';
import type { KeptAnswer } from '../allocation/kept-answer.ts';
import { column, facts, type Block } from '../documents/sheet.ts';
import { LINE_LABELS } from '../funding/labels.ts';
import type { PolicyImpact } from '../policy-impact/policy-impact.ts';
import type { KeptForecast } from '../simulation/kept-forecast.ts';

type NameOf = (campus_id: string | null) => string;
const text = (n: number | null): string => (n === null ? '待补报' : String(n));
const number = (heading: string, share = 2) => column(heading, share, 'right');
const table = (caption: string, columns: readonly ReturnType<typeof column>[], rows: readonly (readonly string[])[]): Block[] => (rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }]);
const STATUS = { optimal: '已证明没有更省的方案', feasible: '限时内的方案', impossible: '没有可行方案', unanswered: '限时内没有结果', refused: '问题不成立' } as const;

export function planTables({ status, proof, plan, costs, binding, conflict, intakes, nearest_target }: KeptAnswer, nameOf: NameOf): Block[] {
  return [
    facts(['结果', STATUS[status]], ['总费用（元）', proof.cost_yuan ?? '—'], ['下界（元）', proof.bound_yuan ?? '—'], ...(nearest_target === null ? [] : [['可以达到的最大招生人数', String(nearest_target)] as const])),
    ...table('做什么', [column('年份', 1), column('项目', 2), column('地点', 4), column('选项', 2), number('数量', 1), number('一次性（元）'), number('每年（元）')],
      plan.map(({ year, kind, campus_id, programme_id, division_code, option_id, count, once_yuan, yearly_yuan }) => [String(year), kindText(kind, 'zh'), [campus_id === null ? division_code : nameOf(campus_id), programme_id].filter((one) => one !== null).join(' · '), option_id, String(count), once_yuan, yearly_yuan])),
    ...table('各年费用', [column('年份', 1), column('项目', 2), number('一次性（元）'), number('每年（元）'), number('合计（元）')], costs.map(({ year, kind, once_yuan, yearly_yuan, total_yuan }) => [String(year), kindText(kind, 'zh'), once_yuan, yearly_yuan, total_yuan])),
    ...table('各年招生', [column('年份', 1), number('招生（人）')], intakes.map(({ year, intake }) => [String(year), String(intake)])),
    ...table('起约束作用的要求', [column('要求', 6), number('放宽可省（元）')], binding.map((demand) => [demandText(demand, 'zh'), demand.saves_yuan])),
    ...table('不能同时满足的要求', [column('要求', 6)], conflict.map((demand) => [demandText(demand, 'zh')])),
  ];
}

export function forecastTables({ seed, runs, rows, region, bands }: KeptForecast, nameOf: NameOf): Block[] {
  return [
    facts(['可能范围', `${runs} 次随机推算（种子 ${seed}）中居中的九成`]),
    ...table('全市人数', [column('年份', 1), number('招生'), number('高职阶段'), number('可能范围'), number('毕业'), number('本地就业')], region.map(({ year, intake, grades, graduates, local }) => {
      const band = bands.find((one) => one.year === year)?.higher;
      return [String(year), String(intake), String(grades[4] + grades[5]), band === undefined ? '—' : `${band.p05}–${band.p95}`, text(graduates), text(local)];
    })),
    ...table('目标', [column('年份', 1), column('目标', 2), number('测算值'), number('要求'), column('结论', 2)], region.flatMap(({ year, targets }) => targets.map(({ standard, part, outcome, value, required }) => [String(year), [standard, part].filter((one) => one !== null).join(' '), value ?? '—', required ?? '—', OUTCOME[outcome]]))),
    ...table('各校区', [column('校区', 4), column('年份', 1), number('学生'), number('最多可容纳'), number('教师'), number('应拨经费（元）', 3), column('未达标或待补报', 4)],
      rows.map(({ campus_id, year, students, capacity, needed, grant_due_yuan, open }) => [nameOf(campus_id), String(year), text(students), capacity.students === null ? '—' : String(capacity.students), needed.teachers === null ? '—' : String(needed.teachers), grant_due_yuan ?? '—', open.map(({ standard }) => standard).join('、')])),
  ];
}

const OUTCOME = { met: '达标', unmet: '未达标', undetermined: '待补报', not_applicable: '不适用' } as const;
const GRADUATION = { graduated: '毕业', completed: '结业', incomplete: '肄业', undetermined: '待定' } as const;

export function policyTables({ campuses, heads, verdicts, targets, years, sums, graduation, money }: PolicyImpact, nameOf: NameOf): Block[] {
  const said = ({ outcome, value, required }: PolicyImpact['verdicts'][number]['before']): string => [OUTCOME[outcome], value, required].filter((one) => one !== null).join(' / ');
  return [
    facts(['校区', String(campuses)], ['会变的结论', String(verdicts.length)], ['涉及学生', String(heads)]),
    ...table('测算日会变的结论', [column('校区或学校', 4), column('标准', 1), column('现行', 3), column('试改后', 3), number('学生')], verdicts.map(({ campus_id, school_id, standard, students, before, after }) => [campus_id === null ? school_id ?? '' : nameOf(campus_id), standard, said(before), said(after), text(students)])),
    ...table('目标要求', [column('目标', 2), column('现行', 3), column('试改后', 3)], targets.map(({ standard, part, before, after }) => [[standard, part].filter((one) => one !== null).join(' '), said(before), said(after)])),
    ...table('今后会变的结论', [column('年份', 1), column('校区', 4), column('变为未达标', 3), column('变为不再未达标', 3)], years.map(({ year, campus_id, fails, passes }) => [String(year), nameOf(campus_id), fails.join('、'), passes.join('、')])),
    ...table('所需教师和应拨经费', [column('年份', 1), number('教师（现行）'), number('教师（试改）'), number('拨款（现行，元）', 3), number('拨款（试改，元）', 3)], sums.map(({ year, needed, grant_before_yuan, grant_after_yuan }) => [String(year), String(needed.teachers.before), String(needed.teachers.after), grant_before_yuan ?? '—', grant_after_yuan ?? '—'])),
    ...table('毕业结论', [column('现行', 2), column('试改后', 2), number('人数')], graduation.changes.map(({ before, after, students }) => [GRADUATION[before], GRADUATION[after], String(students)])),
    ...table('应付款', [column('条款', 1), column('款项', 3), column('年份', 1), number('现行（元）', 3), number('试改后（元）', 3)], money.lines.map(({ kind, clause, year, before_yuan, after_yuan }) => [clause, LINE_LABELS[kind].zh, String(year), before_yuan ?? '缺资料', after_yuan ?? '缺资料'])),
  ];
}

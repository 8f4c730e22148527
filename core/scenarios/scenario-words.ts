import type { Language } from '../values/bilingual.ts';

/** What stands on the papers of scenarios, in the language of whoever takes one along. */
export const SCENARIO_WORDS = {
  zh: {
    number: '方案', plan: '达标方案', forecast: '预测', policy: '政策试算', colon: '：', comma: '、', none: '—', unknown: '待补报', lacking: '缺资料', yes: '是',
    which: '编号和版本', on: '测算日', known: '记录截至', to: '算到', year: (to: number) => `${to} 年`, target: '招生目标', persons: (n: number) => `${n} 人`, rates: '比例', pack: '政策包的规划假设', history: '历届学生的实际比例',
    seed: '随机种子', facts: '记录校验值', answer: '结果校验值', by: '保存人', unkept: '未保存', note: '说明',
    noteText: (number: string) => `由贯通按上列记录、参数和口径算出，供编制计划参考，不是办学结论；按编号 ${number} 可重算核对，结果校验值应一致`,
    parameters: '参数与口径', clause: '条款', parameter: '参数', value: '值', unit: '单位', from: '生效', tried: '试改',
    result: '结果', optimal: '已证明没有更省的方案', feasible: '限时内的方案', impossible: '没有可行方案', unanswered: '限时内没有结果', refused: '问题不成立',
    cost: '总费用（元）', weighed: '按权重计的费用（元）', bound: '下界（元）', nearest: '可以达到的最大招生人数', decided: '做什么', yearHead: '年份', item: '项目', place: '地点', option: '选项', count: '数量', once: '一次性（元）', yearly: '每年（元）', total: '合计（元）',
    costs: '各年费用', intakes: '各年招生', intake: '招生（人）', binding: '起约束作用的要求', demand: '要求', saves: '放宽可省（元）', conflict: '不能同时满足的要求',
    band: '可能范围', bandText: (runs: number, seed: number) => `${runs} 次随机推算（种子 ${seed}）中居中的九成`, heads: '全市人数', intakeShort: '招生', higher: '高职阶段', graduates: '毕业', local: '本地就业',
    targets: '目标', targetHead: '目标', measured: '测算值', required: '要求', outcome: '结论', campuses: '各校区', campus: '校区', students: '学生', capacity: '最多可容纳', teachers: '教师', grant: '应拨经费（元）', open: '未达标或待补报',
    campusCount: '校区', turnedCount: '会变的结论', headCount: '涉及学生', turned: '测算日会变的结论', placeHead: '校区或学校', standard: '标准', before: '现行', after: '试改后', targetsAsked: '目标要求', later: '今后会变的结论', fails: '变为未达标', passes: '变为不再未达标',
    posts: '所需教师和应拨经费', teachersBefore: '教师（现行）', teachersAfter: '教师（试改）', grantBefore: '拨款（现行，元）', grantAfter: '拨款（试改，元）',
    graduation: '毕业结论', number_: '人数', graduated: '毕业', completed: '结业', incomplete: '肄业', undetermined: '待定', due: '应付款', kind: '款项', dueBefore: '现行（元）', dueAfter: '试改后（元）',
  },
  en: {
    number: 'Scenario', plan: 'Plan to reach a target', forecast: 'Forecast', policy: 'Trial of other values of law', colon: ': ', comma: ', ', none: '—', unknown: 'to be reported', lacking: 'missing', yes: 'yes',
    which: 'Number and version', on: 'Day', known: 'Records up to', to: 'Up to', year: (to: number) => `${to}`, target: 'Intake to reach', persons: (n: number) => `${n}`, rates: 'Rates', pack: 'planning values of the pack', history: 'those of past cohorts',
    seed: 'Seed', facts: 'Hash of the records', answer: 'Hash of the result', by: 'Kept by', unkept: 'not kept', note: 'Note',
    noteText: (number: string) => `Worked out by Guantong from the records, values and readings above, to help planning; it is no verdict. By its number ${number} it can be worked out again to the same hash`,
    parameters: 'Values and readings', clause: 'Clause', parameter: 'Parameter', value: 'Value', unit: 'Unit', from: 'From', tried: 'Tried',
    result: 'Result', optimal: 'Proven: no plan costs less', feasible: 'A plan found in time', impossible: 'No plan is possible', unanswered: 'No result in time', refused: 'Cannot be asked',
    cost: 'Cost (yuan)', weighed: 'Cost by weights (yuan)', bound: 'At least (yuan)', nearest: 'Largest intake that can be reached', decided: 'What is decided', yearHead: 'Year', item: 'Kind', place: 'For', option: 'Option', count: 'Count', once: 'Once (yuan)', yearly: 'Yearly (yuan)', total: 'Total (yuan)',
    costs: 'Cost by year', intakes: 'Intake by year', intake: 'Intake', binding: 'What binds', demand: 'What is asked', saves: 'Saved without it (yuan)', conflict: 'What cannot all be kept',
    band: 'Range', bandText: (runs: number, seed: number) => `nine tenths of ${runs} random runs (seed ${seed})`, heads: 'Heads in the region', intakeShort: 'Intake', higher: 'Higher stage', graduates: 'Graduates', local: 'Local work',
    targets: 'Targets', targetHead: 'Target', measured: 'Foreseen', required: 'Required', outcome: 'Verdict', campuses: 'Campuses', campus: 'Campus', students: 'Students', capacity: 'Most that fit', teachers: 'Teachers', grant: 'Grant due (yuan)', open: 'Unmet or to be reported',
    campusCount: 'Campuses', turnedCount: 'Verdicts that change', headCount: 'Students concerned', turned: 'Verdicts that change on the day', placeHead: 'Campus or school', standard: 'Standard', before: 'In force', after: 'Tried', targetsAsked: 'What targets ask for', later: 'Verdicts that change later', fails: 'Newly unmet', passes: 'No longer unmet',
    posts: 'Teachers needed and grants', teachersBefore: 'Teachers (in force)', teachersAfter: 'Teachers (tried)', grantBefore: 'Grant (in force, yuan)', grantAfter: 'Grant (tried, yuan)',
    graduation: 'How study ends', number_: 'Students', graduated: 'diploma', completed: 'completed', incomplete: 'incomplete', undetermined: 'undetermined', due: 'Payments due', kind: 'Payment', dueBefore: 'In force (yuan)', dueAfter: 'Tried (yuan)',
  },
} as const satisfies Record<Language, Readonly<Record<string, string | ((...of: never[]) => string)>>>;

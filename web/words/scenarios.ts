import { words } from './dictionary.ts';

export const scenarioWords = words(
  {
    title: '已保存的方案与试算', lead: '按保存时的记录和规则求出，此后记录再变也不变。', back: '返回达标方案',
    tried: '试改政策参数', triedHelp: '只在本方案中试算，不改变现行规定；要真正改变，请在“事项”中发起参数变更。',
    parameter: '参数', triedValue: '试用的值', inForce: (value) => `现行：${value}`, tryIt: '加入试算', untry: '去掉',
    keep_plan: '保存方案', keep_forecast: '保存预测', keep_policy: '保存试算', kind: '类别', kind_plan: '方案', kind_forecast: '预测', kind_policy: '政策试算', keeping: '正在重算并保存……', notKept: '没有保存', keepHelp: '保存时按此刻的记录重新求一次，连同问题、记录和结果的校验值一起留存。', cancel: '取消',
    answers: '作为已有方案的新版本', answersHelp: '留空则另存为新方案', name: '名称', note: '说明',
    kept: '已保存的方案', keptNote: '含方案、预测和政策试算，能查看全市规划的人都能看到。勾选同类的两个可并排比较。', question: '问题', result: '结果', cost: '总费用（元）', on: '测算日', keptBy: '保存人', compare: '比较', choose: '选',
    sideBySide: '并排比较所选两个方案', otherKind: '所选两个类别不同，不能比较', seedIs: (seed) => `随机种子 ${seed}`, foreseeTo: (to) => `预测到 ${to} 年`, judgeTo: (to) => `试算到 ${to} 年`, version: '版本', versionOf: (version) => `（第 ${version} 版）`, earlier: '上一版', knownOn: '记录截至',
    asked: (to) => `规划到 ${to} 年`, withTarget: (target) => `招生 ${target} 人`, triedAs: (label, value) => `试改${label}为 ${value}`, separator: '；',
    optimal: '已求得最省方案', feasible: '限时内的方案', impossible: '没有可行方案', unanswered: '限时内没有结果', refused: '问题不成立',
    repeat: '按当时的记录重算核对', repeating: '正在重算……', same: '重算结果与保存的完全一致', otherAnswer: '记录相同，结果不同：程序、规则文本已更新，或当时限时内未求到最省',
    otherFacts: '读到的记录与保存时不同，请报告管理员', touched: '保存的内容被改动过，请报告管理员',
    workbook: '下载 .xlsx', paper: '下载 PDF', model: '下载 LP 模型', pack: '下载决策包', packHelp: '记录、参数、口径、结论、方案以及所在事项的经过和文书在一个文件里；记录中不含任何人的姓名和号码，事项经过写明经办人；用 guantong pack verify 可在别处核对并重算。',
    compareTitle: '两个方案比较', compareLead: '同一行对照：问题、费用、各年招生和新增项目、起约束作用的条款。', line: '项目', intakeOf: (year) => `${year} 年招生（人）`, binds: '起约束作用', conflicts: '不能同时满足',
  },
  {
    title: 'Plans that were kept', lead: 'Worked out from the records and rules as they stood when it was kept; later changes do not touch it.', back: 'Back to planning',
    tried: 'Try other values of law', triedHelp: 'Tried in this plan only; nothing in force changes. To change it, open a change of a parameter under Matters.',
    parameter: 'Parameter', triedValue: 'Value to try', inForce: (value) => `In force: ${value}`, tryIt: 'Try it', untry: 'Remove',
    keep_plan: 'Keep this plan', keep_forecast: 'Keep this forecast', keep_policy: 'Keep this trial', kind: 'Kind', kind_plan: 'plan', kind_forecast: 'forecast', kind_policy: 'change of law', keeping: 'Working it out again and keeping it …', notKept: 'Not kept', keepHelp: 'It is worked out once more from the records of this moment, and kept with the question and the hashes of records and result.', cancel: 'Cancel',
    answers: 'As the next version of', answersHelp: 'Left empty, it is a plan of its own', name: 'Name', note: 'Note',
    kept: 'Plans that were kept', keptNote: 'Plans, forecasts and changes of law; everybody who reads planning of the whole region sees them. Choose two of a kind to lay them side by side.', question: 'Question', result: 'Result', cost: 'Cost (yuan)', on: 'Day', keptBy: 'Kept by', compare: 'Compare', choose: 'choose',
    sideBySide: 'Lay the two side by side', otherKind: 'The two are of different kinds', seedIs: (seed) => `seed ${seed}`, foreseeTo: (to) => `foreseen up to ${to}`, judgeTo: (to) => `tried up to ${to}`, version: 'Version', versionOf: (version) => ` (version ${version})`, earlier: 'the one before', knownOn: 'Records up to',
    asked: (to) => `up to ${to}`, withTarget: (target) => `an intake of ${target}`, triedAs: (label, value) => `${label} tried as ${value}`, separator: '; ',
    optimal: 'cheapest plan found', feasible: 'a plan found in time', impossible: 'no plan is possible', unanswered: 'no result in time', refused: 'cannot be asked',
    repeat: 'Work it out again from those records', repeating: 'Working on it …', same: 'It comes to exactly what was kept', otherAnswer: 'Same records, another result: program or rules have changed, or the cheapest was not found in time',
    otherFacts: 'The records read are not those of then; tell the administrator', touched: 'What was kept has been touched; tell the administrator',
    workbook: '.xlsx', paper: 'PDF', model: 'Model as LP text', pack: 'Take out the decision pack', packHelp: 'Records, parameters, readings, verdicts, plan, and history and documents of the matters at which it stands, in one file; nobody is in the records by name or number, and the history names who acted; guantong pack verify checks it anywhere and works it out again.',
    compareTitle: 'Two plans side by side', compareLead: 'Line by line: question, cost, intakes and additions by year, the clauses that bind.', line: 'Line', intakeOf: (year) => `Intake of ${year}`, binds: 'Clauses that bind', conflicts: 'Cannot all be kept',
  },
);

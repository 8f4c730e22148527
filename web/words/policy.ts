import { words } from './dictionary.ts';

export const policyWords = words(
  {
    title: '试改政策看影响', lead: '换一个参数值或口径，同一份记录会有哪些校区、学生和经费变化。只试算，不改变现行规定。', back: '返回预测',
    to: '试算到', ask: '看影响', notYet: '还没有试改', notYetHelp: '在上面选一个参数，填入试用的值，按“加入试算”。', print: '打印',
    summary: (campuses, all, heads, graduates, money) => `${campuses} 个校区的结论会变（共 ${all} 个），涉及学生 ${heads} 人；${graduates} 名应届学生的毕业结论会变；${money} 类应付款会变。`,
    same: '同样的记录，结论、人数和经费都不变。', verdicts: '测算日会变的结论', verdictsNone: '测算日没有校区和学校的结论会变。', place: '校区或学校', standard: '标准', students: '学生（人）', before: '现行', after: '试改后',
    targets: '目标要求的变化', target: '目标', heads: '涉及校区的学生（人）', years: '今后会变的结论', year: '年份', campus: '校区', fails: '变为未达标', passes: '变为不再未达标', turned: '今后新增的未达标（项·年）',
    posts: '所需专职岗位和生均拨款', teachers: '教师', ideology: '思政', counsellors: '辅导员', psychologists: '心理', grant: '应拨经费（元）', teachersOf: (year) => `${year} 年所需教师`,
    graduation: '毕业结论会变的学生（人）', graduationNote: (n) => `应届共审核 ${n} 人。`, number: '人数', graduated: '毕业', completed: '结业', incomplete: '肄业', undetermined: '待定',
    money: '测算日所在学年和财政年度应付（元）', kind: '款项', moneyNote: (n) => (Number(n) === 0 ? '' : `${n} 份约定的学费分成低于试用的下限，按下限计算。`), notSettled: '现有记录不能结算，经费影响无法计算。', missing: '缺资料', arrow: (a, b) => `${a} → ${b}`, comma: '、',
    working: (seconds) => `正在试算，已用 ${seconds} 秒。大的地区需要较长时间，可以随时停止。`, stop: '停止', stopped: '已停止，没有结果。', again: '重新试算',
    originTried: (what) => `${what}（试改后）`, changedSince: '记录在保存后有变动，下面按当日截止的记录重算，与保存的结果不同。', bothNote: (before, after) => `现行 ${before}，试改后 ${after}。`, targetNote: '测得的数不变，变的是要求。', gradNote: '按毕业审核逐人判定，只列人数。',
    attached: '作为依据的方案和试算', attach: '附上方案或试算', attaching: '保存中……', chosen: '选择已保存的', reason: '说明', withdraw: '撤下', done: '附上', gone: '撤下', noneAttached: '还没有附上。', notAttached: '没有保存', hash: '结果校验值', act: '操作', at: '时间', by: '经办', name: '名称', cancel: '取消', openKept: '没有可附的，请先在“预测”中保存。',
  },
  {
    title: 'What other values of law would change', lead: 'Which campuses, students and amounts of money come out otherwise from the same records. Tried only; nothing in force changes.', back: 'Back to the forecast',
    to: 'Up to', ask: 'Show what changes', notYet: 'Nothing is tried yet', notYetHelp: 'Choose a parameter above, enter the value to try, and press “Try it”.', print: 'Print',
    summary: (campuses, all, heads, graduates, money) => `Verdicts of ${campuses} of ${all} campuses change, with ${heads} students; ${graduates} students of the final grade end otherwise; ${money} kinds of payment change.`,
    same: 'From the same records verdicts, heads and money stay as they are.', verdicts: 'Verdicts that change on the day', verdictsNone: 'No verdict of a campus or school changes on the day.', place: 'Campus or school', standard: 'Standard', students: 'Students', before: 'In force', after: 'Tried',
    targets: 'What targets ask for', target: 'Target', heads: 'Students of those campuses', years: 'Verdicts that change in years to come', year: 'Year', campus: 'Campus', fails: 'Newly unmet', passes: 'No longer unmet', turned: 'Newly unmet in years to come',
    posts: 'Full posts needed, and grants', teachers: 'Teachers', ideology: 'Ideology', counsellors: 'Counsellors', psychologists: 'Psychologists', grant: 'Grant due (yuan)', teachersOf: (year) => `Teachers needed in ${year}`,
    graduation: 'Students whose end of study changes', graduationNote: (n) => `${n} students of the final grade are audited.`, number: 'Students', graduated: 'diploma', completed: 'completed', incomplete: 'incomplete', undetermined: 'undetermined',
    money: 'Due in the academic and fiscal year of the day (yuan)', kind: 'Payment', moneyNote: (n) => (Number(n) === 0 ? '' : `${n} agreed shares are below the floor that is tried and count as the floor.`), notSettled: 'The records can not be settled: money is not told.', missing: 'missing', arrow: (a, b) => `${a} → ${b}`, comma: ', ',
    working: (seconds) => `Working on it for ${seconds} seconds. A large region takes longer; it can be stopped at any time.`, stop: 'Stop', stopped: 'Stopped, without a result.', again: 'Try again',
    originTried: (what) => `${what} (tried)`, changedSince: 'Records have changed since it was kept: what follows is worked out from those up to the end of that day, and differs from what was kept.', bothNote: (before, after) => `In force ${before}, tried ${after}.`, targetNote: 'What is measured stays; what is asked for changes.', gradNote: 'Judged for each by the audit of the final grade; numbers only are told.',
    attached: 'Scenarios that this rests on', attach: 'Put a scenario here', attaching: 'Saving …', chosen: 'One that was kept', reason: 'Note', withdraw: 'Take away', done: 'put here', gone: 'taken away', noneAttached: 'There is none yet.', notAttached: 'Not stored', hash: 'Hash of the result', act: 'Act', at: 'At', by: 'By', name: 'Name', cancel: 'Cancel', openKept: 'There is none to choose; keep one under Forecast first.',
  },
);

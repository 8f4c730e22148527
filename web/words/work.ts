import { words } from './dictionary.ts';

export const workWords = words(
  {
    title_teachers: '师资', title_bases: '实训基地', title_daily: '日常与安全',
    lead_teachers: '两校教师互派、培训和合作，核心课和能手授课，编制和学生管理队伍（M6、R5）。', lead_bases: '基地从立项到验收，共建份额和使用学时（M4）。', lead_daily: '值班、巡查、隐患和事件，学院制度逐版确认，来校教师住宿交通（M3、R4-i、R6-e）。',
    campus: '校区', noCampus: '没有可以查看的校区', noCampusHelp: '台账中登记校区后，这里按校区列出。', requirements: '要求', noRequirements: '这个校区没有共建的基地，不比较份额和学时。', journal: '工作记录', choose: '类别',
    record: (label) => `登记${label}`, recordTitle: (label) => `登记：${label}`, correctTitle: (label) => `更正：${label}`, correct: '更正', withdraw: '撤销', open: '办理', save: '保存', alsoAt: '同时登记到', allCampuses: '可登记的全部校区', thisCampus: '只登记到本校区',
    none: (label) => `还没有${label}`, noneHelp: '登记后在这里列出。', clause: (id) => `依据 ${id}`, state: '状态', acts: '办理', recordedOn: '登记日期', due: (day) => `${day}前`, late: '▲ 已逾期', many: (n) => `共 ${n} 条`, export: '下载清单（.xlsx）',
    staffWorkbook: '师资一览表（.xlsx）', staffPaper: '师资一览表（A4）', overlapsWorkbook: '重合核查表（.xlsx）', overlapsPaper: '重合核查表（A4）',
    findSite: '输入编号或名称查找', findPerson: '输入姓名或编号查找，从列表中选。', noPersons: '没有可选的人员，请先在“数据”中上报教职工。',
    reason: '理由', giveReason: '请写明理由', give: (label) => `请填写：${label}`, yes: '是', no: '否', failed: '没有保存', done: (what) => `${what}：已保存`, back: (page) => `返回${page}`, steps: '经过', by: (who) => `经办 ${who}`, entry: '内容', recordedBy: '登记人', corrects: '更正说明', missing: '没有这条记录，或已被更正', withdrawLead: '撤销后这条记录不再计入，原记录保留。', more: (n) => `另有 ${n} 条，下载清单查看`,
    today: '今天', myStudents: '我的学生', risks: '风险', onDuty: '值班', noShift: '今天没有安排值班', visitors: '来校教师', noVisitor: '今天没有来校教师', studentsTotal: (n) => `${n} 人`, classOf: (id, n) => `${id} 班 ${n} 人`, noStudents: '没有名下学生', noRisk: '没有待办的隐患、事件和需要', toStudents: '学籍名单',
  },
  {
    title_teachers: 'Teachers', title_bases: 'Training bases', title_daily: 'Daily running and safety',
    lead_teachers: 'Exchange, training and joint work of teachers, core courses and experts, approved posts and the student-affairs staff (M6, R5).', lead_bases: 'Bases from plan to acceptance, shares of those who build them and hours of use (M4).', lead_daily: 'Duty, patrols, hazards and incidents, rules of the college by version, lodging and transport of visiting teachers (M3, R4-i, R6-e).',
    campus: 'Campus', noCampus: 'No campus to look at', noCampusHelp: 'Campuses are listed here once they stand in the register.', requirements: 'Requirements', noRequirements: 'Nobody shares a base of this campus: there is nothing to compare.', journal: 'Records', choose: 'Kind',
    record: (label) => `Record: ${label}`, recordTitle: (label) => `Record: ${label}`, correctTitle: (label) => `Correct: ${label}`, correct: 'Correct', withdraw: 'Take back', open: 'Open', save: 'Save', alsoAt: 'Record it at', allCampuses: 'Every campus that I record for', thisCampus: 'This campus only',
    none: (label) => `${label}: nothing yet`, noneHelp: 'What is recorded stands here.', clause: (id) => `By ${id}`, state: 'State', acts: 'Act', recordedOn: 'Recorded', due: (day) => `by ${day}`, late: '▲ overdue', many: (n) => `${n} in all`, export: 'Download the list (.xlsx)',
    staffWorkbook: 'Staff list (.xlsx)', staffPaper: 'Staff list (A4)', overlapsWorkbook: 'Overlaps (.xlsx)', overlapsPaper: 'Overlaps (A4)',
    findSite: 'Type an id or a name', findPerson: 'Search by name or number, and choose from the list.', noPersons: 'Nobody can be chosen; report the staff under Data first.',
    reason: 'Reason', giveReason: 'Say why', give: (label) => `Give: ${label}`, yes: 'Yes', no: 'No', failed: 'It was not saved', done: (what) => `${what}: saved`, back: (page) => `Back to ${page}`, steps: 'What became of it', by: (who) => `by ${who}`, entry: 'What it says', recordedBy: 'Recorded by', corrects: 'Correction', missing: 'There is no such entry, or it was corrected', withdrawLead: 'It counts no more; the record itself stays.', more: (n) => `${n} more: download the list`,
    today: 'Today', myStudents: 'My students', risks: 'Risks', onDuty: 'On duty', noShift: 'Nobody is on the roster today', visitors: 'Visiting teachers', noVisitor: 'No visiting teacher today', studentsTotal: (n) => `${n} students`, classOf: (id, n) => `Class ${id}: ${n}`, noStudents: 'No students of yours', noRisk: 'No hazard, incident or request is waiting', toStudents: 'Roll',
  },
);

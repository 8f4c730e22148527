import { words } from './dictionary.ts';

export const supervisionWords = words(
  {
    title: '督导检查', lead: '学院每学期到校开展质量督导（S3-a），每学年督查办学行为（S3-c）；不符合的逐项发出整改通知书，按等级限期整改（S3-b、S3-d）。',
    quality: '质量督导', conduct: '办学行为督查', qualityHelp: '按在用的人才培养方案逐项检查教学和培养质量（S3-a）', conductHelp: '按附件 R1 至 R6 逐条检查办学行为（S3-c）',
    due: '待开展', noDue: '没有待开展的督导检查', noDueHelp: '每学期、每学年开始时，按合作专业列出要去的学校。', kind: '类型', college: '学院', school: '学校', period: '时段', dueOn: '期限', acts: '办理', late: '▲ 已逾期', record: '记录检查', recordAt: (school, kind) => `记录${kind}：${school}`,
    term: (year, term) => `${year}学年第${term}学期`, yearOf: (year) => `${year}学年`,
    visits: '检查记录', noVisits: '还没有检查记录', noVisitsHelp: '学院教务、项目办或领导到校检查后在这里记录，手机上也能填。', on: '检查日期', found: '结果', counts: (met, wanting, not) => `符合 ${met} · 不符合 ${wanting} · 未查 ${not}`, corrected: '已更正', correction: '更正记录', newVisit: '记录督导检查',
    back: '督导检查', place: '学校', day: '检查日期', visitors: '检查人员', visitorsHelp: '到校的每个人，用顿号分开', note: '综合意见', checklist: '检查表', checklistLead: (n) => `共 ${n} 项，逐项选择；没有检查的选“未查”。不符合的写明情况、选择等级，可当场拍照，记录时自动发出整改通知书。`, chooseFirst: '选好学校、类型和日期后列出检查表。',
    ofSchool: '学校整体', met: '符合', not_met: '不符合', not_looked_at: '未查', answerOf: (label) => `结果：${label}`, remark: '情况', severity: '等级', severityDays: (name, days) => `${name}（${days} 天内整改）`, restMet: '其余全部符合', restNot: '其余全部未查',
    save: '保存检查记录', saving: '正在保存…', failed: '没有保存', giveVisitors: '请填写检查人员', giveDay: '请填写检查日期', dayToCome: '检查日期还没有到', giveAnswer: (label) => `请选择：${label}`, giveRemark: (label) => `请写明情况：${label}`, giveSeverity: (label) => `请选择等级：${label}`, nothing: '没有检查任何一项',
    problems: '不符合的事项', noProblems: '没有不符合的事项', all: '检查表', clause: '依据', item: '检查内容', answer: '结果', finding: '整改', dueBy: (day) => `${day}前`, paper: '督导检查记录（文书）', correct: '更正这次检查', correctTitle: '更正督导检查', correctLead: '更正另存一条记录，原记录保留；已发出的整改通知书继续有效，按整改程序销号。', reason: '更正原因', giveReason: '请写明更正原因', correctedBy: '这次检查已经更正', seeCorrection: '查看更正后的记录', corrects: '这是一条更正记录', seeCorrected: '查看原记录', recordedBy: '记录人', why: (text) => `更正原因：${text}`,
    photoAt: (name) => `拍照：${name}`, photoNo: (n) => `照片 ${n}`, photoAway: '去掉', photoAwayOf: (n, name) => `去掉照片 ${n}：${name}`,
    photosLeft: (n) => `检查已保存，${n} 张照片还没有传上去`, photosLeftHelp: '照片还在这一页，请不要关闭；网络恢复后重新上传。', photosAgain: '重新上传照片', photosWhy: '没有上传的原因', seeVisit: '查看检查记录',
    mayNot: '没有可以检查的学校', mayNotHelp: '由学院教务、项目办和领导记录本学院合作学校的检查。',
  },
  {
    title: 'Supervision', lead: 'A college visits its schools each term on quality (S3-a) and each academic year on how they are run (S3-c); what is not met is told by notices, to be put right by its severity (S3-b, S3-d).',
    quality: 'Visit on quality', conduct: 'Visit on conduct', qualityHelp: 'Teaching and its results, by the schemes in force (S3-a)', conductHelp: 'How the school is run, by R1 to R6 of the annex (S3-c)',
    due: 'To be made', noDue: 'No visit is due', noDueHelp: 'As a term or year begins, the schools to be visited are listed by the programmes held together.', kind: 'Kind', college: 'College', school: 'School', period: 'Period', dueOn: 'Due', acts: 'Act', late: '▲ overdue', record: 'Record it', recordAt: (school, kind) => `Record ${kind}: ${school}`,
    term: (year, term) => `${year}, term ${term}`, yearOf: (year) => `Academic year ${year}`,
    visits: 'Visits', noVisits: 'No visit is recorded yet', noVisitsHelp: 'Academic affairs, programme office or leadership of a college records visits here, on a phone as well.', on: 'Day', found: 'Found', counts: (met, wanting, not) => `met ${met} · not met ${wanting} · not looked at ${not}`, corrected: 'corrected', correction: 'correction', newVisit: 'Record a visit',
    back: 'Supervision', place: 'School', day: 'Day of the visit', visitors: 'Visitors', visitorsHelp: 'Everybody who was there', note: 'Remarks on the whole', checklist: 'Checklist', checklistLead: (n) => `${n} lines, each with its answer; say so of what was not looked at. What is not met takes a remark and a severity, and photos if there are any; a notice goes out as it is recorded.`, chooseFirst: 'The checklist stands here once school, kind and day are chosen.',
    ofSchool: 'The school as a whole', met: 'Met', not_met: 'Not met', not_looked_at: 'Not looked at', answerOf: (label) => `Answer: ${label}`, remark: 'What was found', severity: 'Severity', severityDays: (name, days) => `${name} (${days} days to rectify)`, restMet: 'All others are met', restNot: 'All others were not looked at',
    save: 'Save the visit', saving: 'Saving…', failed: 'It was not saved', giveVisitors: 'Say who was there', giveDay: 'Give the day', dayToCome: 'The day is yet to come', giveAnswer: (label) => `Choose: ${label}`, giveRemark: (label) => `Say what was found: ${label}`, giveSeverity: (label) => `Choose a severity: ${label}`, nothing: 'Nothing was looked at',
    problems: 'Not met', noProblems: 'Everything that was looked at is met', all: 'Checklist', clause: 'Clause', item: 'What is looked at', answer: 'Answer', finding: 'Rectification', dueBy: (day) => `by ${day}`, paper: 'Record as a document', correct: 'Correct this visit', correctTitle: 'Correct a visit', correctLead: 'A correction is a record of its own and the first one stays; notices that were issued stand, and are closed as findings are.', reason: 'Why', giveReason: 'Say why', correctedBy: 'This visit was corrected', seeCorrection: 'See the correction', corrects: 'This is a correction', seeCorrected: 'See the first record', recordedBy: 'Recorded by', why: (text) => `Why: ${text}`,
    photoAt: (name) => `Take a photo: ${name}`, photoNo: (n) => `Photo ${n}`, photoAway: 'Leave out', photoAwayOf: (n, name) => `Leave out photo ${n}: ${name}`,
    photosLeft: (n) => `The visit is saved; photos that did not get through: ${n}`, photosLeftHelp: 'They are kept on this page as long as it is open. Send them again when the connection is back.', photosAgain: 'Send the photos again', photosWhy: 'Why they were not sent', seeVisit: 'See the visit',
    mayNot: 'There is no school that you visit', mayNotHelp: 'Academic affairs, programme office and leadership of a college record visits at the schools of its programmes.',
  },
);

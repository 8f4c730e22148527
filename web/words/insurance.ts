import { words } from './dictionary.ts';

export const insuranceWords = words(
  {
    title: '保险', acts: '办理', lead: '校方责任险和实习责任险由学校投保，保费由学校出（R4-j）。没有保障的学生逐人列出。', on: '看哪一天', onHelp: '列出从这一天起没有保障的日期。', school: '学校',
    figures: '覆盖情况', kind: '险种', heads: '应保人数', uncovered: '未全保人数', allCovered: '● 全部覆盖', some: (n) => `▲ 还有 ${n} 人未全保`, noFigures: '没有需要投保的学生', premium: '保费合计（元）', noPremium: '没有登记保单',
    kind_school_liability: '校方责任险', kind_internship_liability: '实习责任险',
    list: '未覆盖名单', listOf: (n) => `未覆盖名单（${n} 条）`, nobody: '没有未覆盖的学生', nobodyHelp: '从这一天起，校方责任险到本保险年度末、实习责任险到实习结束，每天都有保障。', unnamed: '名单只给能看学生学籍的人看；上面是人数。', student: '学生', class: '班级', gaps: '没有保障的日期', gap: (from, to) => `${from} 至 ${to}`, day: (on) => `${on} 一天`, today: '当天就没有保障',
    policies: '保单', noPolicies: '还没有登记保单', noPoliciesHelp: '由学校学籍管理员登记保单，并列出覆盖的学生。', number: '保单号', insurer: '保险公司', days: '保险期间', covered: '已列名 / 投保', coveredOf: (covered, heads) => `${covered} / ${heads} 人`, paid: '保费（元）', proof: '凭证',
    record: '登记保单', recordTitle: '登记保单', recorded: (n) => `保单已登记，覆盖 ${n} 人`, correct: '更正', correctTitle: (no) => `更正保单：${no}`, correctLead: '原来的记录保留，由这一条代替；列名的学生随之更新，没有保障的日期会列出。', corrected: (n) => `保单已更正，覆盖 ${n} 人`, why: '更正原因', giveWhy: '请写明更正原因', coverMore: '补列学生', coverTitle: (no) => `补列学生：${no}`, coveredNow: (n) => `保单现覆盖 ${n} 人`, from: '起期', to: '止期', headsHelp: '投保单上的人数', proofHelp: '发票、保单文件的编号', yuan: '元',
    whom: '覆盖哪些学生', whom_all: '本校高职阶段全体在籍学生', whom_class: '一个班', whom_listed: '未覆盖名单中的学生', whom_none: '先不列名', classId: '班级编号', working: '正在提交…',
    giveNumber: '请填写保单号', giveInsurer: '请填写保险公司', giveDays: '请填写起期和止期', giveHeads: '请填写投保人数', givePremium: '请填写保费', giveProof: '请填写凭证', giveClass: '请填写班级编号', giveKind: '请选择险种',
    workbook: '投保与覆盖表 .xlsx', paper: '投保与覆盖表 PDF', basis: '依据',
  },
  {
    title: 'Insurance', acts: 'Acts', lead: 'The school takes out school-liability and internship-liability insurance and pays for both (R4-j). Everybody without cover stands by name.', on: 'Day', onHelp: 'Days without cover from this day on.', school: 'School',
    figures: 'Cover', kind: 'Kind', heads: 'To be covered', uncovered: 'Not covered on every day', allCovered: '● everybody is covered', some: (n) => `▲ ${n} not covered on every day`, noFigures: 'There is nobody to cover', premium: 'Premiums (yuan)', noPremium: 'No policy is recorded',
    kind_school_liability: 'School liability', kind_internship_liability: 'Internship liability',
    list: 'Without cover', listOf: (n) => `Without cover (${n})`, nobody: 'Nobody is without cover', nobodyHelp: 'From this day on every day is covered: school liability to the end of the insurance year, internship liability to the end of each internship.', unnamed: 'Names are for those who may read the roll; above are the numbers.', student: 'Student', class: 'Class', gaps: 'Days without cover', gap: (from, to) => `${from} to ${to}`, day: (on) => `${on} alone`, today: 'not covered on this very day',
    policies: 'Policies', noPolicies: 'No policy is recorded yet', noPoliciesHelp: 'The school’s registrar records policies and names who they cover.', number: 'Policy', insurer: 'Insurer', days: 'Period', covered: 'Named / bought', coveredOf: (covered, heads) => `${covered} of ${heads}`, paid: 'Premium (yuan)', proof: 'Proof',
    record: 'Record a policy', recordTitle: 'Record a policy', recorded: (n) => `The policy is recorded and covers ${n}`, correct: 'Correct', correctTitle: (no) => `Correct the policy: ${no}`, correctLead: 'The record stays, and this one answers it. Whom it covers is told anew, and days without cover show.', corrected: (n) => `The policy is corrected and covers ${n}`, why: 'Why', giveWhy: 'Say why', coverMore: 'Name more', coverTitle: (no) => `Name more students: ${no}`, coveredNow: (n) => `The policy covers ${n} now`, from: 'From', to: 'To', headsHelp: 'As it was bought', proofHelp: 'Number of the invoice or document', yuan: 'yuan',
    whom: 'Whom it covers', whom_all: 'Everybody of the higher stage of the school', whom_class: 'A class', whom_listed: 'Those on the list without cover', whom_none: 'Nobody is named yet', classId: 'Class', working: 'Sending…',
    giveNumber: 'Give the policy’s number', giveInsurer: 'Name the insurer', giveDays: 'Give first and last day', giveHeads: 'Give the heads', givePremium: 'Give the premium', giveProof: 'Give the proof', giveClass: 'Give the class', giveKind: 'Choose the kind',
    workbook: 'Table of insurance .xlsx', paper: 'Table of insurance PDF', basis: 'Basis',
  },
);

import { guard, state, step, type MatterKind } from '../approvals/matter-kind.ts';
import { code, count, day, happened, note, optional, text, yesNo } from './field.ts';
import { journal, journalWithWay, type JournalKind } from './journal-kind.ts';
import { COLLEGE, ON_DUTY, SCHOOL } from './keepers.ts';

const LEADERS = ['campus_manager', 'school_head'] as const;
const severity = code('等级', 'Severity', { A: ['严重', 'Severe'], B: ['较重', 'Serious'], C: ['一般', 'Minor'] });

const hazardProof = guard('hazard_proof', 'M3-a', '已附整改后的照片或材料', 'A photo or paper of what was put right is attached');
const incidentProof = guard('incident_proof', 'M3-a', '已附处理材料', 'Papers on how it was handled are attached');

/** M3-a: what was found on a round is put right with proof, and looked at by another person. */
export const hazard: MatterKind = {
  id: 'hazard', clause: 'M3-a', label: { zh: '安全隐患', en: 'Hazards' }, about: 'campus',
  opens: { by: [...ON_DUTY, ...COLLEGE], state: 'open' },
  states: { open: state('待整改', 'To be put right'), rectified: state('已整改，待复查', 'Put right, to be looked at', { workdays: 3 }), closed: state('已销号', 'Closed', { closed: true }) },
  steps: {
    open: [step('rectify', '报整改完成', 'Put right', ON_DUTY, 'rectified', 'M3-a', { reason: true, guards: [hazardProof] })],
    rectified: [
      step('close', '复查通过，销号', 'Close', [...LEADERS, ...COLLEGE], 'closed', 'M3-a', { apart: ['open', 'rectify'] }),
      step('return', '退回', 'Return', [...LEADERS, ...COLLEGE], 'open', 'M3-a', { reason: true, apart: ['rectify'] }),
    ],
    closed: [],
  },
};

/** M3-a: an incident is reported, triaged within working days, and closed with papers by the day of its severity. */
export const incident: MatterKind = {
  id: 'incident', clause: 'M3-a', label: { zh: '安全事件', en: 'Incidents' }, about: 'campus',
  opens: { by: [...ON_DUTY, ...COLLEGE], state: 'reported' },
  states: { reported: state('已报告，待研判', 'Reported, to be triaged', { workdays: 1 }), triaged: state('处理中', 'Being handled'), closed: state('已办结', 'Closed', { closed: true }) },
  steps: {
    reported: [step('triage', '研判定级', 'Triage', LEADERS, 'triaged', 'M3-a', { reason: true })],
    triaged: [step('close', '办结', 'Close', LEADERS, 'closed', 'M3-a', { reason: true, guards: [incidentProof], apart: ['open'] })],
    closed: [],
  },
};

/** M3-b: the college sends a rule in a version, the school takes note of that version. */
export const collegeRule: MatterKind = {
  id: 'college_rule', clause: 'M3-b', label: { zh: '学院制度', en: 'Rules of the college' }, about: 'campus',
  opens: { by: COLLEGE, state: 'sent' },
  states: { sent: state('已下发，待确认', 'Sent, to be acknowledged', { workdays: 10 }), adopted: state('已确认执行', 'Adopted'), replaced: state('已废止', 'No longer in force', { closed: true }) },
  steps: {
    sent: [step('acknowledge', '确认执行本版', 'Acknowledge this version', LEADERS, 'adopted', 'M3-b', { apart: ['open'] }), step('withdraw', '撤回', 'Take back', COLLEGE, 'replaced', 'M3-b', { reason: true })],
    adopted: [step('withdraw', '废止', 'Take out of force', COLLEGE, 'replaced', 'M3-b', { reason: true })],
    replaced: [],
  },
};

/** R4-i: a teacher of the college needs lodging or transport, the school answers before the teaching day. */
export const visitorRequest: MatterKind = {
  id: 'visitor_request', clause: 'R4-i', label: { zh: '来校教师住宿交通', en: 'Lodging and transport of visiting teachers' }, about: 'campus',
  opens: { by: COLLEGE, state: 'asked' },
  states: { asked: state('待学校安排', 'To be arranged by the school'), arranged: state('已安排', 'Arranged', { closed: true }), declined: state('未安排', 'Not arranged', { closed: true }), dropped: state('已撤回', 'Taken back', { closed: true }) },
  steps: {
    asked: [
      step('arrange', '安排', 'Arrange', SCHOOL, 'arranged', 'R4-i', { apart: ['open'] }),
      step('decline', '不安排', 'Do not arrange', SCHOOL, 'declined', 'R4-i', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Take back', COLLEGE, 'dropped', 'R4-i'),
    ],
    arranged: [], declined: [], dropped: [],
  },
};

const CLOSING = { A: 'incident.close_days.A', B: 'incident.close_days.B', C: 'incident.close_days.C' };

export const dailyJournals: readonly JournalKind[] = [
  journal(ON_DUTY, {
    id: 'duty_shifts', area: 'daily', clause: 'R6-e', label: { zh: '值班安排', en: 'Duty roster' }, heading: ['on', 'person'],
    help: { zh: '每天谁值班、在哪里。', en: 'Who is on duty on which day, and where.' },
    fields: { on: day('日期', 'Day'), shift: code('班次', 'Shift', { day: ['白班', 'Day'], night: ['夜班', 'Night'], holiday: ['节假日', 'Holiday'] }), person: text('值班人', 'On duty'), place: text('地点', 'Place') },
  }),
  journal(ON_DUTY, {
    id: 'patrols', area: 'daily', clause: 'R6-e', label: { zh: '巡查记录', en: 'Patrols' }, heading: ['on', 'place'],
    help: { zh: '每次巡查一条；发现隐患的另记一条隐患，直到销号。', en: 'One for each round; a hazard that was found is recorded besides, until it is closed.' },
    fields: { on: happened('巡查日', 'Day'), place: text('地点', 'Place'), person: text('巡查人', 'Who went'), hazard_found: yesNo('发现隐患', 'Hazard found'), remark: optional(note('情况', 'Remarks')) },
  }),
  journalWithWay(hazard, {
    area: 'daily', heading: ['place', 'what'], help: { zh: '按等级限期整改，没有材料不能报完成，由另一人复查销号。', en: 'To be put right by a day of its severity; without proof nothing is put right, and another person closes it.' },
    fields: { on: happened('发现日', 'Found on'), place: text('地点', 'Place'), what: note('隐患', 'What was found'), severity },
    dated: [{ state: 'open', field: 'on', days: { by: 'severity', parameters: { A: 'hazard.days.A', B: 'hazard.days.B', C: 'hazard.days.C' } } }],
  }),
  journalWithWay(incident, {
    area: 'daily', heading: ['what'], help: { zh: '报告、研判定级、办结；不写学生姓名。', en: 'Reported, triaged, closed. Names of students are not written here.' },
    fields: { on: happened('发生日', 'Day'), place: text('地点', 'Place'), what: note('经过', 'What happened'), people: count('涉及人数', 'How many people'), host: code('当时所在', 'Where they were', { campus: ['本校区', 'At the campus'], firm: ['实习单位', 'At a firm'], college: ['学院', 'At the college'] }) },
    takes: { triage: { severity } },
    dated: [{ state: 'triaged', field: 'on', days: { by: 'severity', parameters: CLOSING } }],
  }),
  journalWithWay(collegeRule, {
    area: 'daily', heading: ['title', 'version'], help: { zh: '学院逐版下发，校区逐版确认；新版须重新确认。', en: 'Sent version by version and acknowledged version by version.' },
    fields: { title: text('制度名称', 'Rule'), version: text('版本', 'Version'), document_no: text('文号', 'Document number'), from: day('施行日', 'In force from') },
  }),
  journalWithWay(visitorRequest, {
    area: 'daily', heading: ['person', 'on'], help: { zh: '学院提出需要，学校在授课日之前安排。', en: 'The college says what is needed, the school arranges it before the teaching day.' },
    fields: { on: day('授课日', 'Teaching day'), person: text('教师', 'Teacher'), need: code('需要', 'Needs', { lodging: ['住宿', 'Lodging'], transport: ['交通', 'Transport'], both: ['住宿和交通', 'Both'] }), remark: optional(note('说明', 'Remarks')) },
    takes: { arrange: { arrangement: text('怎样安排', 'How it is arranged'), cost_yuan: count('费用（元）', 'Cost (yuan)') } },
    dated: [{ state: 'asked', field: 'on', days: { before: 'visitor.answer_days_before' } }],
  }),
];

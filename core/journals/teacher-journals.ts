import { guard, state, step, type MatterKind } from '../approvals/matter-kind.ts';
import { code, count, day, happened, hours, idOf, note, optional, text } from './field.ts';
import { journal, journalWithWay, type JournalKind } from './journal-kind.ts';
import { BOTH, COLLEGE, SCHOOL } from './keepers.ts';

const person = { person_id: idOf('person', '人员', 'Person of the register of staff'), name: text('姓名', 'Name') };

const overlaps = guard('person_overlaps', 'R5-b', '该教师当日在两个学段都任专任教师', 'The teacher is full time in both stages on the day');
const untilAhead = guard('until_ahead', 'R5-b', '到期日在今天之后', 'The end lies after today');

/** R5-b: the school asks with a reason and an end, another person at the college approves; the register then bears the end. */
const overlapException: MatterKind = {
  id: 'overlap_exception', clause: 'R5-b', label: { zh: '重合例外', en: 'Exception for teaching in both stages' }, about: 'campus',
  opens: { by: SCHOOL, state: 'asked' },
  states: {
    asked: state('已申请，待学院审批', 'Asked for, to be decided by the college', { workdays: 10 }),
    approved: state('已批准', 'Approved', { closed: true }), declined: state('未批准', 'Not approved', { closed: true }), dropped: state('已撤回', 'Taken back', { closed: true }),
  },
  steps: {
    asked: [
      step('approve', '批准', 'Approve', ['college_academic', 'college_leadership'], 'approved', 'R5-b', { guards: [overlaps, untilAhead], apart: ['open'] }),
      step('decline', '不批准', 'Decline', ['college_academic', 'college_leadership'], 'declined', 'R5-b', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Take back', SCHOOL, 'dropped', 'R5-b'),
    ],
    approved: [], declined: [], dropped: [],
  },
};

const inOrder = guard('contract_in_order', 'M6-d', '聘用日期不早于推荐日期', 'The contract is not dated before the recommendation');

/** M6-d: the college recommends an expert from industry, then the school signs the contract; nobody does both. */
const expertHire: MatterKind = {
  id: 'expert_hire', clause: 'M6-d', label: { zh: '企业能手推荐和聘用', en: 'Experts recommended and hired' }, about: 'campus',
  opens: { by: COLLEGE, state: 'recommended' },
  states: {
    recommended: state('已推荐，待聘用', 'Recommended, to be hired', { workdays: 20 }),
    hired: state('已聘用', 'Hired'), ended: state('聘用已终止', 'No longer hired', { closed: true }), declined: state('未聘用', 'Not hired', { closed: true }),
  },
  steps: {
    recommended: [
      step('contract', '签订聘用合同', 'Sign the contract', SCHOOL, 'hired', 'M6-d', { guards: [inOrder], apart: ['open'] }),
      step('decline', '不聘用', 'Do not hire', SCHOOL, 'declined', 'M6-d', { reason: true, apart: ['open'] }),
    ],
    hired: [step('end', '终止聘用', 'End the contract', [...SCHOOL, ...COLLEGE], 'ended', 'M6-d', { reason: true })],
    ended: [], declined: [],
  },
};

export const teacherJournals: readonly JournalKind[] = [
  journal(BOTH, {
    id: 'teacher_exchanges', area: 'teachers', clause: 'M6-a', label: { zh: '教师互派', en: 'Exchange of teachers' },
    help: { zh: '两校互派的每人每次一条，附派遣文号。', en: 'Each teacher sent by one school to the other, each time, by the number of the order.' },
    heading: ['name', 'direction'],
    fields: {
      direction: code('方向', 'Direction', { to_school: ['学院到学校', 'College to school'], to_college: ['学校到学院', 'School to college'] }), ...person,
      order_no: text('派遣文号', 'Order number'), from: day('起始日', 'From'), to: day('截止日', 'To'),
    },
  }),
  journal(BOTH, {
    id: 'teacher_trainings', area: 'teachers', clause: 'M6-a', label: { zh: '教师培训', en: 'Training' },
    help: { zh: '每人每次培训一条；学生管理队伍的培训计入 R5-l。', en: 'Each person and training; that of the student-affairs staff counts towards R5-l.' },
    heading: ['name', 'topic'],
    fields: {
      ...person, team: code('队伍', 'Staff', { teaching: ['任课教师', 'Teaching'], affairs: ['学生管理', 'Student affairs'] }), topic: text('培训内容', 'Topic'),
      on: happened('结束日', 'Last day'), hours: hours('学时', 'Hours'), certificate_no: optional(text('证书编号', 'Certificate number')),
    },
  }),
  journal(BOTH, {
    id: 'joint_projects', area: 'teachers', clause: 'M6-a', label: { zh: '合作项目', en: 'Joint projects' },
    help: { zh: '两校教师一起做的项目，写明牵头单位和成员。', en: 'Projects of teachers of both schools, with who leads and who takes part.' },
    heading: ['title'],
    fields: {
      title: text('项目名称', 'Project'), lead: code('牵头', 'Led by', { college: ['学院', 'College'], school: ['学校', 'School'], enterprise: ['企业', 'Firm'] }),
      members: note('成员', 'Members'), from: day('起始日', 'From'), to: optional(day('结束日', 'To')), result: optional(note('成果', 'Result')),
    },
  }),
  journalWithWay(overlapException, {
    area: 'teachers', heading: ['name'], help: { zh: '写明原因和到期日，由学院另一人批准；批准后写入教职工台账。', en: 'With a reason and an end, approved by another person at the college, and then written into the register of staff.' },
    fields: { ...person, why: note('例外原因', 'Reason'), until: day('到期日', 'Until') },
  }),
  journalWithWay(expertHire, {
    area: 'teachers', heading: ['name', 'course'], help: { zh: '学院推荐在先，学校聘用在后；聘用期内讲授的实践课计入 M6-d。', en: 'The college recommends first, the school hires then; practical courses taught while hired count towards M6-d.' },
    fields: {
      ...person, firm: text('所在企业', 'Firm'), higher_code: idOf('major', '高职专业', 'Higher major'), course: text('课程', 'Course'),
      on: happened('推荐日期', 'Recommended on'), from: day('聘期起', 'From'), to: day('聘期止', 'To'),
    },
    takes: { contract: { contract_no: text('合同编号', 'Contract number'), contract_on: happened('合同日期', 'Contract dated') } },
  }),
  journal(SCHOOL, {
    id: 'approved_posts', area: 'teachers', clause: 'R5-i', label: { zh: '核定编制', en: 'Approved posts' },
    help: { zh: '主管部门核定的岗位数；同一岗位以最近生效的一条为准。', en: 'Posts approved by the authority; the latest in force of a kind counts.' },
    heading: ['post', 'posts'],
    fields: {
      post: code('岗位', 'Post', { teacher: ['专任教师', 'Full-time teachers'], psychologist: ['心理健康教师', 'Psychologists'], counsellor: ['专职辅导员', 'Counsellors'] }),
      posts: count('核定数', 'Posts approved'), document_no: text('批准文号', 'Approved by'), from: day('生效日', 'From'),
    },
  }),
];

export { expertHire, overlapException };

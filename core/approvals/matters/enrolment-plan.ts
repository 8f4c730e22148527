import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const written = guard('plan_written', 'M8-a', '计划行已随修订写入', 'The lines are written with the revision');
const schoolUnsigned = guard('school_unsigned', 'M8-a', '现行修订待学校签署', 'The revision as it stands is to be signed by the school');
const collegeUnsigned = guard('college_unsigned', 'M8-a', '现行修订待学院签署', 'The revision as it stands is to be signed by the college');
const signatures = guard('plan_signatures', 'M8-a', '学院和每一所学校均已签署现行修订', 'The college and every school have signed this revision');
const reasons = guard('capacity_reasons', 'S2-a', '超出可容纳人数的计划行均写明理由', 'Every line beyond capacity has its reason in words');
const schools = guard('plan_schools', 'S3-f', '没有已停止试点学校的计划行', 'No line is of a school whose pilot is stopped');
const minutes = guard('minutes', 'M8-b', '附有会议纪要', 'The minutes are attached');
const meeting = guard('meeting_day', 'M8-b', '会议日期不早于提请日期，不晚于今天', 'The meeting is no earlier than it was tabled for, and not to come');
const receipt = guard('receipt_day', 'M8-c', '回执日期不早于审定日期，不晚于今天', 'The receipt is no earlier than the decision, and not to come');
/** Of the body's own rules, not of the document. */
const votes = { present: 'leading_group.present_above', carried: 'leading_group.for_above' };

const programme: readonly Role[] = ['college_programme'];
const drafting = ['open', 'revise', 'table'];
const signing = ['sign_school', 'sign_college'];
const coordinating = ['coordinate_bureau', 'coordinate_drc'];

const byBureau = (to: string) => step('coordinate_bureau', '教育部门统筹意见', 'Education bureau co-ordinates', ['city_bureau'], to, 'S2-a', { reason: true, apart: [...drafting, ...signing, 'coordinate_drc'] });
const byDrc = (to: string) => step('coordinate_drc', '发改部门统筹意见', 'Development and reform co-ordinates', ['department'], to, 'S2-a', { reason: true, at: 'department', apart: [...drafting, ...signing, 'coordinate_bureau'] });
const back = (by: readonly Role[]) => step('return', '退回', 'Return', by, 'drafted', 'M8-b', { reason: true, apart: [...drafting, ...signing] });
const province = (to: string) => step('file_province', '登记省教育厅回执', 'Record the receipt of the education department', programme, to, 'M8-c', { guards: [receipt] });
const exam = (to: string) => step('file_exam', '登记省教育考试院回执', 'Record the receipt of the examination authority', programme, to, 'M8-c', { guards: [receipt] });
const sentBack = step('send_back', '上级退回，重新拟定', 'Sent back by the province', programme, 'drafted', 'M8-c', { reason: true });

/**
 * M8, S2-a: college and schools draw up the plan of a year and sign it, two departments co-ordinate it, the college's
 * leading group decides by votes, the college files it with two bodies. Signatures are for the lines as they stand: a later
 * revision is signed anew. What is filed is amended by a plan of the same year that goes the same way.
 */
export const enrolmentPlan: MatterKind = {
  id: 'enrolment_plan', clause: 'M8-b', label: { zh: '招生计划审定', en: 'Decision on an enrolment plan' }, about: 'college',
  opens: { by: programme, state: 'drafted' },
  states: {
    drafted: state('拟定', 'Drafted'),
    coordinating: state('已提请，待统筹', 'Tabled, to be co-ordinated', { workdays: 10 }),
    bureau_coordinated: state('教育部门已统筹，待发改部门', 'Co-ordinated by the bureau, development and reform is to', { workdays: 10 }),
    drc_coordinated: state('发改部门已统筹，待教育部门', 'Co-ordinated by development and reform, the bureau is to', { workdays: 10 }),
    tabled: state('已统筹，待审定', 'Co-ordinated, to be decided', { workdays: 10 }),
    decided: state('已审定，待报送', 'Decided, to be filed', { workdays: 10 }),
    province_filed: state('教育厅已回执，待考试院', 'Receipt of the education department, the other is awaited', { workdays: 10 }),
    exam_filed: state('考试院已回执，待教育厅', 'Receipt of the examination authority, the other is awaited', { workdays: 10 }),
    filed: state('已报送', 'Filed with both', { closed: true }),
    dropped: state('已放弃', 'Dropped', { closed: true }),
  },
  steps: {
    drafted: [
      step('revise', '修订计划', 'Draw up the lines', programme, 'drafted', 'M8-a', { guards: [written] }),
      step('sign_school', '学校签署', 'The school signs', ['school_head'], 'drafted', 'M8-a', { guards: [schoolUnsigned], at: 'school', apart: ['open', 'revise', 'sign_college'] }),
      step('sign_college', '学院签署', 'The college signs', ['college_programme', 'college_leadership'], 'drafted', 'M8-a', { guards: [collegeUnsigned], apart: ['sign_school'] }),
      step('table', '提请统筹和审定', 'Table', programme, 'coordinating', 'M8-a', { reason: true, guards: [signatures, schools, reasons] }),
      step('drop', '放弃', 'Drop', programme, 'dropped', 'M8-a'),
    ],
    coordinating: [byBureau('bureau_coordinated'), byDrc('drc_coordinated'), back(['city_bureau', 'department'])],
    bureau_coordinated: [byDrc('tabled'), back(['department'])],
    drc_coordinated: [byBureau('tabled'), back(['city_bureau'])],
    tabled: [
      step('resolve', '审定通过', 'Decide by votes', ['college_leadership'], 'decided', 'M8-b', { guards: [minutes, meeting, schools, reasons], votes, apart: [...drafting, ...signing, ...coordinating] }),
      back(['college_leadership']),
    ],
    decided: [province('province_filed'), exam('exam_filed'), sentBack],
    province_filed: [exam('filed'), sentBack],
    exam_filed: [province('filed'), sentBack],
    filed: [], dropped: [],
  },
};

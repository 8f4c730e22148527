import { date } from '../values/plain-date.ts';
import type { AnyContent, DocumentContent, DocumentKindId } from './kinds.ts';

/** A content of each kind, as a region would fill it. */
export const MADE_CONTENTS: { readonly [K in DocumentKindId]: DocumentContent<K> } = {
  campus_recognition: {
    dated: date('2026-03-02'), campus_id: 'C', campus: '东校区', school: '甲职业中专', college: '乙职业学院', form: '划出独立区域', students: 268,
    judged_on: date('2025-10-31'), effective_from: date('2026-03-02'),
    conditions: [{ clause: 'R1-b', item: '生均教学行政用房', found: '15.02 平方米', outcome: '达标' }],
  },
  campus_plate: {
    dated: date('2026-03-03'), campus_id: 'C', campus: '东校区', school: '甲职业中专', college: '乙职业学院', plate_text: '乙职业学院东校区',
    from: date('2026-03-10'), recognition_number: '衢贯通认〔2026〕1号',
  },
  pilot_admission: {
    dated: date('2026-03-02'), school_id: 'S', school: '甲职业中专', pilot_from: date('2026-09-01'),
    checklist: [{ clause: 'S1-a', item: '推进团队已成立', answer: '符合' }],
  },
  supervision_record: {
    dated: date('2025-11-05'), school_id: 'S', school: '甲职业中专', college: '乙职业学院', visit: '质量督导', on: date('2025-11-04'), period: '2025学年第1学期', visitors: '张三、李四', note: '', checklist_hash: `sha256:${'c'.repeat(64)}`,
    met: 1, not_met: 1, not_looked_at: 1, corrects: '',
    lines: [
      { clause: 'M9-a', item: '数控技术（2024级起方案，第1版）本学期按方案开课', answer: '符合', remark: '', severity: '', notice: '' },
      { clause: 'M3-e', item: '数控技术（2024级起方案，第1版）成绩按期录入', answer: '不符合', remark: '两门课程未录入', severity: '一般', notice: '衢贯通改〔2025〕1号' },
      { clause: 'M9-c', item: '学生按要求参加抽测', answer: '未查', remark: '', severity: '', notice: '' },
    ],
    filled_by: '张三', reviewed_by: '', responsible: '',
  },
  rectification_notice: {
    dated: date('2025-11-05'), school_id: 'S', school: '甲职业中专', examined_clause: 'R1-b', requirement: '生均教学行政用房', found: '东校区生均 12 平方米', severity: '严重', due: date('2025-12-05'),
  },
  rectification_report: {
    dated: date('2025-12-03'), school: '甲职业中专', examined_clause: 'R1-b', requirement: '生均教学行政用房', found: '东校区生均 12 平方米', notice_number: '衢贯通改〔2025〕1号', due: date('2025-12-05'),
    answered_on: date('2025-12-01'), action: '新增教室 600 平方米', proof: '验收单.pdf', recheck: '现场核实，已达标', filled_by: '张三', reviewed_by: '李四', responsible: '',
  },
  pilot_stop: {
    dated: date('2026-03-02'), school_id: 'S', school: '甲职业中专', last_day: date('2026-03-02'), reason: '多次整改不到位', failed: '事项 12（R1-b）逾期 40 天', hearing_number: '听〔2026〕1号', heard_on: date('2026-02-20'), attendees: '张三、李四',
    students: [{ grade: '1 年级', students: 120 }], funds_note: '', funds: [{ item: '学费拨付', from: '乙职业学院', to: '甲职业中专', due: '3960.00', paid: '3000.00', left: '960.00' }], held: [{ campus: '东校区', fund: '住宿费', came: '1200.00', spent: '200.00', left: '1000.00' }], campuses: [{ campus: '东校区', outcome: '撤销认定，收回牌子' }],
  },
  pilot_resume: { dated: date('2026-09-01'), school_id: 'S', school: '甲职业中专', resumed_on: date('2026-09-01'), reason: '整改全部销号' },
  parameter_decision: {
    dated: date('2026-03-02'), parameter: 'made.value', label: '生均用房', served_clause: 'R1-b', unit: '平方米', before: '15', after: '16',
    effective_from: date('2026-09-01'), reason: '上位规定调整', effects: [{ campus: '东校区', item: '生均教学行政用房', before: '达标', after: '未达标' }],
  },
  collection_sheet: {
    dated: date('2025-11-05'), round: '2025年秋季数据收集', frozen_on: date('2025-10-31'), snapshot_id: '7', snapshot_sha256: 'a'.repeat(64),
    schools: [{ school: '甲职业中专', state: '已核验', submitted_on: '2025-10-30', late: '' }],
    campuses: [{ campus: '东校区', students: '268', met: 15, unmet: 1, undetermined: 0 }], filled_by: '张三', reviewed_by: '李四', responsible: '',
  },
  conditions_report: {
    dated: date('2025-11-05'), campus_id: 'C', campus: '东校区', school: '甲职业中专', college: '乙职业学院', judged_on: date('2025-10-31'), frozen: '', students: '268',
    verdicts: [{ clause: 'R1-b', item: '生均教学行政用房', value: '14.996 平方米', required: '≥ 15 平方米', gap: '还差 1 平方米', outcome: '未达标' }],
    filled_by: '', reviewed_by: '', responsible: '',
  },
  new_student_list: {
    dated: date('2025-12-04'), school_id: 'S', school: '甲职业中专', college: '乙职业学院', year: 2025, addition: '', list_hash: `sha256:${'b'.repeat(64)}`,
    students: [{
      student_id: '202501010101', name: '欧阳娜', sex: '女', id_number: '330802********0014', roll_number: 'G330802********0014', exam_number: '26000001', score: '512.5',
      programme: '数控技术', secondary_code: '660103', higher_code: '460103', class_id: '2025010101',
    }],
    seals: [{ party: '学校盖章', by: '张三', on: date('2025-12-02') }],
  },
  graduation_audit: {
    dated: date('2027-06-25'), college: '乙职业学院', school_id: 'S', school: '甲职业中专', audited_on: date('2027-06-20'), graduated: 1, completed: 0, incomplete: 0, exempted: 0,
    students: [{
      student_id: '202201010101', name: '欧阳娜', class_id: '2022010101', programme: '数控技术', credits: '达标', conduct: '达标', internship: '达标', certificate: '达标', fees: '还欠 100.00 元',
      decision: '毕业', number: '132861202706000001',
    }],
  },
  graduate_register: {
    dated: date('2027-06-25'), college: '乙职业学院', institution_code: '13286', school_id: 'S', school: '甲职业中专', graduated_on: date('2027-06-20'),
    students: [{ student_id: '202201010101', name: '欧阳娜', sex: '女', programme: '数控技术', higher_code: '460103', class_id: '2022010101', cohort: '2022', number: '132861202706000001' }],
  },
  plan_declaration: {
    dated: date('2026-04-20'), year: 2026, college: '乙职业学院', revision: 2, minutes_number: '招委〔2026〕3号', met_on: date('2026-04-18'), higher_year: '2029',
    lines: [{
      school: '甲职业中专', secondary_code: '660103', secondary_name: '数控技术', higher_code: '460103', higher_name: '数控技术', planned: 45, higher_planned: '45', planned_before: '45', actual_before: '44',
      campus: '东校区', capacity: '2029年 262 / 268；2030年 270 / 268',
    }],
    reasons: [{ school: '甲职业中专', programme: '数控技术', reason: '二期宿舍 2029 年秋季投入使用' }],
    signatures: [{ party: '甲职业中专', person: '张三', on: date('2026-03-20') }, { party: '乙职业学院', person: '李四', on: date('2026-03-21') }],
    coordination: [{ party: '教育部门', person: '王五', on: date('2026-04-01'), opinion: '同意' }, { party: '发改部门', person: '赵六', on: date('2026-04-02'), opinion: '' }],
  },
  plan_minutes: {
    dated: date('2026-05-12'), year: 2026, college: '乙职业学院', minutes_number: '招委〔2026〕3号', met_on: date('2026-04-18'), attendees: '张三、李四', declaration_number: '测贯通计〔2026〕1号',
    members: 9, present: 8, votes_for: 7, votes_against: 0, abstained: 1, lines: [{ school: '甲职业中专', programme: '数控技术', approved: 45 }],
    province_number: '浙教函 88号', province_on: date('2026-05-08'), exam_number: '考院收 12号', exam_on: date('2026-05-11'),
  },
  sample_test_report: {
    dated: date('2026-04-20'), college: '乙职业学院', title: '2025学年公共基础课抽测', year: 2025, test_on: date('2026-04-10'), papers: '语文、数学', list_on: date('2026-03-20'), list_hash: `sha256:${'c'.repeat(64)}`,
    population: 200, seed: '20 07 31', seed_source: '福彩双色球 2026036 期', classes: [{ class_id: '', population: 200, sampled: 20 }],
    schools: [{ school: '甲职业中专', drawn: 20, sat: 19, absent: 1, passed: 11, mean: '61.5', rate: '57.8%', outcome: '未达标' }], sample: [{ school: '甲职业中专', class_id: '', student_id: '202501010101' }],
  },
  step_up_roster: {
    dated: date('2026-09-02'), college: '乙职业学院', year: 2026, on: date('2026-09-01'), published_on: date('2026-05-11'), last_day: date('2026-05-18'), list_hash: 'd'.repeat(64), going: 1, staying: 0, listed: '',
    schools: [{ school: '甲职业中专', going: 1, staying: 0 }],
    students: [{ student_id: '202301010101', name: '欧阳娜', school: '甲职业中专', filed: '名册〔2023〕1号', test: '58', resit: '66', counts: '66', decision: '升段', higher_major: '数控技术', class_id: '' }],
  },
  training_scheme: {
    dated: date('2026-05-12'), college: '乙职业学院', school: '甲职业中专', programme: '数控技术', secondary_code: '660103', higher_code: '460103', from_cohort: 2026, version: 2, revision: 3,
    required_credits: '240', credits: '242.5', hours: 4600, practice_hours: 2500, practice_share: '54.3%',
    courses: [{ term: 1, code: 'A01', course: '思想政治', kind: '思政课', credits: '2', theory: 36, practice: 0, taught_by: '学校', certificate: '' }],
    parties: [{ party: '乙职业学院', person: '李四', on: date('2026-03-21') }, { party: '丙精密制造', person: '王五', on: date('2026-03-25') }],
    minutes_number: '教委〔2026〕3号', met_on: date('2026-05-10'), attendees: '张三、李四', members: 9, present: 8, votes_for: 7, votes_against: 0, abstained: 1,
  },
  grant_request: {
    dated: date('2025-11-20'), college: '乙职业学院', payers: '甲县财政局', fiscal_year: 2025, due: '1950000.00', received: '1400000.00', arrears: '550000.00', overdue: '62500.00',
    campuses: [{ campus: '甲校区', payer: '甲县财政局', standard: '15000', weight: '1560/12', formula: '⌈15000 × (8 × 120 + 4 × 150) ÷ 12⌉ = 1950000.00', due: '1950000.00', received: '1400000.00', arrears: '550000.00', overdue: '62500.00' }],
  },
  grant_distribution: {
    dated: date('2025-11-21'), college: '乙职业学院', fiscal_year: 2025, voucher: 'HD-1', paid_on: date('2025-11-20'), total: '1400000.00',
    lines: [{ campus: '甲校区', weight: '1560/12', amount: '1400000.00', formula: '1 × 1400000.00 = 1400000.00' }], receipts: [{ receipt: 'G1', received_on: date('2025-11-01'), campus: '', amount: '1400000.00', days: 19 }],
  },
  tuition_settlement: {
    dated: date('2026-01-31'), college: '乙职业学院', year: 2025, voucher: 'HD-2', paid_on: date('2026-01-30'), total: '579744.00',
    schools: [{ school: '甲职业中专', billed: '990000.00', collected: '970200.00', refunds: '3960.00', net: '966240.00', ratio: '0.6', due: '579744.00', paid: '579744.00', difference: '0.00' }],
  },
  custody_statement: {
    dated: date('2026-08-31'), school: '甲职业中专', year: 2025, voucher: 'HD-3', paid_on: date('2026-08-31'), total: '36.60', listed: '',
    students: [{ student_id: '202201010101', name: '欧阳娜', class_id: '', received: '800.00', spent: '763.40', balance: '36.60', refunded: '36.60', claimed: '0.00' }],
    items: [{ student_id: '202201010101', name: '欧阳娜', item: '教材', unit_price: '381.70', quantity: '2 套', spent_on: date('2025-09-20'), amount: '763.40' }],
  },
  destination_report: {
    dated: date('2025-09-02'), school_id: 'S', school: '甲职业中专', year: 2025, on: date('2025-08-31'),
    rates: [{ day: '2025-08-31', graduates: 2, recorded: 1, local: 1, without_set_aside: '1/2 = 50.00%', all_graduates: '1/2 = 50.00%', employed: '1/1 = 100.00%' }],
    students: [
      { student_id: '20201001', name: '钟𬭚', class_id: '2020-1', programme: '数控技术', code: '11 签劳动合同形式就业', employer: '企业', credit_code: '91330803MA2DH0013P', workplace: '330803', partner: '是', contract: '固定期限劳动合同', wage: '4500.00', match: '对口', recorded_on: '2025-08-25' },
      { student_id: '20201002', name: '欧阳娜', class_id: '2020-1', programme: '数控技术', code: '未登记', employer: '', credit_code: '', workplace: '', partner: '', contract: '', wage: '', match: '', recorded_on: '' },
    ],
    filled_by: '张三', reviewed_by: '', responsible: '',
  },
  annual_report: {
    dated: date('2025-12-31'), year: 2025, title: '衢州市区域中高职一体化改革年度评估报告（2025年）', issuer: '职改办', on: date('2025-12-31'),
    paragraphs: [{ heading: '一、目标进展', text: '衢州市五年制一体化专业占比 60%。' }, { heading: '一、目标进展', text: '尚有一项目标未达成。' }, { heading: '二、下一步', text: '增开企业实践周。' }],
    filled_by: '张三', reviewed_by: '', responsible: '',
  },
  lecture_fees: {
    dated: date('2026-01-31'), school: '甲职业中专', year: 2025, voucher: 'HD-4', paid_on: date('2026-01-31'), total: '6400.00',
    teachers: [{ teacher: '王老师', hours: '80', amount: '6400.00', formula: '80 × 80 = 6400.00' }], courses: [{ teacher: '王老师', term: '2025-1', course: '数控编程', class_id: '数控2201', hours: '80' }],
  },
};

/** The same content with something else in it. */
export function otherwise(kind: DocumentKindId, change: AnyContent): AnyContent {
  return { ...MADE_CONTENTS[kind], ...change };
}

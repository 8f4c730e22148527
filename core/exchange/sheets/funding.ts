import { code, date, integer, money, optional, reference, statedShare, text, year } from '../column.ts';
import { sheet } from '../sheet.ts';

const feeKinds = {
  tuition: ['学费', 'Tuition'],
  dorm: ['住宿费', 'Dormitory fee'],
  custody: ['代管费', 'Custody fee'],
  other: ['其他费用', 'Other fee'],
} as const;

/** Money of a student: calendar, charges, receipts, what is spent in custody. */
export const calendar = sheet('calendar', ['校历', 'Calendar'], {
  college_id: reference('高职院校编号', 'College id', 'organisations'),
  academic_year: year('学年（起始年）', 'Academic year (starting year)'),
  first_day: date('开学日期', 'First day'),
}, { key: ['college_id', 'academic_year'] });

export const charges = sheet('charges', ['应收费用', 'Charges'], {
  student_id: reference('学号', 'Student id', 'students'),
  academic_year: year('学年（起始年）', 'Academic year (starting year)'),
  kind: code('费用类别', 'Kind of fee', feeKinds),
  amount_yuan: money('金额', 'Amount'),
  due_on: date('应缴日期', 'Due on'),
}, { key: ['student_id', 'academic_year', 'kind', 'due_on'] });

export const receipts = sheet('receipts', ['实收费用', 'Receipts'], {
  receipt_id: text('收款编号', 'Receipt id'),
  student_id: reference('学号', 'Student id', 'students'),
  academic_year: year('学年（起始年）', 'Academic year (starting year)'),
  kind: code('费用类别', 'Kind of fee', feeKinds),
  amount_yuan: money('金额', 'Amount'),
  received_on: date('收款日期', 'Received on'),
  received_by: optional(reference('收款单位编号', 'Received by', 'organisations')),
  source: optional(code('资金来源', 'Source', {
    student: ['学生缴纳', 'Student'],
    loan: ['助学贷款', 'Loan'],
    waiver: ['减免', 'Waiver'],
    aid: ['资助', 'Aid'],
  })),
}, { key: ['receipt_id'] });

export const custodySpending = sheet('custody_spending', ['代管费支出', 'Custody spending'], {
  spending_id: text('支出编号', 'Spending id'),
  student_id: reference('学号', 'Student id', 'students'),
  academic_year: year('学年（起始年）', 'Academic year (starting year)'),
  item: text('支出项目', 'Item'),
  amount_yuan: money('金额', 'Amount'),
  spent_on: date('支出日期', 'Spent on'),
}, { key: ['spending_id'] });

export const shares = sheet('shares', ['学费分成', 'Tuition shares'], {
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  college_id: reference('高职院校编号', 'College id', 'organisations'),
  tuition_share: statedShare('学费分成比例', 'Tuition share'),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['school_id', 'college_id', 'from'] });

export const payments = sheet('payments', ['资金拨付', 'Payments'], {
  payment_id: text('拨付编号', 'Payment id'),
  kind: code('拨付类别', 'Kind of payment', {
    tuition_share: ['学费分成', 'Tuition share'],
    dorm: ['住宿费', 'Dormitory fee'],
    other_fee: ['其他费用', 'Other fee'],
    custody: ['代管费', 'Custody fee'],
    grant: ['生均拨款', 'Grant'],
    fee_refund: ['退费', 'Fee refund'],
    custody_refund: ['代管费退款', 'Custody refund'],
    lecture_fee: ['课酬', 'Lecture fee'],
    forwarded: ['转交收款', 'Forwarded receipt'],
  }),
  of: optional(code('所退费用', 'Fee refunded', {
    tuition: feeKinds.tuition, dorm: feeKinds.dorm, other: feeKinds.other,
  })),
  from_id: reference('付款方编号', 'From', 'organisations', 'campuses', 'students', 'staff'),
  to_id: reference('收款方编号', 'To', 'organisations', 'campuses', 'students', 'staff'),
  academic_year: optional(year('学年（起始年）', 'Academic year (starting year)')),
  fiscal_year: optional(year('财政年度', 'Fiscal year')),
  amount_yuan: money('金额', 'Amount'),
  paid_on: date('付款日期', 'Paid on'),
}, { key: ['payment_id'] });

export const grantStandards = sheet('grant_standards', ['生均拨款标准', 'Grant standards'], {
  fiscal_year: year('财政年度', 'Fiscal year'),
  college_id: reference('高职院校编号', 'College id', 'organisations'),
  yuan_per_student: money('生均金额', 'Yuan per student'),
}, { key: ['fiscal_year', 'college_id'] });

export const grantHeadcounts = sheet('grant_headcounts', ['拨款人数签认', 'Grant headcounts'], {
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  on: date('统计日期', 'On'),
  students: integer('签认人数', 'Students', 'person'),
}, { key: ['campus_id', 'on'] });

export const grantReceipts = sheet('grant_receipts', ['拨款到账', 'Grant receipts'], {
  receipt_id: text('到账编号', 'Receipt id'),
  campus_id: optional(reference('校区编号', 'Campus id', 'campuses')),
  payer_id: optional(reference('拨款单位编号', 'Payer id', 'organisations')),
  fiscal_year: year('财政年度', 'Fiscal year'),
  amount_yuan: money('金额', 'Amount'),
  received_on: date('到账日期', 'Received on'),
}, { key: ['receipt_id'] });

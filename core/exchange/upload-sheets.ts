import { code, date, number, optional, personal, reference, text, year } from './column.ts';
import type { RowOf } from './sheet.ts';
import { sheet } from './sheet.ts';

/** Admitted students as the enrolment office lists them; they stand on no register until they come to school. */
export const admissions = sheet('admissions', ['录取名单', 'Admitted students'], {
  exam_number: text('考生号', 'Exam number'),
  year: year('招生年份', 'Year'),
  name: text('姓名', 'Name'),
  sex: code('性别', 'Sex', { 1: ['男', 'Male'], 2: ['女', 'Female'] }),
  birth_date: date('出生日期', 'Date of birth'),
  id_number: optional(personal('citizen_id', text('身份证件号码', 'Citizen id number'))),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  programme_id: reference('专业项目编号', 'Programme id', 'programmes'),
  score: optional(number('录取总分', 'Score', 'score')),
  admitted_on: date('录取日期', 'Admitted on'),
  guardian_name: optional(text('监护人姓名', 'Guardian name')),
  guardian_relation: optional(text('与学生关系', 'Relation')),
  guardian_phone: optional(personal('phone', text('监护人电话', 'Guardian phone'))),
}, { key: ['exam_number', 'year'] });

/** Who is registered electronically, as the provincial system or the national one lists them. */
export const eRegistrations = sheet('e_registrations', ['电子注册名单', 'Electronic registrations'], {
  student_id: text('学号', 'Student id'),
  name: text('姓名', 'Name'),
  registered_on: date('注册日期', 'Registered on'),
}, { key: ['student_id'] });

/** R4-b: what came in at the bank, as banks print it. Amounts are judged line by line, so they are read as they stand. */
export const bankLines = sheet('bank_lines', ['银行流水', 'Bank transactions'], {
  reference: text('交易流水号', 'Transaction no'),
  on_date: date('交易日期', 'Date'),
  amount_yuan: text('金额（元）', 'Amount'),
  payer: optional(text('付款人', 'Payer')),
  student_no: optional(text('学号', 'Student id')),
  purpose: optional(text('摘要', 'Purpose')),
  receiver: optional(text('收款单位', 'Receiver')),
}, {
  key: ['reference'],
  headings: {
    reference: ['流水号', '交易号', '交易流水', '银行流水号', '凭证号'], on_date: ['日期', '记账日期', '入账日期', '交易时间'], amount_yuan: ['金额', '交易金额', '贷方发生额', '收入金额', '到账金额'],
    payer: ['付款人名称', '对方户名', '对方账户名称', '付款方', '户名'], student_no: ['学生学号', '学籍号'], purpose: ['附言', '用途', '备注'], receiver: ['收款人', '收款人名称', '收款方', '收款账户名称'],
  },
});

/** The treasury's list of electronic receipts for fees. */
export const fiscalReceipts = sheet('fiscal_receipts', ['财政电子票据清单', 'Fiscal e-receipts'], {
  reference: text('票据号码', 'Receipt no'),
  on_date: date('开票日期', 'Date'),
  amount_yuan: text('金额（元）', 'Amount'),
  payer: optional(text('缴款人', 'Payer')),
  student_no: optional(text('学号', 'Student id')),
  purpose: optional(text('收费项目', 'Fee')),
  receiver: optional(text('收款单位', 'Receiver')),
}, {
  key: ['reference'],
  headings: {
    reference: ['电子票据号码', '票据号', '票号'], on_date: ['日期', '开票时间'], amount_yuan: ['金额', '票面金额', '合计金额'], payer: ['交款人', '缴款单位或个人', '缴费人'],
    student_no: ['学生学号', '学籍号'], purpose: ['项目名称', '收费项目名称', '备注'], receiver: ['开票单位', '收款人'],
  },
});

/** Sheets that are uploaded by themselves, beside those of the exchange format. */
export const uploadSheets = { admissions, e_registrations: eRegistrations, bank_lines: bankLines, fiscal_receipts: fiscalReceipts } as const;

export type UploadSheetName = keyof typeof uploadSheets;
export type UploadRow<S extends UploadSheetName> = RowOf<(typeof uploadSheets)[S]>;

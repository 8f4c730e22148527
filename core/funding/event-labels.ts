import type { Bilingual } from '../values/bilingual.ts';
import type { EventName } from './events.ts';

/** What each movement is called. */
export const EVENT_LABELS: Readonly<Record<EventName, Bilingual>> = {
  receipt_tuition: { zh: '收到学费', en: 'Tuition received' },
  receipt_dorm: { zh: '收到住宿费', en: 'Dormitory fee received' },
  receipt_custody: { zh: '收到代管费', en: 'Custody fee received' },
  receipt_other: { zh: '收到其他费用', en: 'Other fee received' },
  refund_due_tuition: { zh: '应退学费', en: 'Tuition to be refunded' },
  refund_due_dorm: { zh: '应退住宿费', en: 'Dormitory fee to be refunded' },
  refund_due_other: { zh: '应退其他费用', en: 'Other fee to be refunded' },
  refund_paid: { zh: '退费', en: 'Fee refunded' },
  custody_spent: { zh: '代管费支出', en: 'Custody money spent' },
  custody_refunded: { zh: '代管费退款', en: 'Custody money refunded' },
  share_due: { zh: '应拨学费分成', en: 'Tuition share due' },
  share_paid: { zh: '拨付学费分成', en: 'Tuition share paid' },
  share_taken: { zh: '学费分成到账', en: 'Tuition share received' },
  dorm_paid: { zh: '转付住宿费', en: 'Dormitory fee passed on' },
  dorm_taken: { zh: '住宿费到账', en: 'Dormitory fee taken' },
  other_paid: { zh: '转付其他费用', en: 'Other fee passed on' },
  other_taken: { zh: '其他费用到账', en: 'Other fee taken' },
  custody_paid: { zh: '转付代管费', en: 'Custody fee passed on' },
  custody_taken: { zh: '代管费到账', en: 'Custody fee taken' },
  lecture_due: { zh: '应发课酬', en: 'Lecture fee due' },
  lecture_paid: { zh: '发放课酬', en: 'Lecture fee paid' },
  grant_received: { zh: '生均拨款到账', en: 'Grant received' },
  grant_paid: { zh: '转付生均拨款', en: 'Grant passed on' },
  grant_taken: { zh: '校区收到生均拨款', en: 'Grant taken' },
  billed_tuition: { zh: '开账：学费', en: 'Tuition billed' },
  billed_dorm: { zh: '开账：住宿费', en: 'Dormitory fee billed' },
  billed_custody: { zh: '开账：代管费', en: 'Custody fee billed' },
  billed_other: { zh: '开账：其他费用', en: 'Other fee billed' },
  bill_met: { zh: '账单已缴', en: 'Bill met' },
  earmark_given: { zh: '下达专款', en: 'Earmark given' },
  earmark_spent: { zh: '使用专款', en: 'Earmark spent' },
  earmark_returned: { zh: '追回专款', en: 'Earmark returned' },
  share_earmarked: { zh: '学费分成列为专款', en: 'Tuition share earmarked' },
  share_spent: { zh: '使用学费分成', en: 'Tuition share spent' },
  share_returned: { zh: '追回学费分成支出', en: 'Tuition share returned' },
  dorm_earmarked: { zh: '住宿费列为专款', en: 'Dormitory fees earmarked' },
  dorm_spent: { zh: '使用住宿费', en: 'Dormitory fees spent' },
  dorm_returned: { zh: '追回住宿费支出', en: 'Dormitory fees returned' },
  other_earmarked: { zh: '其他费用列为专款', en: 'Other fees earmarked' },
  other_spent: { zh: '使用其他资金', en: 'Other money spent' },
  other_returned: { zh: '追回其他资金支出', en: 'Other money returned' },
};

/** What accounts are called, by the name before their holder. */
const ACCOUNT_LABELS: Readonly<Record<string, Bilingual>> = {
  bank: { zh: '银行存款', en: 'Bank' },
  tuition: { zh: '学费（专户）', en: 'Tuition' },
  'clearing:dorm': { zh: '待转付住宿费', en: 'Dormitory fees to pass on' },
  'clearing:custody': { zh: '待转付代管费', en: 'Custody fees to pass on' },
  'clearing:other': { zh: '待转付其他费用', en: 'Other fees to pass on' },
  'clearing:tuition_share': { zh: '待拨学费分成', en: 'Tuition share to pay' },
  'clearing:grant': { zh: '待转付生均拨款', en: 'Grant to pass on' },
  'clearing:custody_held': { zh: '代管费结存', en: 'Custody money held' },
  refunds: { zh: '应退学生款', en: 'Refunds owed' },
  share: { zh: '学费分成支出', en: 'Tuition share' },
  'income:share': { zh: '学费分成收入', en: 'Income: tuition share' },
  'income:dorm': { zh: '住宿费收入', en: 'Income: dormitory fees' },
  'income:other': { zh: '其他费用收入', en: 'Income: other fees' },
  'income:grant': { zh: '生均拨款收入', en: 'Income: grant' },
  teaching: { zh: '课酬支出', en: 'Lecture fees' },
  payable: { zh: '应付课酬', en: 'Lecture fees payable' },
  receivable: { zh: '应收学生款（备查）', en: 'Billed to students (memorandum)' },
  billed: { zh: '已开账单（备查）', en: 'Bills (memorandum)' },
  allotted: { zh: '下达专款', en: 'Earmarks given' },
  earmark: { zh: '专款', en: 'Earmark' },
  'earmark:tuition_share': { zh: '专款：学费分成', en: 'Earmark: tuition share' },
  'earmark:dorm': { zh: '专款：住宿费', en: 'Earmark: dormitory fees' },
  'earmark:other': { zh: '专款：其他资金', en: 'Earmark: other money' },
  spent: { zh: '专款支出', en: 'Earmarks spent' },
};

/** `clearing:dorm:C1` → its label and its holder; earmarks have a purpose behind the holder. */
export function accountParts(account: string): { readonly label: Bilingual; readonly holder: string } {
  const name = Object.keys(ACCOUNT_LABELS).filter((one) => account.startsWith(`${one}:`)).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return { label: ACCOUNT_LABELS[name] ?? { zh: account, en: account }, holder: account.slice(name.length + 1) };
}

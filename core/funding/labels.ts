import type { Bilingual } from '../values/bilingual.ts';
import type { LineKind, LineReason } from './line.ts';

/** How the lines of a settlement are called, on every screen and terminal alike. */
export const LINE_LABELS: Readonly<Record<LineKind, Bilingual>> = {
  bill_tuition: { zh: '学费收缴', en: 'Tuition billed' },
  bill_dorm: { zh: '住宿费收缴', en: 'Dormitory fees billed' },
  bill_other: { zh: '其他费用收缴', en: 'Other fees billed' },
  fee_refund: { zh: '退费', en: 'Fee refunds' },
  tuition_share: { zh: '学费拨付', en: 'Tuition share' },
  dorm: { zh: '住宿费转付', en: 'Dormitory fees passed on' },
  other_fee: { zh: '其他费用转付', en: 'Other fees passed on' },
  custody: { zh: '代管费转付', en: 'Custody fees passed on' },
  custody_refund: { zh: '代管费退还', en: 'Custody refunds' },
  custody_claim: { zh: '代管费补收', en: 'Custody claims' },
  wrong_payee: { zh: '应转交的收款', en: 'Collected by the wrong party' },
  lecture_fee: { zh: '课酬', en: 'Lecture fees' },
  grant: { zh: '生均拨款', en: 'Per-student grant' },
  grant_pass: { zh: '生均拨款转付', en: 'Grant passed on' },
};

export const LINE_REASONS: Readonly<Record<LineReason, Bilingual>> = {
  shares: { zh: '没有开学日生效的学费分成比例，暂按下限列示', en: 'no tuition share in force on the first day: the floor is shown' },
  payer_id: { zh: '校区未登记拨款单位', en: 'the campus names no payer' },
  grant_standards: { zh: '未填报该财政年度的生均标准', en: 'the standard of this fiscal year was not entered' },
  grant_headcounts: { zh: '缺少10月31日人数', en: 'heads on 31 October are not known' },
  lecture_rates: { zh: '缺少该职称的课酬标准', en: 'no lecture rate of the title' },
  overpaid: { zh: '付多了', en: 'overpaid' },
  provisional: { zh: '暂按上年人数计', en: 'provisional, by last year’s heads' },
};

/** What else of the books serves a clause. */
export const BOOK_LABELS: Readonly<Record<'books' | 'custody_held' | 'spending_category' | 'earmark_spent' | 'spending_return' | 'spending_draw', Bilingual>> = {
  books: { zh: '复式账与试算平衡', en: 'double entry and trial balance' },
  spending_category: { zh: '按资金来源限定支出类别', en: 'categories that a fund may be spent on' },
  earmark_spent: { zh: '专项支出不超余额', en: 'no earmark is exceeded' },
  spending_return: { zh: '违规支出退回', en: 'disallowed spending comes back' },
  spending_draw: { zh: '支出抽查', en: 'spending drawn to be looked at' },
  custody_held: { zh: '代管费挂往来账，不计收入', en: 'custody money on clearing accounts only' },
};

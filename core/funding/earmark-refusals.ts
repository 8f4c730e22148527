import type { Bilingual } from '../values/bilingual.ts';

/** Why spending, its return, a need or its answer is not recorded, and under which clause. */
export const EARMARK_REFUSALS = {
  unknown_campus: { clause: 'M5-g', zh: '没有这个校区，或不归您记账', en: 'there is no such campus, or its money is not yours to record' },
  not_an_amount: { clause: 'M5-g', zh: '金额不是数字', en: 'the amount is not a number' },
  not_above_zero: { clause: 'M5-g', zh: '金额必须大于零', en: 'the amount has to be above zero' },
  too_many_decimals: { clause: 'M5-g', zh: '金额最多到分', en: 'an amount goes down to the fen' },
  no_rule: { clause: 'M5-b', zh: '该日没有生效的经费用途规定', en: 'no rule says what money may be spent on that day' },
  category_not_allowed: { clause: 'M5-b', zh: '这项资金不得用于该类支出', en: 'money of this fund may not be spent on this' },
  beyond_earmark: { clause: 'M5-g', zh: '超出该项专款的余额', en: 'more than what is left of the earmark' },
  spending_known: { clause: 'M5-g', zh: '已有同一编号的支出', en: 'there is spending with this number already' },
  day_to_come: { clause: 'M5-g', zh: '日期还没有到', en: 'that day has not come' },
  id_missing: { clause: 'M5-g', zh: '没有支出编号', en: 'the spending has no number' },
  unknown_spending: { clause: 'M5-g', zh: '没有这笔支出', en: 'there is no such spending' },
  beyond_spending: { clause: 'M5-g', zh: '追回金额超过该笔支出尚未追回的部分', en: 'more than what of the spending has not come back' },
  before_spending: { clause: 'M5-g', zh: '追回日期早于支出日期', en: 'it came back before it was spent' },
  reason_missing: { clause: 'M5-g', zh: '没有写明理由', en: 'no reason is given' },
  same_person: { clause: 'M5-g', zh: '记账的人不能自己认定或答复，请由他人办理', en: 'whoever recorded it does not decide about it; somebody else has to' },
  purpose_missing: { clause: 'M5-c', zh: '没有写明用途', en: 'it is not said what for' },
  no_payer: { clause: 'M5-c', zh: '该校区没有登记拨款单位', en: 'no payer is registered for the campus' },
  unknown_need: { clause: 'M5-c', zh: '没有这份需求，或不由您答复', en: 'there is no such statement, or it is not yours to answer' },
  answered_already: { clause: 'M5-c', zh: '这份需求已经答复', en: 'the statement is answered already' },
  answer_amount: { clause: 'M5-c', zh: '全额同意须等于申请额，部分同意须少于申请额，不同意须为零', en: 'granted is all of it, partly is less, refused is nothing' },
  nothing_to_draw: { clause: 'M5-g', zh: '该年度没有可以抽查的支出', en: 'there is no spending of that year to draw from' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;

export type EarmarkRefusal = keyof typeof EARMARK_REFUSALS;

export type NeedAnswer = 'granted' | 'partly' | 'refused';

/** M5-c: an answer says how much, and the amount fits what it is called. */
export function answerFits(answer: NeedAnswer, fen: bigint, asked: bigint): boolean {
  if (answer === 'granted') return fen === asked;
  return answer === 'refused' ? fen === 0n : fen > 0n && fen < asked;
}

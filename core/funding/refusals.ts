import type { Bilingual } from '../values/bilingual.ts';

/** Why something is not posted, and under which clause: one named outcome for each. */
export const POSTING_REFUSALS = {
  not_an_amount: { clause: 'R4-a', zh: '金额不是数字', en: 'the amount is not a number' },
  not_above_zero: { clause: 'R4-a', zh: '金额必须大于零', en: 'the amount has to be above zero' },
  too_many_decimals: { clause: 'R4-a', zh: '金额最多到分，小数不超过两位', en: 'an amount goes down to the fen: two decimals at most' },
  unknown_party: { clause: 'R4-a', zh: '收付方没有登记', en: 'payer or payee is not registered' },
  above_due: { clause: 'R4-a', zh: '付款超过应付余额', en: 'the payment is more than what is due' },
  posted_already: { clause: 'R4-a', zh: '同一凭据已经入账', en: 'the same record stands in the books already' },
  period_closed: { clause: 'R4-g', zh: '该月份已经结账', en: 'that month is closed' },
  beyond_earmark: { clause: 'M5-g', zh: '超出该项专款的余额', en: 'more than what is left of the earmark' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;

export type PostingRefusal = keyof typeof POSTING_REFUSALS;

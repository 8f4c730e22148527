import type { Bilingual } from '../values/bilingual.ts';

/** Why a line of a file is not matched by the program, and under which clause: it waits for a person. */
export const QUEUE_REASONS = {
  unknown_student: { clause: 'R4-b', zh: '没有这个学号或姓名的学生', en: 'no student of this number or name' },
  several_students: { clause: 'R4-b', zh: '同名学生不止一名，须写学号', en: 'several students of this name: the number is needed' },
  not_higher_stage: { clause: 'R4-b', zh: '学生当年不在高职阶段（第 4、5 年）', en: 'the student is not in years 4 and 5 of that year' },
  other_college: { clause: 'R4-b', zh: '学生属于别的高职院校', en: 'the student is another college’s' },
  wrong_payee: { clause: 'R4-b', zh: '收款方不是高职院校，中职学校不得收取', en: 'the receiver is not the college: the school may not collect' },
  nothing_due: { clause: 'R4-b', zh: '没有待缴的账单', en: 'nothing is due' },
  above_due: { clause: 'R4-b', zh: '超过待缴金额', en: 'more than what is due' },
  several_fees: { clause: 'R4-d', zh: '金额对不上某一笔或全部待缴费用，须指明费用', en: 'the amount fits neither one fee nor all that is due: name the fee' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;

export type QueueReason = keyof typeof QUEUE_REASONS;

/** Why a line is not taken in at all: it can never be right as it stands. */
export const LINE_REFUSALS = {
  not_an_amount: { clause: 'R4-a', zh: '金额不是数字', en: 'the amount is not a number' },
  not_above_zero: { clause: 'R4-a', zh: '金额必须大于零', en: 'the amount has to be above zero' },
  too_many_decimals: { clause: 'R4-a', zh: '金额最多到分，小数不超过两位', en: 'an amount goes down to the fen: two decimals at most' },
  used_already: { clause: 'R4-a', zh: '这条流水或票据已经入过', en: 'this transaction or e-receipt was taken in before' },
  twice_in_file: { clause: 'R4-a', zh: '同一流水号或票据号在文件中出现两次', en: 'the number stands twice in the file' },
  day_to_come: { clause: 'R4-a', zh: '日期还没有到', en: 'the day is still to come' },
  unreadable: { clause: 'R4-a', zh: '这一行有读不出的内容', en: 'something in this row cannot be read' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;

export type LineRefusal = keyof typeof LINE_REFUSALS;

import { words } from './dictionary.ts';

export const ownMoneyWords = words(
  {
    title: '缴费和代管费', none: '还没有账单。高职阶段（第 4、5 年）的费用由高职院校开账收取，中职学校不收学费。',
    yearOf: (from, to) => `${from}–${to} 学年`, yuan: '元', paid: '已缴', spent: '已用', refunded: '已退',
    owed: '还应缴（元）', owedNote: '应缴减去已缴。', dueOn: (day) => `（${day}前）`, back: '结余（元）', backNote: '代管费按实结算：已缴减去为本人支出的和已退的。', backWhen: '学年末多退少补', settled: '已结清',
    movements: (n) => `查看明细（${n} 笔）`, charge: '应缴', receipt: '缴', spending: '支出', refund: '退',
    note_charge: '高职院校的账单。', note_receipt: '缴费凭据。', note_spending: '校区为本人支出的凭据。', note_refund: '退费的付款凭据。',
  },
  {
    title: 'Fees and custody money', none: 'There is no bill. Fees of years 4 and 5 are billed and collected by the college; the school collects no tuition.',
    yearOf: (from, to) => `${from}–${to}`, yuan: 'yuan', paid: 'paid', spent: 'spent', refunded: 'given back',
    owed: 'To pay (yuan)', owedNote: 'What was billed less what was paid.', dueOn: (day) => `by ${day}`, back: 'Left (yuan)', backNote: 'Custody money is settled on what was really spent: paid, less what was bought for the student and given back.', backWhen: 'settled when the year ends', settled: 'settled',
    movements: (n) => `Every movement (${n})`, charge: 'Billed', receipt: 'Paid', spending: 'Spent', refund: 'Given back',
    note_charge: 'A bill of the college.', note_receipt: 'A receipt of the payment.', note_spending: 'A voucher of what the campus bought for the student.', note_refund: 'A payment to the student.',
  },
);

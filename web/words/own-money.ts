import { words } from './dictionary.ts';

export const ownMoneyWords = words(
  {
    title: '缴费和代管费', none: '还没有账单。高职阶段（第 4、5 年）的费用由高职院校开账收取，中职学校不收学费。',
    yearOf: (from, to) => `${from}–${to} 学年`, yuan: '元', paid: (yuan) => `已缴 ${yuan}`, spent: (yuan) => `已用 ${yuan}`, refunded: (yuan) => `已退 ${yuan}`,
    owed: (yuan) => `还应缴 ${yuan} 元`, dueOn: (day) => `（${day}前）`, back: (yuan) => `结余 ${yuan} 元，学年末多退少补`, settled: '已结清',
    movements: (n) => `查看明细（${n} 笔）`, charge: '应缴', receipt: '缴', spending: '支出', refund: '退',
  },
  {
    title: 'Fees and custody money', none: 'There is no bill. Fees of years 4 and 5 are billed and collected by the college; the school collects no tuition.',
    yearOf: (from, to) => `${from}–${to}`, yuan: 'yuan', paid: (yuan) => `paid ${yuan}`, spent: (yuan) => `spent ${yuan}`, refunded: (yuan) => `given back ${yuan}`,
    owed: (yuan) => `${yuan} yuan to pay`, dueOn: (day) => `by ${day}`, back: (yuan) => `${yuan} yuan left, settled when the year ends`, settled: 'settled',
    movements: (n) => `Every movement (${n})`, charge: 'Billed', receipt: 'Paid', spending: 'Spent', refund: 'Given back',
  },
);

import { words } from './dictionary.ts';

export const moneyWords = words(
  {
    title: '资金总览', parts: '资金各页', relay: '资金总览', grants: '拨款与欠拨', books: '账簿',
    lead: '试点资金一棒接一棒：财政到高职院校，高职院校到校区和学校，学生到高职院校。每一棒都能打开到算式、入账和记录。',
    noRule: '没有生效的规则', toSettlement: '到资金清算',
    picture: '资金接力图', pictureHelp: '已经到位的资金，带子越宽金额越大。',
    flow: '款项', from: '付款方', to: '收款方', amount: '已付（元）', hops: '每一棒', postings: '入账', lookAt: '看入账', studentsPay: '学生缴费', studentsPaid: '退给学生',
    clearing: '未清的往来账', clearingHelp: '待转付、待拨的款项应当结到零；没有结零的列出由谁持有、放了多久。', clearingZero: '往来账都已结零，或还没有入账。', clearingNote: '先到的款先付出，剩下的从最早一笔未付的那天算起。',
    account: '科目', holder: '单位', balance: '余额（元）', since: '自何时', sinceOf: (day, days) => `${day}起，${days} 天`, late: (days) => `超过 ${days} 天`,
    grantsLead: '财政应拨、已到和欠拨的生均经费，按校区列出，附签认人数和账龄（M5-d、M5-e）。',
    grantsNone: '没有可以列出的拨款', grantsNoneHelp: '请先登记本财政年度的生均标准和校区的拨款单位。',
    requestOpen: '请款函在办', request: '提出请款函，送签发', toMatter: '去看这个事项',
    standard: '生均标准', headsOf: (day, many) => `${day} ${many}`, notSigned: '未签认，按学籍计', received: '已到', ages: '欠拨账龄（元）', over: (days) => `超过 ${days} 天`, between: (from, to) => `${from}–${to} 天`,
  },
  {
    title: 'Money', parts: 'Pages of money', relay: 'The relay', grants: 'Grants and arrears', books: 'Books',
    lead: 'Money of the pilot runs as a relay: finance to college, college to campus and school, students to college. Every hop opens down to its formula, postings and records.',
    noRule: 'No rule is in force', toSettlement: 'To the settlement',
    picture: 'The relay of money', pictureHelp: 'What has arrived; the wider a ribbon, the more.',
    flow: 'Money', from: 'From', to: 'To', amount: 'Paid (yuan)', hops: 'Every hop', postings: 'Postings', lookAt: 'Postings', studentsPay: 'Students pay', studentsPaid: 'Back to students',
    clearing: 'Clearing accounts that are not at zero', clearingHelp: 'What is to be passed on comes to nothing; what does not is named, with whom it lies and for how long.', clearingZero: 'All of them are at zero, or nothing is posted.', clearingNote: 'What came in first goes out first; what is left counts from its earliest day.',
    account: 'Account', holder: 'With', balance: 'Balance (yuan)', since: 'Since', sinceOf: (day, days) => `${day}, ${days} days`, late: (days) => `over ${days} days`,
    grantsLead: 'What finance owes, has paid and is late with of the grant, campus by campus, with the heads that were signed for and by age (M5-d, M5-e).',
    grantsNone: 'There is no grant to show', grantsNoneHelp: 'Enter the standard of the fiscal year and who pays for each campus.',
    requestOpen: 'A request is under way', request: 'Propose a request of the grant', toMatter: 'Open the matter',
    standard: 'Per student', headsOf: (day, many) => `${day}: ${many}`, notSigned: 'not signed, counted by the roll', received: 'Received', ages: 'Arrears by age (yuan)', over: (days) => `over ${days} days`, between: (from, to) => `${from}–${to} days`,
  },
);

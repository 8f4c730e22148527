import { words } from './dictionary.ts';

export const ledgerWords = words(
  {
    title: '账簿', lead: '复式记账，每笔有借有贷；从科目看到每笔入账的条款、凭据、发生日和入账月份（R4-a）。',
    knownOn: '按何时掌握的记录', knownHelp: '留空为现在。', nothingClosed: '还没有结账的月份。', closedThrough: (month) => `已结账至 ${month}；以后补记的记入下一个月。`,
    empty: '账簿里还没有入账', emptyHelp: '开账、收款和付款时自动入账；台账里已有的由学期、学年结账时入账。',
    accountNote: '由这个科目的全部入账加总；打开科目可逐笔看到条款、凭据和日期。',
    account: '科目', holder: '单位', debit: '借方', credit: '贷方', balance: '余额', entriesOf: (account) => `${account} 的入账`,
    back: '全部科目', entries: '入账', noneInReach: '这个科目还没有入账，或没有您可以查看的入账。台账里已有的由学期、学年结账时入账。', more: '更多',
    movement: '事由', otherSide: '对方科目', amount: '金额（元）', days: '日期', source: '凭据', takenBack: '冲回', byRule: '规则计算', postedIn: (month) => `记入 ${month}`, recordedBy: (at, who) => `${at} 由 ${who} 记入`,
    close: '结账', closeHelp: '提出后由另一人结账。结账后该月及以前不再入账；学期和学年结账先按台账清算。', closeWhat: '结什么', close_month: '结月份', close_term: '结学期', close_year: '结学年', closeMonth: '结到哪个月', proposeClose: (month) => `提出结账至 ${month}`,
    closeOpen: '结账在办', toMatter: '去看这个事项',
  },
  {
    title: 'Books', lead: 'Double entry: from accounts down to the clause, record, day and month of every entry (R4-a).',
    knownOn: 'As known on', knownHelp: 'Empty: now.', nothingClosed: 'No month is closed.', closedThrough: (month) => `Closed through ${month}; what comes late goes to the next month.`,
    empty: 'Nothing is posted', emptyHelp: 'Bills, receipts and payments are posted as they happen; what stands in the registers already, when a term or year is closed.',
    accountNote: 'The sum of every entry on the account; open the account to see each with its clause, record and day.',
    account: 'Account', holder: 'With', debit: 'Debit', credit: 'Credit', balance: 'Balance', entriesOf: (account) => `entries on ${account}`,
    back: 'All accounts', entries: 'Entries', noneInReach: 'Nothing is posted to this account, or nothing that you may see. What stands in the registers is posted when a term or year is closed.', more: 'More',
    movement: 'What', otherSide: 'Other side', amount: 'Amount (yuan)', days: 'Days', source: 'Follows from', takenBack: 'taken back', byRule: 'by a rule', postedIn: (month) => `posted in ${month}`, recordedBy: (at, who) => `${at} by ${who}`,
    close: 'Close', closeHelp: 'One person proposes, another closes. That month and those before take nothing any more; a term and a year are settled from the registers first.', closeWhat: 'What', close_month: 'A month', close_term: 'A term', close_year: 'An academic year', closeMonth: 'Through', proposeClose: (month) => `Propose to close through ${month}`,
    closeOpen: 'A closing is under way', toMatter: 'Open the matter',
  },
);

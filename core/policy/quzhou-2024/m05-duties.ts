import { ladder, onDay, onTheDay, withinDays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const m05Duties: readonly DutyDeclaration[] = [
  {
    // M5-d: finance pays for heads that were signed for.
    id: 'headcount_sheet', clause: 'M5-d', label: say('签认拨款人数', 'Sign the headcount for the grant'), owners: ['college_finance'], to: 'finance_bureau',
    action: { label: say('登记签认人数', 'Record the headcount'), screen: '/data/registers/grant_headcounts' },
    opens: 'campus.school_year', closes: 'headcount.signed', due: onDay('snapshot.finance'), ladder: ladder('college_finance', 'college_leadership'),
  },
  {
    // M5-e: the grant of the fiscal year is there in full before it ends.
    id: 'grant_in_full', clause: 'M5-e', label: say('当年生均拨款全额到位', 'Pay the grant of the year in full'), owners: ['finance_bureau'], to: 'college_finance',
    action: { label: say('登记拨款到账', 'Record the receipt'), screen: '/data/registers/grant_receipts' },
    opens: 'grant.due_known', closes: 'grant.received_in_full', due: onDay('grant.instalment_days'), ladder: ladder('finance_bureau', 'city_bureau'),
  },
  {
    // M5-e: a part of the grant is there by the end of each quarter (B31); the last is the whole year's.
    id: 'grant_quarter', clause: 'M5-e', label: say('按季拨付生均经费', 'Pay the part of the grant that is due'), owners: ['finance_bureau'], to: 'college_finance',
    action: { label: say('查看欠拨', 'Look at arrears'), screen: '/money/grants' },
    opens: 'grant.quarter_begun', closes: 'grant.quarter_full', due: onTheDay(), ladder: ladder('finance_bureau', 'city_bureau'),
  },
  {
    // M5-f: what the college receives for a campus it passes on whole.
    id: 'grant_pass_on', clause: 'M5-f', label: say('转付生均拨款', 'Pass the grant on'), owners: ['college_finance'], to: 'campus_manager',
    action: { label: say('制付款指令', 'Make an order'), screen: '/clearing/orders' },
    opens: 'grant.received', closes: 'grant.passed_on', due: withinDays('grant.pass_on_days'), ladder: ladder('college_finance', 'college_leadership'),
  },
];

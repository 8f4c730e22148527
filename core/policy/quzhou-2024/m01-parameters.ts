import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, say } from './declare-parameter.ts';

/** M1: the parties of a programme. */
export const m01Parameters: readonly Parameter[] = [
  parameter({
    key: 'partners.dormant_days', clause: 'M1-c', value: exact(365), unit: 'day',
    label: say('合作企业多少天没有联合活动即提示', 'Days without a joint activity after which a partner firm is flagged'), source: PROPOSED,
  }),
  parameter({
    key: 'programme.min_enterprises', clause: 'M1-a', value: exact(1), unit: 'enterprise',
    label: say('每个项目至少有几家企业', 'Least number of firms in a programme'),
    source: say('实施意见正文第一项', 'Document, measure 1'),
  }),
  parameter({
    key: 'partner_agreement.notice_days', clause: 'M1-b', value: exact(90), unit: 'day',
    label: say('合作协议到期前几天起提示续签', 'How many days before its end an agreement is shown as expiring'), source: PROPOSED,
  }),
];

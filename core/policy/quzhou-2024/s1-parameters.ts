import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, say } from './declare-parameter.ts';

/** S1: how fast problems of the pilot are answered, and who hears when of what is due (S1-e). */
export const s1Parameters: readonly Parameter[] = [
  parameter({
    key: 'issue.response_days', clause: 'S1-c', value: exact(10), unit: 'working_day',
    label: say('问题多少个工作日内答复', 'Working days to answer a problem'), source: PROPOSED,
  }),
  parameter({
    key: 'office_meeting.present_above', clause: 'S1-d', value: exact(1, 2), unit: 'ratio',
    label: say('办公室会议到会人数须超过的比例', 'Share of members that those present at a meeting of the office must exceed'), source: PROPOSED,
  }),
  parameter({
    key: 'office_meeting.for_above', clause: 'S1-d', value: exact(1, 2), unit: 'ratio',
    label: say('办公室会议同意票须超过到会人数的比例', 'Share of those present that votes for a decision of the office must exceed'), source: PROPOSED,
  }),
  parameter({
    key: 'duty.remind_days', clause: 'S1-e', value: exact(7), unit: 'day',
    label: say('到期前多少天提醒责任人', 'Days before the last one on which the owner is reminded'), source: PROPOSED,
  }),
  parameter({
    key: 'duty.superior_days', clause: 'S1-e', value: exact(1), unit: 'day',
    label: say('逾期多少天告知上级', 'Days late after which a superior is told'), source: PROPOSED,
  }),
  parameter({
    key: 'duty.office_days', clause: 'S1-e', value: exact(10), unit: 'day',
    label: say('逾期多少天告知办公室', 'Days late after which the office is told'), source: PROPOSED,
  }),
];

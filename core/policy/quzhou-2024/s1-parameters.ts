import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, say } from './declare-parameter.ts';

/** S1: how fast problems of the pilot are answered. */
export const s1Parameters: readonly Parameter[] = [
  parameter({
    key: 'issue.response_days', clause: 'S1-c', value: exact(10), unit: 'working_day',
    label: say('问题多少个工作日内答复', 'Working days to answer a problem'), source: PROPOSED,
  }),
];

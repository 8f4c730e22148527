import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

const WHERE_COUNTED = say('一个一体化计划计入哪一年、哪一段', 'In which year and stage does an integrated plan count?');

/** M8: how the leading group decides on the plan, and that one plan stands in two years' quotas (B47). */
export const m08Parameters: readonly Parameter[] = [
  parameter({
    key: 'leading_group.present_above', clause: 'M8-b', value: exact(1, 2), unit: 'ratio', source: PROPOSED,
    label: say('招生领导小组审定时到会人数须超过应到人数的比例', 'Share of the members that those present must exceed when the leading group decides'),
  }),
  parameter({
    key: 'leading_group.for_above', clause: 'M8-b', value: exact(1, 2), unit: 'ratio', source: PROPOSED,
    label: say('招生领导小组审定时同意票须超过到会人数的比例', 'Share of those present that the votes for must exceed when the leading group decides'),
  }),
  parameter({
    key: 'plan.counted', clause: 'M8-c', value: 'secondary_and_higher', unit: 'code',
    label: say('招生计划的计入方法', 'How the plan is counted'), source: PROPOSED,
    reading: reading('B47', WHERE_COUNTED, [
      ['secondary_and_higher', '当年计入中职计划，升段年计入高职计划，两者挂钩', 'In the secondary plan of its year and the higher plan of the step-up year, linked'],
      ['secondary', '只计入中职计划', 'In the secondary plan only'],
    ]),
  }),
  parameter({
    key: 'plan.lag_years', clause: 'M8-c', value: exact(3), unit: 'year',
    label: say('中职计划与对应高职计划相隔的年数', 'Years between the secondary and the higher plan'), source: PROPOSED,
    reading: reading('B47', WHERE_COUNTED, [['3', '相隔三年', 'Three years later']]),
  }),
];

import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, say } from './declare-parameter.ts';

/** M7: who leads the promotion team. */
export const m07Parameters: readonly Parameter[] = [
  parameter({
    key: 'promotion_team.heads_each_side', clause: 'M7-a', value: exact(1), unit: 'person',
    label: say('推进团队中两校各至少几名主要负责人', 'Heads of each of the two schools in the promotion team'),
    source: say('实施意见正文第七项', 'Document, measure 7'),
  }),
];

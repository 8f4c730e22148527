import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, reading, say } from './declare-parameter.ts';

const NAMES_AND_DATES = say('办公室有两种名称，落款日与公布日不同', 'The office has two names, and signing and publication differ');

/** X: names and dates that the document gives twice (B50). */
export const xParameters: readonly Parameter[] = [
  parameter({
    key: 'office.names', clause: 'X-2', value: 'one_body', unit: 'code',
    label: say('正文与落款中的办公室名称', 'The office as named in the text and under it'),
    source: say('落款与组织领导部分的两种写法', 'Two forms: under the document and in its part on leadership'),
    reading: reading('B50', NAMES_AND_DATES, [['one_body', '同一机构的两种名称', 'Two names of one body'], ['two_bodies', '两个机构', 'Two bodies']]),
  }),
  parameter({
    key: 'document.effective_from', clause: 'X-3', value: '2024-05-29', unit: 'date',
    label: say('自哪天起适用', 'Day from which the document applies'), source: say('文件落款日', 'The date under the document'),
    reading: reading('B50', NAMES_AND_DATES, [
      ['2024-05-29', '落款日2024年5月29日', 'The date it bears, 29 May 2024'], ['2024-12-26', '公布日2024年12月26日', 'Its publication, 26 December 2024'],
    ]),
  }),
];

import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

/** R6: who recommends leaders (B49), and whether leaders break the overlap rule (B58). */
export const r6Parameters: readonly Parameter[] = [
  parameter({
    key: 'recommender', clause: 'R6-c', value: 'bureau_of_school_level', unit: 'code',
    label: say('校区负责人的推荐部门', 'Who recommends the leaders of a campus'), source: PROPOSED,
    reading: reading('B49', say('市属学校的“属地教育部门”是谁', 'Which is the local bureau of a municipal school?'), [
      ['bureau_of_school_level', '学校隶属层级的教育局', 'The bureau of the level that the school belongs to'],
      ['bureau_of_place', '校区所在县的教育局', 'The bureau of the county where the campus lies'],
    ]),
  }),
  parameter({
    key: 'overlap.leaders_counted', clause: 'R6-b', value: false, unit: 'flag',
    label: say('兼任的校区负责人计为专任教师', 'Concurrent leaders count as full-time teachers'), source: PROPOSED,
    reading: reading('B58', say('兼任负责人是否违反教师不重合的要求', 'Do concurrent leaders break the rule against overlap?'), [
      ['false', '不计，另有授课任命的除外', 'Not counted unless separately assigned to teach'], ['true', '计入', 'Counted'],
    ]),
  }),
];

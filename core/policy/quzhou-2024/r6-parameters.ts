import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

const ANNEX = say('附件第六条', 'Annex, article 6');

/** R6: who is in the team, who recommends leaders (B49), and whether leaders break the overlap rule (B58). */
export const r6Parameters: readonly Parameter[] = [
  parameter({
    key: 'campus_team.members_each_side', clause: 'R6-a', value: exact(1), unit: 'person', source: ANNEX,
    label: say('校区管理团队中两校各至少几人', 'Members of each of the two schools in the team of a campus'),
  }),
  parameter({
    key: 'campus_team.leaders', clause: 'R6-b', value: exact(1), unit: 'person', source: ANNEX,
    label: say('校区管理团队至少几名负责人', 'Leaders that the team of a campus has at least'),
  }),
  parameter({
    key: 'campus_team.leaders_without_post', clause: 'R6-b', value: exact(0), unit: 'person', source: ANNEX,
    label: say('未在两校任职的校区负责人', 'Leaders without a post in one of the two schools'),
  }),
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

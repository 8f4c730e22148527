import type { Article } from '../pack.ts';
import { m06Parameters } from './m06-parameters.ts';

export const m06: Article = {
  id: 'M6',
  title: { zh: '师资共建', en: 'Teachers' },
  clauses: [
    {
      id: 'M6-a',
      summary: {
        zh: '两校形成教师互派、共同培训、合作做项目的制度。',
        en: 'College and schools exchange teachers, train them and run projects together as a matter of course.',
      },
      binds: ['college', 'school'],
      capability: ['register', 'indicator'],
      served_by: [{ kind: 'register', name: 'teacher_exchanges' }, { kind: 'register', name: 'teacher_trainings' }, { kind: 'register', name: 'joint_projects' }, { kind: 'standard', name: 'M6-a' }],
    },
    {
      id: 'M6-b',
      summary: {
        zh: '两校合力建设既能教学又懂实操的双师型队伍。',
        en: 'Both build a staff that can teach as well as practise the trade.',
      },
      binds: ['college', 'school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'M6-b' }],
    },
    {
      id: 'M6-c',
      summary: {
        zh: '高职院校派骨干教师讲授部分专业核心课。',
        en: 'The college sends experienced teachers to teach some of the core courses.',
      },
      binds: ['college'],
      capability: ['rule', 'indicator'],
      served_by: [{ kind: 'standard', name: 'M6-c' }],
    },
    {
      id: 'M6-d',
      summary: {
        zh: '也可由高职院校推荐企业能手兼任实训、实践课教师。',
        en: 'Or the college recommends experts from industry as part-time teachers of practical courses.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'expert_hire' }, { kind: 'duty', name: 'expert_hire_recommended' }],
    },
  ],
  parameters: m06Parameters,
};

import type { Article } from '../pack.ts';
import { m02Parameters } from './m02-parameters.ts';

export const m02: Article = {
  id: 'M2',
  title: { zh: '高职校区', en: 'Higher-vocational campus' },
  clauses: [
    {
      id: 'M2-a',
      summary: {
        zh: '支持学校在校内划区或另行新建，形成相对独立的高职校区。',
        en: 'Schools are supported to set apart an area or to build anew, so that the higher stage has a campus of its own.',
      },
      binds: ['school'],
      capability: ['register', 'workflow'],
      served_by: [{ kind: 'register', name: 'campuses' }],
    },
    {
      id: 'M2-b',
      summary: {
        zh: '高职校区只培养第4、5学年的学生。',
        en: 'The campus trains students of years 4 and 5 only.',
      },
      binds: ['school', 'campus'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'wrong_stage_at_campus' }],
    },
    {
      id: 'M2-c',
      summary: {
        zh: '试点学校对外可使用高职院校校区的名牌。',
        en: 'A pilot school may show the plate of a college campus.',
      },
      binds: ['school'],
      capability: ['register', 'workflow'],
      served_by: [{ kind: 'transition', name: 'campus_recognition' }],
    },
  ],
  parameters: m02Parameters,
};

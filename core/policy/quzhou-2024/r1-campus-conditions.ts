import type { Article } from '../pack.ts';

export const r1: Article = {
  id: 'R1',
  title: { zh: '校区条件', en: 'Campus conditions' },
  clauses: [
    {
      id: 'R1-a',
      summary: {
        zh: '高职校区的建设须达到本条各项条件。',
        en: 'The campus meets all the conditions of this rule.',
      },
      binds: ['school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R1-a' }],
    },
    {
      id: 'R1-b',
      summary: {
        zh: '每名学生的教学和行政用房不少于15平方米。',
        en: 'Teaching and administration rooms: at least 15 m² per student.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R1-b' }],
    },
    {
      id: 'R1-c',
      summary: {
        zh: '每名学生占地不少于54平方米。',
        en: 'Land: at least 54 m² per student.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R1-c' }],
    },
    {
      id: 'R1-d',
      summary: {
        zh: '每名学生的宿舍面积不少于6.5平方米。',
        en: 'Dormitories: at least 6.5 m² per student.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R1-d' }],
    },
    {
      id: 'R1-e',
      summary: {
        zh: '教学和生活配套设施完备。',
        en: 'The facilities for teaching and daily life are complete.',
      },
      binds: ['school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R1-e' }],
    },
  ],
  parameters: [],
};

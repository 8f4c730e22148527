import type { Article } from '../pack.ts';

export const r2: Article = {
  id: 'R2',
  title: { zh: '实训基地', en: 'Training base' },
  clauses: [
    {
      id: 'R2-a',
      summary: {
        zh: '学校须备有与高职段专业教学相适应的实训基地。',
        en: 'The school has training bases fit for the majors of the higher stage.',
      },
      binds: ['school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R2-a' }],
    },
    {
      id: 'R2-b',
      summary: {
        zh: '高职段学生人均教学科研设备值不低于10000元。',
        en: 'Teaching and research equipment: at least 10 000 yuan per higher-stage student.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R2-b' }],
    },
    {
      id: 'R2-c',
      summary: {
        zh: '新增设备占比不低于10%。',
        en: 'New equipment makes up at least 10%.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R2-c' }],
    },
  ],
  parameters: [],
};

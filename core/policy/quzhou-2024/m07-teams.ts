import type { Article } from '../pack.ts';
import { m07Parameters } from './m07-parameters.ts';

export const m07: Article = {
  id: 'M7',
  title: { zh: '办学团队', en: 'Teams' },
  clauses: [
    {
      id: 'M7-a',
      summary: {
        zh: '两校主要负责人牵头组建试点推进团队。',
        en: 'The heads of college and school set up a team that drives the pilot.',
      },
      binds: ['college', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'promotion_team' }],
    },
    {
      id: 'M7-b',
      summary: {
        zh: '两校主要负责人同时组建高职校区的管理团队。',
        en: 'They also set up the team that manages the campus.',
      },
      binds: ['college', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'management_team' }],
    },
  ],
  parameters: m07Parameters,
};

import type { Article } from '../pack.ts';
import { r6Parameters } from './r6-parameters.ts';

export const r6: Article = {
  id: 'R6',
  title: { zh: '校区管理团队', en: 'Campus management team' },
  clauses: [
    {
      id: 'R6-a',
      summary: {
        zh: '校区管理团队由两校共同组成。',
        en: 'College and school form the campus team together.',
      },
      binds: ['college', 'school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R6-a' }],
    },
    {
      id: 'R6-b',
      summary: {
        zh: '团队负责人由两校人员兼任。',
        en: 'Its leaders are staff of the two, serving concurrently.',
      },
      binds: ['college', 'school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R6-b' }],
    },
    {
      id: 'R6-c',
      summary: {
        zh: '负责人先由属地教育部门推荐，再按干部权限任命。',
        en: 'The local education bureau recommends leaders before they are appointed under cadre authority.',
      },
      binds: ['city_bureau', 'county_bureau'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'leader_appointment' }],
    },
    {
      id: 'R6-d',
      summary: {
        zh: '校区工作人员由两校共同选聘。',
        en: 'College and school select the staff together.',
      },
      binds: ['college', 'school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'joint_hiring' }],
    },
    {
      id: 'R6-e',
      summary: {
        zh: '团队负责校区的日常运行。',
        en: 'The team runs the campus from day to day.',
      },
      binds: ['campus'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'journal_entry' }, { kind: 'duty', name: 'hazard_open' }],
    },
  ],
  parameters: r6Parameters,
};

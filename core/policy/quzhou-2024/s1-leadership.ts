import type { Article } from '../pack.ts';
import { s1Parameters } from './s1-parameters.ts';

export const s1: Article = {
  id: 'S1',
  title: { zh: '组织领导', en: 'Leadership' },
  clauses: [
    {
      id: 'S1-a',
      summary: {
        zh: '各部门、直属单位和有关县（市、区）政府支持够条件的学校加入试点。',
        en: 'Departments and county governments support eligible schools to join the pilot.',
      },
      binds: ['departments', 'county_government'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'pilot_admission' }],
    },
    {
      id: 'S1-b',
      summary: {
        zh: '属地政府和教育部门协调经费与配套政策落地。',
        en: 'Local governments and education bureaus see to it that money and supporting policies arrive.',
      },
      binds: ['county_government', 'county_bureau'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'support_policies' }],
    },
    {
      id: 'S1-c',
      summary: {
        zh: '属地政府和教育部门帮助解决试点中遇到的问题。',
        en: 'They help solve the problems that the pilot meets.',
      },
      binds: ['county_government', 'county_bureau'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'difficulty_ticket' }, { kind: 'duty', name: 'difficulty_ticket_raised' }],
    },
    {
      id: 'S1-d',
      summary: {
        zh: '领导小组办公室就专业、经费、建设、培养和产学研等大事调研、决策、协调、督查。',
        en: 'The leading-group office studies, decides, co-ordinates and inspects major matters: majors, money, development, training, ties with industry.',
      },
      binds: ['office'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'major_matter' }, { kind: 'duty', name: 'major_matter_decided' }],
    },
    {
      id: 'S1-e',
      summary: {
        zh: '领导小组办公室指导高职、中职和属地教育部门做好日常工作。',
        en: 'The office guides college, schools and local bureaus in their daily work.',
      },
      binds: ['office'],
      capability: ['workflow'],
      served_by: [{ kind: 'duty', name: 'circular_receipt' }, { kind: 'transition', name: 'circular' }],
    },
  ],
  parameters: s1Parameters,
};

import type { Article } from '../pack.ts';
import { s3Parameters } from './s3-parameters.ts';

export const s3: Article = {
  id: 'S3',
  title: { zh: '质量保障', en: 'Quality' },
  clauses: [
    {
      id: 'S3-a',
      summary: {
        zh: '高职院校按审定的培养方案督导学校的教学和培养质量。',
        en: 'By the approved scheme the college supervises teaching and its results at the school.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'supervision_visit' }, { kind: 'duty', name: 'quality_visit' }],
    },
    {
      id: 'S3-b',
      summary: {
        zh: '培养质量不合格的，高职院校要求整改。',
        en: 'Where quality falls short, the college demands rectification.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'finding' }],
    },
    {
      id: 'S3-c',
      summary: {
        zh: '高职院校依照高校标准和规范督查学校的办学行为。',
        en: 'By the standards of higher education the college supervises how the school runs the campus.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'supervision_visit' }, { kind: 'duty', name: 'conduct_visit' }],
    },
    {
      id: 'S3-d',
      summary: {
        zh: '办学行为不合要求的，高职院校同样要求整改。',
        en: 'Where conduct falls short, the college likewise demands rectification.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'finding' }],
    },
    {
      id: 'S3-e',
      summary: {
        zh: '学校收到要求后及时逐项整改。',
        en: 'The school rectifies in time, item by item.',
      },
      binds: ['school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'finding' }],
    },
    {
      id: 'S3-f',
      summary: {
        zh: '整改不到位且影响质量的学校，可停止其试点。',
        en: 'The pilot of a school whose failure to rectify harms quality may be stopped.',
      },
      binds: ['office', 'city_bureau', 'college', 'school'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'transition', name: 'pilot_stop' }, { kind: 'transition', name: 'pilot_resume' }],
    },
    {
      id: 'S3-g',
      summary: {
        zh: '市教育局和属地政府检查、考核办学行为与培养质量。',
        en: 'The city bureau and local governments inspect and assess conduct and quality.',
      },
      binds: ['city_bureau', 'county_government'],
      capability: ['workflow', 'report'],
      served_by: [{ kind: 'transition', name: 'yearly_assessment' }, { kind: 'duty', name: 'yearly_assessment' }],
    },
    {
      id: 'S3-h',
      summary: {
        zh: '各单位定期总结：听取反馈、评估成效、改进工作。',
        en: 'All units review their work regularly: feedback, effect, lessons, improvement.',
      },
      binds: ['all'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'yearly_review' }, { kind: 'transition', name: 'survey' }, { kind: 'duty', name: 'yearly_review' }],
    },
  ],
  parameters: s3Parameters,
};

import type { Article } from '../pack.ts';
import { m01Parameters } from './m01-parameters.ts';

export const m01: Article = {
  id: 'M1',
  title: { zh: '多方合作', en: 'Partners' },
  clauses: [
    {
      id: 'M1-a',
      summary: {
        zh: '每个项目由高职院校领衔、中职学校主办、企业深入参加。',
        en: 'In each programme the college leads, the secondary school is the main body and firms take a full part.',
      },
      binds: ['college', 'school', 'enterprise'],
      capability: ['rule', 'config'],
      served_by: [{ kind: 'standard', name: 'M1-a' }],
    },
    {
      id: 'M1-b',
      summary: {
        zh: '鼓励办学水平高的学校，同衢州职业技术学院和行业头部企业结对合作。',
        en: 'Strong secondary schools are encouraged to pair with Quzhou College of Technology and leading firms.',
      },
      binds: ['city', 'school', 'college', 'enterprise'],
      capability: ['workflow', 'register'],
      served_by: [{ kind: 'register', name: 'partner_agreements' }],
    },
    {
      id: 'M1-c',
      summary: {
        zh: '培养的每个阶段都由学校和企业共同承担。',
        en: 'School and industry share in every stage of the training.',
      },
      binds: ['college', 'school', 'enterprise'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'whole_process' }, { kind: 'indicator', name: 'partners_at_work' }],
    },
  ],
  parameters: m01Parameters,
};

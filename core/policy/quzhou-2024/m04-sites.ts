import type { Article } from '../pack.ts';
import { m04Parameters } from './m04-parameters.ts';

export const m04: Article = {
  id: 'M4',
  title: { zh: '场所与基地', en: 'Sites and training bases' },
  clauses: [
    {
      id: 'M4-a',
      summary: {
        zh: '高职校区要具备高职院校的基本办学条件。',
        en: 'The campus meets the basic conditions set for a college.',
      },
      binds: ['school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'M4-a' }],
    },
    {
      id: 'M4-b',
      summary: {
        zh: '支持学校建设能满足高职段教学的实训基地。',
        en: 'Schools are supported to build training bases that serve the teaching of the higher stage.',
      },
      binds: ['city', 'school'],
      capability: ['register', 'workflow'],
      served_by: [{ kind: 'register', name: 'bases' }, { kind: 'transition', name: 'base_project' }],
    },
    {
      id: 'M4-c',
      summary: {
        zh: '实训基地可由多方合建、共同使用。',
        en: 'Training bases may be built together and used in common.',
      },
      binds: ['school', 'college', 'enterprise'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'share_over_one' }, { kind: 'standard', name: 'base_shares' }, { kind: 'standard', name: 'M4-c-hours' }],
    },
  ],
  parameters: m04Parameters,
};

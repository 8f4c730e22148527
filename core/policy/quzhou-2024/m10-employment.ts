import type { Article } from '../pack.ts';
import { m10Parameters } from './m10-parameters.ts';

export const m10: Article = {
  id: 'M10',
  title: { zh: '就业保障', en: 'Employment' },
  clauses: [
    {
      id: 'M10-a',
      summary: {
        zh: '不断完善高职段毕业生的就业机制。',
        en: 'The employment services for higher-stage graduates are developed further.',
      },
      binds: ['college', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'employment_services' }],
    },
    {
      id: 'M10-b',
      summary: {
        zh: '毕业后的就业工作由中职学校承担。',
        en: 'The secondary school is responsible for placing its graduates.',
      },
      binds: ['school'],
      capability: ['workflow', 'indicator'],
      served_by: [{ kind: 'duty', name: 'destination' }, { kind: 'duty', name: 'destination_again' }, { kind: 'transition', name: 'destination_entry' }, { kind: 'indicator', name: 'local_rates' }],
    },
    {
      id: 'M10-c',
      summary: {
        zh: '推荐毕业生时，合作企业优先。',
        en: 'Graduates are recommended to partner firms first.',
      },
      binds: ['school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'graduate_release' }, { kind: 'transition', name: 'recommendation' }],
    },
    {
      id: 'M10-d',
      summary: {
        zh: '录用试点毕业生的合作企业，可按校企合作补助政策获得支持。',
        en: 'Partner firms that hire graduates are supported under the subsidy rules for such co-operation.',
      },
      binds: ['county_government', 'enterprise'],
      capability: ['workflow', 'ledger'],
      served_by: [{ kind: 'transition', name: 'hiring_support' }, { kind: 'transition', name: 'order_hiring_support' }, { kind: 'transition', name: 'support_clawback' }],
    },
  ],
  parameters: m10Parameters,
};

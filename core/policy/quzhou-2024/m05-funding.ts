import type { Article } from '../pack.ts';
import { m05Parameters } from './m05-parameters.ts';

export const m05: Article = {
  id: 'M5',
  title: { zh: '经费保障', en: 'Funding' },
  clauses: [
    {
      id: 'M5-a',
      summary: {
        zh: '属地政府对试点的投入要加大。',
        en: 'The local government increases its funding of the pilot.',
      },
      binds: ['county_government'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'year_on_year' }],
    },
    {
      id: 'M5-b',
      summary: {
        zh: '高职段的设备购置和日常运转等开支由属地政府保障。',
        en: 'The local government secures the money for equipment, operation and the like of the higher stage.',
      },
      binds: ['county_government'],
      capability: ['ledger', 'report'],
      served_by: [{ kind: 'ledger_rule', name: 'spending_category' }, { kind: 'report', name: 'budget_against_actual' }],
    },
    {
      id: 'M5-c',
      summary: {
        zh: '办学需求增长时，经费随之增加。',
        en: 'When the need grows, the funding grows with it.',
      },
      binds: ['county_government'],
      capability: ['workflow', 'indicator'],
      served_by: [{ kind: 'indicator', name: 'increment' }, { kind: 'transition', name: 'funding_need' }],
    },
    {
      id: 'M5-d',
      summary: {
        zh: '属地财政每年按合作高职院校的生均标准，向其拨付高职段经费。',
        en: 'Each year the local finance bureau pays the partner college its per-student standard for the higher stage.',
      },
      binds: ['finance'],
      capability: ['ledger', 'workflow'],
      served_by: [{ kind: 'ledger_rule', name: 'grant' }, { kind: 'transition', name: 'grant_request' }],
    },
    {
      id: 'M5-e',
      summary: {
        zh: '应拨经费如数到账。',
        en: 'What is due arrives in full.',
      },
      binds: ['finance'],
      capability: ['rule', 'indicator'],
      served_by: [{ kind: 'ledger_rule', name: 'grant' }, { kind: 'indicator', name: 'in_place_rate' }],
    },
    {
      id: 'M5-f',
      summary: {
        zh: '高职院校依协议把收到的生均拨款按学生人数全部转给高职校区。',
        en: 'Under the agreement the college passes on the whole of it to the campus, by number of students.',
      },
      binds: ['college'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'grant_pass' }],
    },
    {
      id: 'M5-g',
      summary: {
        zh: '转给校区的拨款只能用于规定用途。',
        en: 'The money passed on is spent only on what it is meant for.',
      },
      binds: ['campus'],
      capability: ['rule', 'ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'earmark_spent' }, { kind: 'ledger_rule', name: 'spending_return' }, { kind: 'ledger_rule', name: 'spending_draw' }],
    },
  ],
  parameters: m05Parameters,
};

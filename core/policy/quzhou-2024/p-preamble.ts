import type { Article } from '../pack.ts';

export const preamble: Article = {
  id: 'P',
  title: { zh: '引言', en: 'Preamble' },
  clauses: [
    {
      id: 'P-0a',
      summary: {
        zh: '本文件承接省里的“三支队伍”部署和职业教育体系建设意见。',
        en: 'The document carries out the province\'s "three teams" plan and its opinion on the vocational education system.',
      },
      binds: ['issuer', 'all'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'policy_basis' }],
    },
    {
      id: 'P-0b',
      summary: {
        zh: '按市委、市政府部署推进职业教育“五统筹”，目的在于提高培养质量。',
        en: 'As the city has resolved, the five co-ordinations of vocational education are carried further, for better training.',
      },
      binds: ['city', 'departments', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'initiatives' }],
    },
    {
      id: 'P-0c',
      summary: {
        zh: '适用范围：衢州市的区域中高职一体化（3+2）培养试点。',
        en: 'Scope: the Quzhou pilot of regional integrated (3+2) vocational training.',
      },
      binds: ['issuer'],
      capability: ['config'],
      served_by: [{ kind: 'setting', name: 'pack_header' }],
    },
  ],
  parameters: [],
};

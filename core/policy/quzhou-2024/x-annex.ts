import type { Article } from '../pack.ts';
import { xParameters } from './x-parameters.ts';

export const annex: Article = {
  id: 'X',
  title: { zh: '附件与落款', en: 'Annex and date' },
  clauses: [
    {
      id: 'X-1',
      summary: {
        zh: '附件列出六条实施细则。',
        en: 'The annex holds six detailed rules.',
      },
      binds: ['all'],
      capability: ['config'],
      served_by: [{ kind: 'setting', name: 'pack_header' }],
    },
    {
      id: 'X-2',
      summary: {
        zh: '发文单位是市里的职业教育改革发展领导小组办公室，文中有两种名称。',
        en: "The issuer is the office of the city's leading group for vocational education reform; the document names it in two ways.",
      },
      binds: ['office'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'organisations' }],
    },
    {
      id: 'X-3',
      summary: {
        zh: '文件落款为2024年5月29日，2024年12月26日上网公布。',
        en: 'The document is dated 29 May 2024 and was put on the web on 26 December 2024.',
      },
      binds: ['issuer'],
      capability: ['config'],
      served_by: [{ kind: 'setting', name: 'pack_header' }],
    },
  ],
  parameters: xParameters,
};

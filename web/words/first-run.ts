import { words } from './dictionary.ts';

export const firstRunWords = words(
  {
    title: '开始使用',
    lead: '先说明是哪个地区、由哪个办公室负责，再选用政策包。',
    empty: '还没有设置地区',
    emptyHelp: '设置地区名称、办公室和县（市、区）后，就可以导入数据。',
  },
  {
    title: 'Set up',
    lead: 'Say which region this is and which office answers for it, then take a policy pack.',
    empty: 'No region has been set up',
    emptyHelp: 'Once the region, its office and its counties are named, data can be imported.',
  },
);

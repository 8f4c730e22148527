import { date } from '../../values/plain-date.ts';
import type { PackHeader } from '../pack.ts';

/** P-0a, P-0b, P-0c, X-1, X-2, X-3: what the document says of itself. */
export const header: PackHeader = {
  id: 'quzhou-2024',
  name: {
    zh: '关于加快推进衢州市职业院校区域中高职一体化人才培养改革试点工作的实施意见',
    en: 'Implementation opinion on advancing the Quzhou pilot of regional integrated secondary and higher vocational training',
  },
  issuer: {
    name: {
      zh: '衢州市职业教育改革发展工作领导小组办公室',
      en: 'Office of the Quzhou Leading Group for Vocational Education Reform and Development',
    },
    // S1-d names the office without 发展工作; both names are one body (B50).
    aliases: [{ zh: '市职业教育改革领导小组办公室', en: 'Office of the Municipal Leading Group for Vocational Education Reform' }],
  },
  scope: {
    zh: '衢州市区域中高职一体化（3+2）培养试点',
    en: 'The Quzhou pilot of regional integrated (3+2) secondary and higher vocational training',
  },
  effective_from: date('2024-05-29'),
  document_date: date('2024-05-29'),
  published_on: date('2024-12-26'),
  annex: {
    name: {
      zh: '衢州市职业院校区域中高职一体化人才培养改革试点实施细则',
      en: 'Detailed rules of the Quzhou pilot of regional integrated vocational training',
    },
    articles: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'],
  },
  // The document names these without number or date.
  parents: [
    {
      title: { zh: '加强“三支队伍”建设部署', en: 'Deployment on strengthening the "three teams"' },
      number: null,
      dated: null,
      issuer: { zh: '中共浙江省委、浙江省人民政府', en: 'CPC Zhejiang Provincial Committee and Zhejiang Provincial Government' },
    },
    {
      title: { zh: '关于加快构建现代职业教育体系的实施意见', en: 'Implementation opinion on building a modern vocational education system' },
      number: null,
      dated: null,
      issuer: {
        zh: '浙江省委办公厅、浙江省人民政府办公厅',
        en: 'General Offices of the CPC Zhejiang Provincial Committee and the Zhejiang Provincial Government',
      },
    },
    {
      title: { zh: '“三支队伍”建设的全市要求', en: 'Requirements on strengthening the "three teams" in every respect' },
      number: null,
      dated: null,
      issuer: { zh: '中共衢州市委、衢州市人民政府', en: 'CPC Quzhou Municipal Committee and Quzhou Municipal Government' },
    },
  ],
  initiatives: [
    {
      id: 'five_coordinations',
      label: { zh: '职业教育“五统筹”', en: 'The five co-ordinations of vocational education' },
      // The document names the initiative and does not list its five parts: tagged are the clause that
      // names it and those that the document itself puts under co-ordination (统筹).
      clauses: ['P-0b', 'M1-a', 'M1-b', 'M1-c', 'S2-a'],
    },
  ],
  region_code: '330800',
  short_name: '衢',
  local_prefix: '3308',
  counties: [
    { code: '330802', name: { zh: '柯城区', en: 'Kecheng District' } },
    { code: '330803', name: { zh: '衢江区', en: 'Qujiang District' } },
    { code: '330822', name: { zh: '常山县', en: 'Changshan County' } },
    { code: '330824', name: { zh: '开化县', en: 'Kaihua County' } },
    { code: '330825', name: { zh: '龙游县', en: 'Longyou County' } },
    { code: '330881', name: { zh: '江山市', en: 'Jiangshan City' } },
  ],
};

import type { Bilingual } from '../values/bilingual.ts';

const of = (zh: string, en: string): Bilingual => ({ zh, en });

/** Sections of GB/T 4754: the letter with which the code of an industry begins. */
export const INDUSTRIES = {
  A: of('农、林、牧、渔业', 'Agriculture, forestry and fishing'),
  B: of('采矿业', 'Mining'),
  C: of('制造业', 'Manufacturing'),
  D: of('电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'),
  E: of('建筑业', 'Construction'),
  F: of('批发和零售业', 'Wholesale and retail'),
  G: of('交通运输、仓储和邮政业', 'Transport, storage and post'),
  H: of('住宿和餐饮业', 'Hotels and catering'),
  I: of('信息传输、软件和信息技术服务业', 'Information and software'),
  J: of('金融业', 'Finance'),
  K: of('房地产业', 'Real estate'),
  L: of('租赁和商务服务业', 'Leasing and business services'),
  M: of('科学研究和技术服务业', 'Research and technical services'),
  N: of('水利、环境和公共设施管理业', 'Water, environment and public facilities'),
  O: of('居民服务、修理和其他服务业', 'Household and repair services'),
  P: of('教育', 'Education'),
  Q: of('卫生和社会工作', 'Health and social work'),
  R: of('文化、体育和娱乐业', 'Culture, sport and entertainment'),
  S: of('公共管理、社会保障和社会组织', 'Public administration'),
  T: of('国际组织', 'International organisations'),
} as const satisfies Record<string, Bilingual>;

export type Industry = keyof typeof INDUSTRIES;
export const INDUSTRY_CODES = Object.keys(INDUSTRIES) as readonly Industry[];

/** The section of a code such as `C34`; null where it begins with none. */
export function industryOf(code: string | null): Industry | null {
  const letter = code?.charAt(0) ?? '';
  return Object.hasOwn(INDUSTRIES, letter) ? letter as Industry : null;
}

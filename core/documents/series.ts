import type { Bilingual } from '../values/bilingual.ts';

/** A row of numbers, begun anew each year: what it numbers, and the character that stands for it in a number. */
export interface Series {
  readonly mark: string;
  readonly label: Bilingual;
}

/** Every series. A mark is never used for two, and never changed once numbers were given. */
export const SERIES = {
  recognition: { mark: '认', label: { zh: '校区认定', en: 'Recognition of campuses' } },
  plate: { mark: '牌', label: { zh: '校区挂牌', en: 'Plates of campuses' } },
  admission: { mark: '准', label: { zh: '加入试点', en: 'Admission to the pilot' } },
  parameter: { mark: '参', label: { zh: '参数变更', en: 'Changes of parameters' } },
  collection: { mark: '报', label: { zh: '数据收集', en: 'Rounds of collection' } },
  conditions: { mark: '达', label: { zh: '办学条件', en: 'Conditions of campuses' } },
  agreement: { mark: '协', label: { zh: '三方协议', en: 'Tripartite agreements' } },
  internship: { mark: '习', label: { zh: '实习协议', en: 'Agreements on internships' } },
  new_students: { mark: '名', label: { zh: '新生名册', en: 'Lists of new students' } },
  plan: { mark: '计', label: { zh: '招生计划申报', en: 'Declarations of enrolment plans' } },
  sample_test: { mark: '测', label: { zh: '抽测结果', en: 'Results of sample tests' } },
  step_up: { mark: '升', label: { zh: '升段花名册', en: 'Rosters of those who step up' } },
  graduation_audit: { mark: '毕', label: { zh: '毕业资格审核', en: 'Graduation audits' } },
  graduates: { mark: '册', label: { zh: '毕业生名册', en: 'Registers of graduates' } },
  destinations: { mark: '业', label: { zh: '毕业去向统计', en: 'Statistics of destinations' } },
  annual_report: { mark: '评', label: { zh: '年度评估报告', en: 'Yearly reports' } },
  minutes: { mark: '审', label: { zh: '招生计划审定', en: 'Minutes on enrolment plans' } },
  rectification: { mark: '改', label: { zh: '整改通知', en: 'Rectification notices' } },
  rectified: { mark: '复', label: { zh: '整改复查', en: 'Rectifications looked at again' } },
  supervision: { mark: '督', label: { zh: '督导检查', en: 'Supervision visits' } },
  pilot: { mark: '停', label: { zh: '停止和恢复试点', en: 'Pilots stopped and resumed' } },
  grant_request: { mark: '请', label: { zh: '生均拨款请款', en: 'Requests of grants' } },
  grant_distribution: { mark: '拨', label: { zh: '拨款清分', en: 'Distributions of grants' } },
  tuition_settlement: { mark: '学', label: { zh: '学费结算', en: 'Settlements of tuition' } },
  custody_statement: { mark: '代', label: { zh: '代管费结算', en: 'Settlements of custody money' } },
  lecture_fees: { mark: '酬', label: { zh: '授课费结算', en: 'Settlements of lecture fees' } },
  scheme: { mark: '培', label: { zh: '人才培养方案', en: 'Training schemes' } },
} as const satisfies Readonly<Record<string, Series>>;

export type SeriesId = keyof typeof SERIES;
export const SERIES_IDS = Object.keys(SERIES) as readonly SeriesId[];

/** `衢贯通认〔2026〕12号`; `place` is the one character that the region goes by. */
export function numberText(place: string, series: SeriesId, year: number, number: number): string {
  return `${place}贯通${SERIES[series].mark}〔${year}〕${number}号`;
}

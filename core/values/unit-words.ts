import type { Language } from './bilingual.ts';

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  m2: ['平方米', 'm²'],
  yuan: ['元', 'yuan'],
  student: ['人', 'students'],
  person: ['人', 'people'],
  head: ['人', 'people'],
  teacher: ['名教师', 'teachers'],
  ideology_teacher: ['名思政课教师', 'ideology teachers'],
  counsellor: ['名辅导员', 'counsellors'],
  psychologist: ['名心理教师', 'psychologists'],
  expert: ['名行业专家', 'industry experts'],
  class: ['个班', 'classes'],
  major: ['个专业', 'majors'],
  kind: ['类', 'kinds'],
  facility: ['类', 'kinds'],
  base: ['个基地', 'bases'],
  school: ['所', 'schools'],
  campus: ['个校区', 'campuses'],
  county: ['个县（市、区）', 'counties'],
  park: ['个园区', 'parks'],
  hour: ['课时', 'hours'],
  station: ['个工位', 'stations'],
  day: ['天', 'days'],
  year: ['年', 'years'],
  enterprise: ['家企业', 'enterprises'],
  agreement: ['份协议', 'agreements'],
  test: ['次', 'tests'],
  time: ['次', 'times'],
  visit: ['次', 'visits'],
  assessment: ['次', 'assessments'],
  term: ['学期', 'terms'],
  score: ['分', 'points'],
  month: ['个月', 'months'],
  working_day: ['个工作日', 'working days'],
  academic_year: ['学年', 'academic years'],
  cohort: ['届', 'cohorts'],
  copy: ['份', 'copies'],
  place: ['处', 'places'],
  course: ['门课', 'courses'],
  class_hour: ['课时', 'class hours'],
  skill_level: ['级', 'levels'],
  year_of_age_below: ['周岁以下', 'years of age at most'],
  ratio: ['', ''],
  count: ['', ''],
};

/** The word for a unit of the exchange format. A unit without a word is shown by its name, so that nothing is hidden. */
export function unitWord(unit: string, language: Language): string {
  const word = UNITS[unit];
  return word === undefined ? unit : word[language === 'zh' ? 0 : 1];
}

/** `m2/student` → `平方米/人` or `m² per student`. */
export function rateWord(unit: string, language: Language): string {
  const [over = '', under] = unit.split('/');
  if (under === undefined) return unitWord(over, language);
  if (language === 'zh') return `${unitWord(over, 'zh')}/${unitWord(under, 'zh').replace(/^[名个]/, '')}`;
  return `${unitWord(over, 'en')} per ${unitWord(under, 'en').replace(/s$/, '')}`;
}

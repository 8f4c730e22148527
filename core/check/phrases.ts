import { sheets, type SheetName } from '../exchange/sheets.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import { parseExact, toDecimalText } from '../values/exact.ts';
import type { Basis, Outcome, Reason } from '../verdict/verdict.ts';
import type { MeasuredJson, PartJson, VerdictJson, VerdictView } from './check-json.ts';

/** How verdicts are said, on every screen, report and terminal alike. */

export const OUTCOMES: Readonly<Record<Outcome, Bilingual & { readonly mark: string }>> = {
  met: { zh: '达标', en: 'Met', mark: '●' },
  unmet: { zh: '未达标', en: 'Unmet', mark: '▲' },
  undetermined: { zh: '待补报', en: 'To be reported', mark: '◇' },
  not_applicable: { zh: '不适用', en: 'Not applicable', mark: '–' },
};

export const BASES: Readonly<Record<Basis, Bilingual>> = {
  text: { zh: '政策原文', en: 'The policy’s own words' },
  wider_rule: { zh: '上位规定', en: 'A wider rule' },
  default: { zh: '默认口径', en: 'Our proposed default' },
};

export const REASONS: Readonly<Record<Reason, Bilingual>> = {
  no_rule: { zh: '当日没有生效的规定', en: 'No rule is in force on that day' },
  no_students: { zh: '校区没有高职阶段学生', en: 'The campus has no students of the higher stage' },
  first_year: { zh: '首年无存量设备可比', en: 'First year: no earlier equipment to compare with' },
  exempt: { zh: '设备总值和新增值均已超过免除线', en: 'Total and new equipment are above the exemption' },
  not_due: { zh: '尚未到期', en: 'Not due yet' },
  no_graduates: { zh: '当年没有毕业生', en: 'No graduates that year' },
};

const UNITS: Readonly<Record<string, Bilingual>> = {
  m2: { zh: '平方米', en: 'm²' },
  yuan: { zh: '元', en: 'yuan' },
  person: { zh: '人', en: 'persons' },
  student: { zh: '人', en: 'students' },
  teacher: { zh: '名教师', en: 'teachers' },
  counsellor: { zh: '名辅导员', en: 'counsellors' },
  major: { zh: '个专业', en: 'majors' },
  station: { zh: '个工位', en: 'stations' },
  class: { zh: '个班级', en: 'classes' },
  school: { zh: '所', en: 'schools' },
  enterprise: { zh: '家企业', en: 'firm' },
  agreement: { zh: '份在效协议', en: 'agreement in force' },
  course: { zh: '门课', en: 'courses' },
  entry: { zh: '项', en: 'entries' },
  party: { zh: '个单位', en: 'parties' },
  hour: { zh: '学时', en: 'hours' },
  ratio: { zh: '', en: '' },
};

/** What a gap is of, by standard: "还差 1 平方米教学行政用房". */
const GAP_OBJECTS: Readonly<Record<string, Bilingual>> = {
  'R1-b': { zh: '教学行政用房', en: 'of teaching and administration rooms' },
  'R1-c': { zh: '占地', en: 'of land' },
  'R1-d': { zh: '宿舍', en: 'of dormitory' },
  'R2-b': { zh: '教学科研仪器设备', en: 'of equipment' },
  'R2-c': { zh: '当年新增设备', en: 'of equipment new this year' },
  'R5-d': { zh: '专任教师', en: 'full-time teachers' },
  'R5-e': { zh: '思政课教师', en: 'ideology teachers' },
  'R5-f': { zh: '硕士及以上学位教师', en: 'teachers with a master’s degree' },
  'R5-g': { zh: '高级职称教师', en: 'teachers with a senior title' },
  'R5-i': { zh: '专职心理健康教育教师', en: 'psychological-health teachers' },
  'R5-j': { zh: '专职辅导员', en: 'counsellors' },
  'M7-a': { zh: '主要负责人', en: 'heads' },
  'R6-a': { zh: '成员', en: 'members' },
  'R6-b': { zh: '在两校任职的负责人', en: 'leaders with a post' },
  'M6-b': { zh: '双师型教师', en: 'dual-qualified teachers' },
  'S-land': { zh: '占地', en: 'of land' },
  'S-building': { zh: '校舍', en: 'of buildings' },
  'S-equipment': { zh: '设备', en: 'of equipment' },
  'S-teachers': { zh: '教师', en: 'teachers' },
};

/** Gaps that are resolved, not added: "有 2 人需要处理". */
const TO_RESOLVE: Readonly<Record<string, Bilingual>> = {
  'R2-a': { zh: '尚无实训基地覆盖', en: 'Majors without a training base' },
  'R5-b': { zh: '与中职专任教师重合，需要解决', en: 'Persons in both stages to be resolved' },
  'R5-c': { zh: '不符合高职任教要求，需要解决', en: 'Persons below the college’s requirements to be resolved' },
  'R5-k': { zh: '未配班主任', en: 'Classes without a class head' },
  'R5-i-posts': { zh: '超出核定编制', en: 'Persons beyond the posts approved' },
  'M6-c': { zh: '没有学院教师授核心课，也没有推荐能手授实践课', en: 'Majors without a core course by the college or a practical course by an expert' },
  'M4-c-hours': { zh: '预约学时与协议份额相差过大', en: 'Parties whose hours are far from their share' },
  'M3-a': { zh: '隐患或事件逾期未办', en: 'Hazards and incidents that are late' },
  'M3-b': { zh: '学院制度已施行而未确认', en: 'Rules in force without acknowledgement' },
  'M3-d': { zh: '的高职段不由合作学院主办', en: 'Students whose higher stage another body runs' },
  'R4-i': { zh: '住宿交通逾期未答复', en: 'Requests of visiting teachers without an answer in time' },
};

/** Tests of a standard about who works together: which side is missing. */
const SIDES: Readonly<Record<string, Bilingual>> = {
  college: { zh: '缺学院一方', en: 'the college is missing' }, school: { zh: '缺学校一方', en: 'the school is missing' },
  without_post: { zh: '有负责人在两校均无任职', en: 'a leader holds no post' },
};

/** Tests of standards about the work at a campus. */
export const PART_NAMES: Readonly<Record<string, Bilingual>> = {
  teacher_exchanges: { zh: '教师互派', en: 'Exchange of teachers' }, teacher_trainings: { zh: '教师培训', en: 'Training' }, joint_projects: { zh: '合作项目', en: 'Joint projects' },
  training_hours: { zh: '人均培训学时', en: 'Hours of training a head' }, turnover: { zh: '一年内离岗比例', en: 'Share gone within a year' },
};

/** Records that are kept in no sheet. */
const KEPT_ELSEWHERE: Readonly<Record<string, Bilingual>> = {
  partner_agreements: { zh: '合作协议', en: 'Partner agreements' }, teams: { zh: '办学团队', en: 'Teams' },
  approved_posts: { zh: '核定编制', en: 'Approved posts' }, base_bookings: { zh: '基地使用预约', en: 'Bookings of bases' }, college_rule: { zh: '学院制度', en: 'Rules of the college' }, dual_qualified: { zh: '教职工台账的“是否双师型”', en: 'Whether each teacher is dual qualified, in the register of staff' },
};

export function unitText(unit: string, lang: Language): string {
  return UNITS[unit]?.[lang] ?? unit;
}

/** Groups thousands and drops a fraction that is only zeros: `4019.00` → `4,019`. */
export function groupDigits(text: string): string {
  return groupWhole(text.replace(/\.0+$/, ''));
}

/** Groups thousands and keeps the decimals that are there: `11282.0512` → `11,282.0512`. */
export function groupWhole(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The gap in plain words; empty when there is none. */
export function gapText(verdict: Pick<VerdictJson, 'standard' | 'gap'>, lang: Language): string {
  const { gap, standard } = verdict;
  if (gap === null) return '';
  const amount = groupDigits(gap.value);
  const unit = unitText(gap.unit, lang);
  const resolve = gap.unit === 'station' ? undefined : TO_RESOLVE[standard];
  if (resolve !== undefined) return lang === 'zh' ? `${amount} ${unit}${resolve.zh}` : `${resolve.en}: ${amount}`;
  const object = GAP_OBJECTS[standard]?.[lang] ?? '';
  if (lang === 'zh') return gap.unit === 'person' ? `还差 ${amount} 名${object}` : `还差 ${amount} ${unit}${object}`;
  return gap.unit === 'person' ? `Short of ${object}: ${amount}` : `Short by ${amount} ${unit} ${object}`.trim();
}

/** What must be reported before a verdict is possible: names of sheets, or kinds of facility. */
export function missingText(missing: readonly string[], lang: Language): string {
  const kinds = sheets.facilities.columns.kind.codes ?? {};
  return missing
    .map((name) => (name in sheets ? sheets[name as SheetName].label[lang] : (kinds[name]?.[lang] ?? KEPT_ELSEWHERE[name]?.[lang] ?? name)))
    .join(lang === 'zh' ? '、' : ', ');
}

/** One line that says what follows from a verdict: the gap, what to report, or why it does not apply. */
export function consequenceText(verdict: VerdictView, lang: Language): string {
  if (verdict.outcome === 'undetermined') return `${lang === 'zh' ? '待补报：' : 'Report: '}${missingText(verdict.missing, lang)}`;
  if (verdict.reason !== null) return REASONS[verdict.reason][lang];
  const sides = verdict.parts.filter(({ name, outcome }) => outcome === 'unmet' && name in SIDES).map(({ name }) => SIDES[name]?.[lang]);
  if (sides.length > 0) return [gapText(verdict, lang), sides.join(lang === 'zh' ? '、' : ', ')].filter((text) => text !== '').join(lang === 'zh' ? '，' : '; ');
  return gapText(verdict, lang) || failedPartsText(verdict, lang);
}

/** Standards whose gap is no single amount say which of their tests fail. */
function failedPartsText({ standard, outcome, parts }: VerdictView, lang: Language): string {
  if (outcome !== 'unmet') return '';
  const failed = parts.filter((part) => part.outcome === 'unmet');
  const separator = lang === 'zh' ? '、' : ', ';
  if (standard === 'R1-e') {
    return `${lang === 'zh' ? '缺少：' : 'Lacking: '}${missingText(failed.map((part) => part.name), lang)}`;
  }
  if (standard === 'R5-h') return failed.map((part) => expertPartText(part, lang)).join(separator);
  return `${lang === 'zh' ? '未达标项：' : 'Unmet: '}${failed.map(({ name }) => PART_NAMES[name]?.[lang] ?? name).join(separator)}`;
}

function expertPartText({ name, measured, required }: PartJson, lang: Language): string {
  const is = percentText(measured?.value ?? '0');
  const limit = percentText(required?.value ?? '0');
  if (name === 'hours') {
    return lang === 'zh' ? `行业专家授课占比 ${is}，不足 ${limit}` : `experts teach ${is} of the hours, below ${limit}`;
  }
  return lang === 'zh' ? `行业专家人数占比 ${is}，超过 ${limit}` : `experts are ${is} of the heads, above ${limit}`;
}

/** A ratio as a percentage, exact: `0.1600` → `16%`, `0.3334` → `33.34%`. */
function percentText(ratio: string): string {
  const value = parseExact(ratio);
  return value === null ? ratio : `${toDecimalText({ n: value.n * 100n, d: value.d }) ?? ratio}%`;
}

/** `4,019 平方米 ÷ 268 人 = 14.9962`; a count alone where nothing divides it; empty when not measured. */
export function formulaText(measured: MeasuredJson, lang: Language): string {
  if (measured.numerator === null || measured.denominator === null) return '';
  const [upper = '', lower = ''] = measured.unit.split('/');
  const left = `${groupDigits(measured.numerator)} ${unitText(upper, lang)}`.trim();
  if (lower === '' && upper !== 'ratio') return left;
  const right = `${groupDigits(measured.denominator)} ${unitText(lower, lang)}`.trim();
  return `${left} ÷ ${right}${measured.value === null ? '' : ` = ${groupWhole(measured.value)}`}`;
}

import type { VerdictJson } from '../core/check/check-json.ts';
import { gapText, groupDigits, groupWhole, missingText, OUTCOMES } from '../core/check/phrases.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import type { CampusYearJson, ForecastJson, RegionYearJson } from '../core/forecast/forecast-json.ts';
import type { Language } from '../core/values/bilingual.ts';
import { tableLines } from './table.ts';

const WORDS = {
  zh: {
    rates: '所用比例', pack: '政策包的规划假设', history: '历届学生', stay: '逐年留下', step_up: '升段', certificate: '取得合格证书', local: '本地就业',
    region: '全市', regionHead: ['年份', '招生', '一年级', '二年级', '三年级', '四年级', '五年级', '完成学业', '毕业', '本地就业', '离校'],
    campusHead: ['年份', '高职在校生', '最多可容纳', '教师', '思政', '辅导员', '心理', '应拨经费（元）'],
    target: '目标', standard: '标准', notice: '力争', footnote: '? 待补报；* 当年生均标准未填报，沿用此前最近一年；● 达标 ▲ 未达标 ◇ 待补报 – 不适用（目标：尚未到期），右侧为最后一年的缺口。',
  },
  en: {
    rates: 'Rates', pack: 'planning values of the pack', history: 'cohorts of the past', stay: 'stay a year', step_up: 'step up', certificate: 'certificate', local: 'local work',
    region: 'Region', regionHead: ['year', 'intake', 'grade 1', 'grade 2', 'grade 3', 'grade 4', 'grade 5', 'completing', 'graduates', 'local', 'leavers'],
    campusHead: ['year', 'students', 'capacity', 'teachers', 'ideology', 'counsellors', 'psychologists', 'grant due (yuan)'],
    target: 'Target', standard: 'Standard', notice: 'stretch', footnote: '? to be reported; * by the standard of the latest earlier year; ● met ▲ unmet ◇ to be reported – not applicable (targets: not due yet); on the right what the last year lacks.',
  },
} as const;

/** The forecast for a terminal: rates, the region, then each campus with its verdicts year by year. */
export function forecastLines({ rates, rows, region }: ForecastJson, names: ReadonlyMap<string, string>, lang: Language): string[] {
  const say = WORDS[lang];
  const campuses = groupBy(rows, ({ campus_id }) => campus_id);
  return [
    `${say.rates}: ${rates.map(({ name, value, origin, programme_id }) => `${programme_id === null ? '' : `${programme_id} `}${say[name]} ${value} (${say[origin]})`).join('; ')}`,
    '', say.region,
    ...tableLines(say.regionHead, region.map(regionCells)),
    '', ...targetLines(region, lang),
    ...[...campuses].flatMap(([campus_id, own]) => ['', `${names.get(campus_id) ?? ''} (${campus_id})`, ...campusLines(own, lang)]),
    '', say.footnote,
  ];
}

function targetLines(region: readonly RegionYearJson[], lang: Language): string[] {
  const targets = region[0]?.targets ?? [];
  return tableLines([WORDS[lang].target, ...region.map(({ year }) => String(year))], targets.map(({ standard, part, required, notice }, at) => [
    `${standard}${part === null ? '' : ` ${part}`} ${required.op} ${required.value ?? '?'}${notice ? ` (${WORDS[lang].notice})` : ''}`,
    ...region.map(({ targets: all }) => {
      const target = all[at];
      return target === undefined ? '' : `${OUTCOMES[target.outcome].mark} ${target.measured.value ?? '?'}`;
    }),
  ]));
}

/** Figures, then a row for each standard with its mark in every year, and what the last year lacks. */
function campusLines(rows: readonly CampusYearJson[], lang: Language): string[] {
  const last = rows.at(-1)?.verdicts ?? [];
  const marks = tableLines([WORDS[lang].standard, ...rows.map(({ year }) => String(year))], last.map(({ standard }, at) =>
    [standard, ...rows.map(({ verdicts }) => markOf(verdicts[at]))]));
  const lacks = ['', ...last.map((verdict) => (verdict.outcome === 'undetermined' ? missingText(verdict.missing, lang) : gapText(verdict, lang)))];
  return [
    ...tableLines(WORDS[lang].campusHead, rows.map(campusCells)), '',
    ...marks.map((line, at) => `${line}  ${lacks[at] ?? ''}`.trimEnd()),
  ];
}

function markOf(verdict: VerdictJson | undefined): string {
  return verdict === undefined ? '' : OUTCOMES[verdict.outcome].mark;
}

function regionCells({ year, intake, grades, completing, graduates, local, leavers }: RegionYearJson): string[] {
  return [
    String(year), ...[intake, grades[1], grades[2], grades[3], grades[4], grades[5]].map(numberText),
    ...[completing, graduates, local, leavers].map((heads) => (heads === null ? NO_STEP : numberText(heads))),
  ];
}

function campusCells({ year, students, capacity, needed, grant_due_yuan, grant_standard }: CampusYearJson): string[] {
  return [
    String(year), numberText(students), [numberText(capacity.students), capacity.binding.join('/')].join(' ').trim(),
    ...[needed.teachers, needed.ideology, needed.counsellors, needed.psychologists].map(numberText),
    grant_due_yuan === null ? UNKNOWN : `${groupWhole(grant_due_yuan)}${grant_standard?.origin === 'assumed' ? '*' : ' '}`,
  ];
}

const UNKNOWN = '?';
/** What led to the first year is no forecast. */
const NO_STEP = '–';

function numberText(value: number | null): string {
  return value === null ? UNKNOWN : groupDigits(String(value));
}

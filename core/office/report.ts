import { groupDigits, missingText, OUTCOMES, unitText } from '../check/phrases.ts';
import { dayInWords } from '../documents/sheet.ts';
import type { Language } from '../values/bilingual.ts';
import { exact, multiply, parseExact, toDecimalText } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Outcome } from '../verdict/verdict.ts';
import { shareText, type Dimensions } from './dimensions.ts';
import { LOG_LABELS, type LogKind } from './log.ts';
import { FIVE_PARTIES, type FiveParty } from './whole-process.ts';

/** A figure as it stands in the text, with the clause that it belongs to and the page where it opens. */
export interface ReportFigure {
  readonly text: string;
  readonly clause: string;
  /** Address within the product, such as `/campuses/C1`. */
  readonly to: string;
  /** Standard and part of the target whose verdict it is; null for every other figure. */
  readonly target: string | null;
}

export type Run = string | ReportFigure;

export interface ReportSection {
  readonly heading: string;
  readonly paragraphs: readonly (readonly Run[])[];
}

/** A draft in the words of official documents: Chinese only, as they are. */
export interface Report {
  readonly title: string;
  readonly issuer: string;
  readonly dated: string;
  readonly sections: readonly ReportSection[];
}

export const REPORT_KINDS = ['briefing', 'annual'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface TargetLine {
  readonly label: string;
  readonly clause: string;
  readonly standard: string;
  readonly part: string | null;
  readonly notice: boolean;
  readonly due: PlainDate | null;
  readonly outcome: Outcome;
  readonly unit: string;
  /** A share as a decimal; where all is asked for, so many of so many. */
  readonly value: string | null;
  readonly of: string | null;
  readonly required: string | null;
  readonly op: string;
  readonly missing: readonly string[];
}

export interface MatterCounts {
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  readonly late: number;
}

/** Everything that a report is drafted from, as it was on its last day. */
export interface ReportFacts {
  readonly region: string;
  readonly office: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly targets: readonly TargetLine[];
  readonly campuses: readonly { readonly campus_id: string; readonly name: string; readonly met: number; readonly unmet: number; readonly undetermined: number }[];
  readonly matters: Readonly<Record<'major_matter' | 'difficulty_ticket' | 'support_policy' | 'major_advice' | 'model_case' | 'finding', MatterCounts>>;
  readonly decisions: readonly { readonly matter_id: string; readonly title: string; readonly number: string; readonly body: string; readonly due: PlainDate | null; readonly state: string }[];
  readonly duties_late: number;
  readonly log: Readonly<Record<LogKind, number>>;
  readonly reach: number;
  readonly initiatives: readonly { readonly title: string; readonly clause: string }[];
  readonly five_parties: Readonly<Record<FiveParty, number>>;
  readonly years_covered: number;
  readonly years: number;
  readonly dormant: number;
  readonly dimensions: readonly Dimensions[];
  readonly cases: readonly { readonly matter_id: string; readonly title: string; readonly body: string }[];
  /** Of the fiscal year of the last day, in yuan; null where nothing was reported. */
  readonly budget_yuan: string | null;
  readonly received_yuan: string | null;
}

const PARTY_NAMES: Readonly<Record<FiveParty, string>> = { government: '政府', park: '产业园区', trade: '行业', enterprise: '企业', institution: '职业院校' };
const figure = (text: string | number, clause: string, to: string, target: string | null = null): ReportFigure => ({ text: typeof text === 'number' ? groupDigits(String(text)) : text, clause, to, target });

export const targetKey = ({ standard, part }: { readonly standard: string; readonly part: string | null }): string => `${standard} ${part ?? ''}`;
const PERCENT = exact(100);

/** `2025年10月` → the monthly briefing, or document 25 of a year, drafted from figures as they stand. */
export function composeReport(kind: ReportKind, facts: ReportFacts): Report {
  const [year, month] = [facts.last.slice(0, 4), Number(facts.last.slice(5, 7))];
  const annual = kind === 'annual';
  const parts = annual
    ? [targetsOf(facts), campusesOf(facts), moneyOf(facts), qualityOf(facts), togetherOf(facts), workOf(facts), casesOf(facts), problemsOf(facts), nextOf(facts)]
    : [targetsOf(facts), campusesOf(facts), workOf(facts), togetherOf(facts), problemsOf(facts), nextOf(facts)];
  return {
    title: annual ? `${facts.region}区域中高职一体化人才培养改革${year}年度评估报告` : `${facts.region}区域中高职一体化人才培养改革工作简报（${year}年${month}月）`,
    issuer: facts.office, dated: dayInWords(facts.last),
    sections: parts.map(({ heading, paragraphs }, at) => ({ heading: `${'一二三四五六七八九'[at] ?? ''}、${heading}`, paragraphs })),
  };
}

/** 1.2-i…k: each target with what it stands at, against what is asked, by which day. */
function targetsOf({ targets, last }: ReportFacts): ReportSection {
  return { heading: '目标进展', paragraphs: [
    [`截至${dayInWords(last)}，各项目标进展如下。`],
    ...targets.map((one): readonly Run[] => {
      const wanted = one.of === null ? `${one.op === '>' ? '超过' : '不低于'}${amountText(one.required ?? '', one.unit)}` : '为全部';
      const aim = one.required === null ? '' : `，目标${wanted}${one.due === null ? '' : `（${dayInWords(one.due)}）`}`;
      const now: readonly Run[] = one.value === null ? [`尚无数据${one.missing.length === 0 ? '' : `，待补报：${missingText(one.missing, 'zh')}`}`] : ['现为', figure(one.of === null ? amountText(one.value, one.unit) : `${one.value}/${one.of}`, one.clause, '/', targetKey(one))];
      return [`${one.label}：`, ...now, `${aim}，${one.outcome === 'not_applicable' ? '尚未到期' : OUTCOMES[one.outcome].zh}。`];
    }),
  ] };
}

/** `1,462人`, `66.67%` */
export function amountText(value: string, unit: string, language: Language = 'zh'): string {
  const read = unit === 'ratio' ? parseExact(value) : null;
  return read === null ? `${groupDigits(value)}${language === 'zh' ? '' : ' '}${unitText(unit, language)}`.trim() : `${toDecimalText(multiply(read, PERCENT))}%`;
}

function campusesOf({ campuses }: ReportFacts): ReportSection {
  const sum = (of: 'met' | 'unmet' | 'undetermined'): number => campuses.reduce((all, one) => all + one[of], 0);
  return { heading: '办学条件', paragraphs: [
    ['全市有校区', figure(campuses.length, 'M2-a', '/campuses'), '个，各项标准达标', figure(sum('met'), 'R1-a', '/'), '项，未达标', figure(sum('unmet'), 'R1-a', '/'), '项，待补报', figure(sum('undetermined'), 'R1-a', '/'), '项。'],
    ...campuses.filter(({ unmet }) => unmet > 0).map((one): readonly Run[] => [`${one.name}未达标`, figure(one.unmet, 'R1-a', `/campuses/${encodeURIComponent(one.campus_id)}`), '项。']),
  ] };
}

function moneyOf({ budget_yuan, received_yuan, last }: ReportFacts): ReportSection {
  const yuan = (amount: string | null, clause: string, to: string): readonly Run[] => (amount === null ? ['（尚未上报）'] : [figure(`${groupDigits(amount)}元`, clause, to)]);
  return { heading: '经费保障', paragraphs: [[`${last.slice(0, 4)}年度经费预算合计`, ...yuan(budget_yuan, 'M5-a', '/earmarks'), '，生均拨款到账', ...yuan(received_yuan, 'M5-e', '/money/grants'), '。']] };
}

/** 1.1-c, 1.2-m: the three dimensions by cohort. */
function qualityOf({ dimensions }: ReportFacts): ReportSection {
  const part = (label: string, share: Dimensions['skill']): readonly Run[] => [label, ...(share === null ? ['尚无数据'] : [figure(shareText(share), '1.2-m', '/coordination/reports?kind=annual')])];
  return { heading: '培养质量', paragraphs: [
    ['从高技能、高素养、高学力三个维度看各届学生。'],
    ...dimensions.map((one): readonly Run[] => [
      `${one.cohort}级`, figure(one.students, '1.2-m', '/coordination/reports?kind=annual'), '人：', ...part('取得职业证书', one.skill), '，', ...part('操行合格', one.character), '，', ...part('升入高职阶段', one.step_up), '，', ...part('毕业后继续升学', one.further), '。']),
  ] };
}

/** 1.2-h, 1.2-l, M1-c, S2-k, S2-l: what was done together, tried and made known. */
function togetherOf(facts: ReportFacts): ReportSection {
  const { log, reach, five_parties, years_covered, years, dormant, initiatives } = facts;
  return { heading: '产教融合与宣传', paragraphs: [
    ['登记', LOG_LABELS.activity.zh, figure(log.activity, '1.2-l', '/coordination/log?kind=activity'), '次，其中', ...FIVE_PARTIES.flatMap((party, at): Run[] => [`${at === 0 ? '' : '、'}${PARTY_NAMES[party]}参加`, figure(five_parties[party], '1.2-l', '/coordination/partners'), '次']), '。'],
    ['各专业五个学年共', figure(years, 'M1-c', '/coordination/partners'), '个，有联合活动的', figure(years_covered, 'M1-c', '/coordination/partners'), '个；久无活动的合作企业', figure(dormant, 'M1-c', '/coordination/partners'), '家。'],
    ['宣传报道', figure(log.publicity, 'S2-l', '/coordination/log?kind=publicity'), '次，覆盖', figure(reach, 'S2-l', '/coordination/log?kind=publicity'), '人次。'],
    ...(initiatives.length === 0 ? [] : [['改革举措：', ...initiatives.flatMap(({ title, clause }, at): Run[] => [at === 0 ? '' : '；', figure(title, clause, '/coordination/log?kind=initiative'), `（${clause}）`]), '。']]),
  ] };
}

function workOf({ matters, decisions, last }: ReportFacts): ReportSection {
  const line = (label: string, kind: keyof ReportFacts['matters'], clause: string): readonly Run[] => {
    const { opened, closed, open, late } = matters[kind];
    const to = kind === 'finding' ? '/matters?kind=finding' : '/coordination';
    return [`${label}：新提出`, figure(opened, clause, to), '件，办结', figure(closed, clause, to), '件，在办', figure(open, clause, to), '件，其中逾期', figure(late, clause, to), '件。'];
  };
  return { heading: '统筹协调', paragraphs: [
    line('重大事项', 'major_matter', 'S1-d'), line('困难问题', 'difficulty_ticket', 'S1-c'), line('支持政策', 'support_policy', 'S1-b'), line('专业设置建议', 'major_advice', 'S2-f'), line('督导整改', 'finding', 'S3-e'),
    ...decisions.map((one): readonly Run[] => [`${one.number}：`, figure(one.title, 'S1-d', `/matters/${one.matter_id}`), `，由${one.body}落实，${one.due === null || one.due < last ? one.state : `${one.state}，期限${dayInWords(one.due)}`}。`]),
  ] };
}

/** S2-k, 1.2-o: cases that were chosen, and what people think of it as far as it is known. */
function casesOf({ cases }: ReportFacts): ReportSection {
  return { heading: '典型案例与社会反响', paragraphs: [
    cases.length === 0 ? ['本年度尚未公开典型案例。'] : ['已公开典型案例', figure(cases.length, 'S2-k', '/coordination?show=all'), '个：', ...cases.flatMap(({ matter_id, title, body }, at): Run[] => [at === 0 ? '' : '；', figure(`“${title}”`, 'S2-k', `/matters/${matter_id}`), `（${body}）`]), '。'],
    ['社会满意度：本系统尚无调查数据，请另行补充。'],
  ] };
}

function problemsOf({ targets, campuses, duties_late, matters }: ReportFacts): ReportSection {
  const unmet = targets.filter(({ outcome, notice }) => outcome === 'unmet' && !notice);
  const short = campuses.filter((one) => one.unmet > 0);
  const late = matters.major_matter.late + matters.difficulty_ticket.late + matters.support_policy.late;
  return { heading: '存在问题', paragraphs: [
    ...(unmet.length === 0 ? [] : [[`到期未达的目标：${unmet.map(({ label }) => label).join('、')}。`]]),
    ['有未达标项的校区', figure(short.length, 'R1-a', '/campuses'), '个；逾期未办的待办', figure(duties_late, 'S1-e', '/todo/late'), '项；逾期的统筹事项', figure(late, 'S1-d', '/coordination'), '件。'],
  ] };
}

function nextOf({ targets, decisions, last }: ReportFacts): ReportSection {
  const coming = targets.filter(({ due, notice }) => due !== null && due > last && !notice);
  const owed = decisions.filter(({ due }) => due !== null && due >= last);
  return { heading: '下一步安排', paragraphs: [
    [coming.length === 0 ? '各项目标均已到期。' : `对照尚未到期的目标推进：${coming.map(({ label, due }) => `${label}（${dayInWords(due as PlainDate)}）`).join('、')}。`],
    ...(owed.length === 0 ? [] : [[`落实已作决策：${owed.map(({ title, body }) => `${title}（${body}）`).join('、')}。`]]),
  ] };
}

/** The text of a run, without where it opens. */
export const runText = (run: Run): string => (typeof run === 'string' ? run : run.text);

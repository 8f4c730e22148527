import type { AllocationJson, DecisionJson } from '../core/allocation/allocation-json.ts';
import { demandText, kindText, percentOff } from '../core/allocation/phrases.ts';
import { groupWhole, missingText, OUTCOMES } from '../core/check/phrases.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import type { Language } from '../core/values/bilingual.ts';
import { forecastLines } from './forecast-text.ts';
import { tableLines } from './table.ts';

const WORDS = {
  zh: {
    proven: '已证明：没有更省的方案。', bound: '目前找到的最好方案；任何方案至少需要（元）', off: '最多还能省', unanswered: '停下之前既没有找到方案，也没有证明不存在：请用 --seconds 给更多时间。',
    impossible: '没有可行方案。以下各项不能同时满足，去掉任何一项其余即可满足：', alone: '下面这一项用所给选项无法满足：', nearest: '可以达到的最大招生人数', none: '不论目标多少都没有可行方案',
    plan: '方案', nothing: '不需要增加任何东西。', planHead: ['年份', '选项', '类别', '校区', '专业', '项数', '共增加', '一次性（元）', '每年（元）'],
    costs: '费用', costHead: ['年份', '类别', '一次性（元）', '每年（元）', '合计（元）'], total: '合计（元）',
    binding: '起约束作用的条款，以及没有它可以省多少', bindingHead: ['条款', '可省（元）'],
    hires: '新聘教师中至少', hireHead: ['校区', '新聘', '硕士及以上', '高级职称'],
    open: '以下不由任何选项解决，须另行处理', openHead: ['条款', '校区或学校', '结论', '待补报', '年份'], judged: '评判到', notice: '提示',
    forecast: '按此方案的预测', without: '不作任何决定的预测', county: '新设于',
  },
  en: {
    proven: 'Proven: no plan costs less.', bound: 'The best plan found so far; every plan costs at least (yuan)', off: 'at most this could be saved', unanswered: 'In the time given no plan was found, nor shown to be impossible: give more with --seconds.',
    impossible: 'No plan is possible. These cannot all be kept; without any one of them the others can:', alone: 'With the options given this cannot be kept:', nearest: 'The largest intake that can be reached', none: 'No plan is possible whatever the target',
    plan: 'Plan', nothing: 'Nothing needs to be added.', planHead: ['year', 'option', 'kind', 'campus', 'programme', 'count', 'brings', 'once (yuan)', 'yearly (yuan)'],
    costs: 'Cost', costHead: ['year', 'kind', 'once (yuan)', 'yearly (yuan)', 'total (yuan)'], total: 'Total (yuan)',
    binding: 'Clauses that bind, and what the plan would cost less without each', bindingHead: ['clause', 'saves (yuan)'],
    hires: 'Of the teachers hired at least', hireHead: ['campus', 'hired', 'master', 'senior title'],
    open: 'No option settles these; they must be settled otherwise', openHead: ['clause', 'campus or school', 'verdict', 'to report', 'years'], judged: 'judged to', notice: 'notice',
    forecast: 'Forecast with this plan', without: 'Forecast if nothing is decided', county: 'new in',
  },
} as const;

/** The plan for a terminal: how sure it is, what to do, what it costs, what binds, what stays open, and the forecast. */
export function allocationLines(json: AllocationJson, { campuses = [] }: Dataset, lang: Language): string[] {
  const say = WORDS[lang];
  const names = new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
  const reached = json.status === 'optimal' || json.status === 'feasible';
  return [
    ...verdictLines(json, lang),
    ...(reached ? ['', ...planLines(json, lang)] : []),
    ...(json.open.length === 0 ? [] : ['', say.open, ...tableLines(say.openHead, json.open.map(({ standard, part, campus_id, school_id, notice, outcome, missing, years }) => [
      `${standard}${part === null ? '' : ` ${part}`}${notice ? ` (${say.notice})` : ''}`, campus_id ?? school_id ?? '', outcomeText(outcome, lang), missingText(missing, lang), yearsText(years),
    ]))]),
    '', `${reached ? say.forecast : say.without} (${say.judged} ${json.judged_to})`, '',
    ...forecastLines(json, names, lang),
  ];
}

function verdictLines({ status, proof, conflict, nearest_target, target }: AllocationJson, lang: Language): string[] {
  const say = WORDS[lang];
  if (status === 'unanswered') return [say.unanswered];
  if (status !== 'impossible') return [`${say.total}: ${groupWhole(proof.cost_yuan ?? '')}`, status === 'optimal' ? say.proven : `${say.bound}: ${groupWhole(proof.bound_yuan ?? '')} · ${say.off}: ${percentOff(Number(proof.cost_yuan), Number(proof.bound_yuan))}`];
  return [
    conflict.length === 1 ? say.alone : say.impossible,
    ...conflict.map((demand) => `  ${demandText(demand, lang)}`),
    ...(target === null ? [] : [nearest_target === null ? say.none : `${say.nearest}: ${nearest_target}`]),
  ];
}

function planLines({ plan, costs, binding, hires }: AllocationJson, lang: Language): string[] {
  const say = WORDS[lang];
  if (plan.length === 0) return [say.nothing];
  return [
    say.plan, ...tableLines(say.planHead, plan.map((one) => decisionCells(one, lang))),
    '', say.costs, ...tableLines(say.costHead, costs.map(({ year, kind, once_yuan, yearly_yuan, total_yuan }) => [String(year), kindText(kind, lang), ...[once_yuan, yearly_yuan, total_yuan].map(groupWhole)])),
    ...(hires.length === 0 ? [] : ['', say.hires, ...tableLines(say.hireHead, hires.map(({ campus_id, teachers, with_master, with_senior_title }) => [campus_id, ...[teachers, with_master, with_senior_title].map(String)]))]),
    ...(binding.length === 0 ? [] : ['', say.binding, ...tableLines(say.bindingHead, binding.map((demand) => [demandText(demand, lang), groupWhole(demand.saves_yuan)]))]),
  ];
}

function decisionCells({ year, option_id, kind, campus_id, programme_id, division_code, count, brings, once_yuan, yearly_yuan }: DecisionJson, lang: Language): string[] {
  return [
    String(year), option_id, kindText(kind, lang), campus_id ?? (division_code === null ? '' : `${WORDS[lang].county} ${division_code}`), programme_id ?? '',
    String(count), brings, groupWhole(once_yuan), groupWhole(yearly_yuan),
  ];
}

function outcomeText(outcome: string, lang: Language): string {
  return outcome === 'unmet' || outcome === 'undetermined' ? OUTCOMES[outcome][lang] : outcome;
}

/** 2026–2028, 2030. */
function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

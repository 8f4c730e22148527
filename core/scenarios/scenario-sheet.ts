import { column, facts, paragraph, type Block, type Sheet } from '../documents/sheet.ts';
import type { Pack } from '../policy/pack.ts';
import { toDecimalText } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';

/** A kept scenario as its paper begins: what was asked, of which records, by whom. */
export interface ScenarioFacts {
  readonly scenario_id: number;
  readonly version: number;
  readonly kind: 'plan' | 'forecast' | 'policy';
  readonly name: string;
  readonly note: string;
  readonly on: PlainDate;
  /** ISO text: the moment up to which records counted. */
  readonly known_on: string;
  readonly question: { readonly to: number; readonly target: number | null; readonly rates: 'pack' | 'history'; readonly tried: readonly { readonly key: string; readonly value: string }[]; readonly seed?: number | undefined };
  readonly facts_hash: string;
  readonly answer_hash: string;
  readonly recorded_by: string;
}

const KINDS = { plan: '达标方案', forecast: '预测', policy: '政策试算' } as const;
const RATES = { pack: '政策包的规划假设', history: '历届学生的实际比例' } as const;

/** S2-a: a scenario on paper: question, snapshot, seed, hashes, its own tables, the values of law it was worked out by, and their clauses. `pack`: with what is tried. */
export function scenarioSheet(scenario: ScenarioFacts, pack: Pack, tables: readonly Block[]): Sheet {
  const parameters = usedOn(pack, scenario.on);
  return {
    title: `${KINDS[scenario.kind]}：${scenario.name}`, addressee: null,
    blocks: [
      ...(scenario.note === '' ? [] : [paragraph(scenario.note)]), factsOf(scenario), ...tables, parameterTable(parameters, scenario.question.tried.map(({ key }) => key)),
      facts(['说明', `由贯通按上列记录、参数和口径算出，供编制计划参考，不是办学结论；按编号 ${scenario.scenario_id}.${scenario.version} 可重算核对，结果校验值应一致`]),
    ],
    basis: [...new Set(['S2-a', 'M5-c', ...parameters.map(({ clause }) => clause)])],
    closing: { kind: 'issued', dated: scenario.on },
  };
}

function factsOf({ scenario_id, version, on, known_on, question: { to, target, rates, seed }, facts_hash, answer_hash, recorded_by }: ScenarioFacts): Block {
  return facts(
    ['编号和版本', `${scenario_id}.${version}`], ['测算日', on], ['记录截至', known_on], ['算到', `${to} 年`], ...(target === null ? [] : [['招生目标', `${target} 人`] as const]), ['比例', RATES[rates]],
    ...(seed === undefined ? [] : [['随机种子', String(seed)] as const]), ['记录校验值', facts_hash], ['结果校验值', answer_hash], ['保存人', recorded_by],
  );
}

/** What forecasts, aims and money read beside the standards. */
const ALSO = /^(forecast|target|grant|tuition)\./;

function usedOn({ standards, schoolStandards, parameters }: Pack, on: PlainDate): readonly Parameter[] {
  const read = new Set<string>([...standards, ...schoolStandards].flatMap(({ reads }) => reads));
  return [...parametersOn(parameters, on).values()].filter(({ key }) => read.has(key) || ALSO.test(key));
}

function parameterTable(parameters: readonly Parameter[], tried: readonly string[]): Block {
  const text = (value: Parameter['value']): string => (typeof value === 'object' ? toDecimalText(value) ?? `${value.n}/${value.d}` : String(value));
  return {
    kind: 'table', caption: '参数与口径', columns: [column('条款', 2), column('参数', 5), column('值', 3), column('单位', 2), column('生效', 2), column('试改', 1)],
    rows: parameters.map(({ key, clause, label, value, unit, from }) => [clause, label.zh, text(value), unit, from, tried.includes(key) ? '是' : '']),
  };
}

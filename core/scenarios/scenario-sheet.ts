import { column, facts, paragraph, type Block, type Sheet } from '../documents/sheet.ts';
import type { Pack } from '../policy/pack.ts';
import { toDecimalText } from '../values/exact.ts';
import type { Language } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';
import { SCENARIO_WORDS } from './scenario-words.ts';

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

/** S2-a: a scenario on paper, in a language: question, snapshot, seed, hashes, its own tables, the values of law it was worked out by, and their clauses. `pack`: with what is tried. */
export function scenarioSheet(scenario: ScenarioFacts, pack: Pack, tables: readonly Block[], language: Language): Sheet {
  const say = SCENARIO_WORDS[language];
  const parameters = usedOn(pack, scenario.on);
  return {
    title: `${say[scenario.kind]}${say.colon}${scenario.name}`, addressee: null,
    blocks: [
      ...(scenario.note === '' ? [] : [paragraph(scenario.note)]), factsOf(scenario, language), ...tables, parameterTable(parameters, scenario.question.tried.map(({ key }) => key), language),
      facts([say.note, say.noteText(`${scenario.scenario_id}.${scenario.version}`)]),
    ],
    basis: [...new Set(['S2-a', 'M5-c', ...parameters.map(({ clause }) => clause)])],
    closing: { kind: 'issued', dated: scenario.on },
  };
}

function factsOf({ scenario_id, version, on, known_on, question: { to, target, rates, seed }, facts_hash, answer_hash, recorded_by }: ScenarioFacts, language: Language): Block {
  const say = SCENARIO_WORDS[language];
  return facts(
    [say.which, `${scenario_id}.${version}`], [say.on, on], [say.known, known_on], [say.to, say.year(to)], ...(target === null ? [] : [[say.target, say.persons(target)] as const]), [say.rates, say[rates]],
    ...(seed === undefined ? [] : [[say.seed, String(seed)] as const]), [say.facts, facts_hash], [say.answer, answer_hash], [say.by, recorded_by],
  );
}

/** What forecasts, aims and money read beside the standards. */
const ALSO = /^(forecast|target|grant|tuition|allocation)\./;

function usedOn({ standards, schoolStandards, parameters }: Pack, on: PlainDate): readonly Parameter[] {
  const read = new Set<string>([...standards, ...schoolStandards].flatMap(({ reads }) => reads));
  return [...parametersOn(parameters, on).values()].filter(({ key }) => read.has(key) || ALSO.test(key));
}

function parameterTable(parameters: readonly Parameter[], tried: readonly string[], language: Language): Block {
  const say = SCENARIO_WORDS[language];
  const text = (value: Parameter['value']): string => (typeof value === 'object' ? toDecimalText(value) ?? `${value.n}/${value.d}` : String(value));
  return {
    kind: 'table', caption: say.parameters, columns: [column(say.clause, 2), column(say.parameter, 5), column(say.value, 3), column(say.unit, 2), column(say.from, 2), column(say.tried, 1)],
    rows: parameters.map(({ key, clause, label, value, unit, from }) => [clause, label[language], text(value), unit, from, tried.includes(key) ? say.yes : '']),
  };
}

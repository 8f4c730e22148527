import { createRequire } from 'node:module';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { answerCampus, judgingOn } from '../../core/check/judging.ts';
import { campusOnTheLine, readTyped } from '../../core/check/made-dataset.ts';
import { campusFacts } from '../../core/facts/campus-facts.ts';
import { campusRowsOf } from '../../core/facts/campus-rows.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';

const MOST_MICROSECONDS = 5;
const LEAST_RATIO = 10;
const CAMPUSES = 400;
const MOST_MILLISECONDS = 20;

/** The same seventeen comparisons as expressions over plain numbers, with the gap where one is asked. */
const RULES: readonly (readonly [id: string, test: string, gap: string])[] = [
  ['R1-b', 'rooms / students >= 15', '15 * students - rooms'],
  ['R1-c', 'land / students >= 54', '54 * students - land'],
  ['R1-d', 'dormitory / students >= 6.5', '6.5 * students - dormitory'],
  ['R1-e', 'facilities >= 6', '6 - facilities'],
  ['R2-a', 'majors_without_base <= 0', 'majors_without_base'],
  ['R2-b', 'equipment / students >= 10000', '10000 * students - equipment'],
  ['R2-c', 'new_equipment / old_equipment >= 0.1', '0.1 * old_equipment - new_equipment'],
  ['R5-b', 'overlaps <= 0', 'overlaps'],
  ['R5-c', 'unqualified <= 0', 'unqualified'],
  ['R5-d', 'students / teachers <= 18', 'students / 18 - teachers'],
  ['R5-e', 'students / ideology <= 350', 'students / 350 - ideology'],
  ['R5-f', 'masters / persons >= 0.5', '0.5 * persons - masters'],
  ['R5-g', 'seniors / persons >= 0.3', '0.3 * persons - seniors'],
  ['R5-h', 'expert_hours / hours >= 0.2', '0.2 * hours - expert_hours'],
  ['R5-i', 'psychologists >= 1', '1 - psychologists'],
  ['R5-j', 'students / counsellors <= 200', 'students / 200 - counsellors'],
  ['R5-k', 'without_head <= 0', 'without_head'],
];

const PLAIN_FACTS = {
  students: 268, rooms: 4020, land: 14472, dormitory: 1742, facilities: 6, majors_without_base: 0, equipment: 2_680_000,
  new_equipment: 243_636.37, old_equipment: 2_436_363.63, overlaps: 0, unqualified: 0, teachers: 15, ideology: 1, masters: 8,
  persons: 15, seniors: 5, expert_hours: 20, hours: 100, psychologists: 1, counsellors: 2, without_head: 0,
};

/** Seventeen standards of one campus with facts ready, beside two rule engines on the same comparisons, in one run. */
export async function benchRules(print: (line: string) => void = console.log): Promise<void> {
  const { dataset } = readTyped(campusOnTheLine());
  const judging = judgingOn(quzhou2024, date('2025-10-31'));
  const [rows] = campusRowsOf(dataset);
  if (rows === undefined || judging.rules === null) throw new Error('the campus on the line is gone');
  const facts = campusFacts(rows, judging.on, judging.rules);
  const ours = await perRun(100_000, () => judging.judgeCampus(facts));
  const peers = { 'json-rules-engine': await jsonRulesEngine(), 'zen-engine': await zenEngine() };
  print(`rules 17 standards of one campus, facts ready, full trace   ${ours.toFixed(2)} µs (limit ${MOST_MICROSECONDS} µs)`);
  for (const [name, micros] of Object.entries(peers)) print(`rules the same comparisons in ${name}   ${micros.toFixed(1)} µs`);
  const ratio = Math.min(...Object.values(peers)) / ours;
  print(`rules ratio to the faster peer ${ratio.toFixed(1)} (at least ${LEAST_RATIO}) ${ratio >= LEAST_RATIO && ours <= MOST_MICROSECONDS ? 'reached' : 'MISSED'}`);
  const region = Array.from({ length: CAMPUSES }, () => rows);
  const millis = (await perRun(20, () => region.map((campus) => judging.judgeCampus(campusFacts(campus, judging.on, judging.rules ?? never())).length))) / 1000;
  const judged = (await perRun(50, () => region.map(() => judging.judgeCampus(facts).length))) / 1000;
  print(`rules ${CAMPUSES} campuses, facts ready   ${judged.toFixed(1)} ms (limit ${MOST_MILLISECONDS} ms) ${judged <= MOST_MILLISECONDS ? 'reached' : 'MISSED'}`);
  print(`rules ${CAMPUSES} campuses of 268 students, facts counted from rows too   ${millis.toFixed(1)} ms`);
  print(`rules one campus with its facts and composites   ${(await perRun(500, () => answerCampus(rows, judging))).toFixed(1)} µs`);
}

function never(): never {
  throw new Error('no counting rules');
}

/** Microseconds of one call: the best of five rounds after a warm-up. */
async function perRun(times: number, work: () => unknown): Promise<number> {
  const round = async () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < times; i++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    return Number(process.hrtime.bigint() - start) / times / 1000;
  };
  await round();
  const rounds = [];
  for (let i = 0; i < 5; i++) rounds.push(await round());
  return Math.min(...rounds);
}

async function jsonRulesEngine(): Promise<number> {
  const engine = new Engine();
  for (const [id, test] of RULES) engine.addRule(ruleOf(id, test));
  for (const [, test] of RULES) {
    const [ratio = ''] = test.split(/ [<>]= /);
    engine.addFact(ratio, async (_params, almanac) => {
      const [upper = '', lower] = ratio.split(' / ');
      const numerator: number = await almanac.factValue(upper);
      return lower === undefined ? numerator : numerator / (await almanac.factValue<number>(lower));
    });
  }
  return perRun(300, () => engine.run(PLAIN_FACTS));
}

function ruleOf(id: string, test: string): RuleProperties {
  const [fact = '', limit] = test.split(/ [<>]= /);
  const operator = test.includes('>=') ? 'greaterThanInclusive' : 'lessThanInclusive';
  return { conditions: { all: [{ fact, operator, value: Number(limit) }] }, event: { type: id } };
}

interface Decision {
  evaluate(context: unknown): Promise<unknown>;
}

async function zenEngine(): Promise<number> {
  const { ZenEngine } = createRequire(import.meta.url)('@gorules/zen-engine') as { ZenEngine: new () => { createDecision(content: unknown): Decision } };
  const at = { position: { x: 0, y: 0 } };
  const expressions = RULES.flatMap(([id, test, gap]) => {
    const key = id.replace('-', '_');
    return [{ id: key, key, value: test }, { id: `${key}_gap`, key: `${key}_gap`, value: `${test} ? null : ${gap}` }];
  });
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'i', type: 'inputNode', name: 'in', ...at },
      { id: 'e', type: 'expressionNode', name: 'standards', ...at, content: { expressions } },
      { id: 'o', type: 'outputNode', name: 'out', ...at },
    ],
    edges: [{ id: 'a', type: 'edge', sourceId: 'i', targetId: 'e' }, { id: 'b', type: 'edge', sourceId: 'e', targetId: 'o' }],
  });
  return perRun(300, () => decision.evaluate(PLAIN_FACTS));
}

import { forecastFrom } from '../core/forecast/forecast.ts';
import { groundOf } from '../core/forecast/ground.ts';
import { graduationRules } from '../core/graduation/rules.ts';
import type { ImpactRows, PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import { toCompare } from '../core/policy-impact/to-compare.ts';
import type { Pack } from '../core/policy/pack.ts';
import { keptForecast, type KeptForecast } from '../core/simulation/kept-forecast.ts';
import { toSimulate } from '../core/simulation/simulate.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { compareInThread, simulateInThread } from '../solver/threaded.ts';
import { loadImpactRows } from '../store/policy-impact-rows.ts';
import { hashOf, type ScenarioKind, type ScenarioQuestion } from '../store/scenarios/scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Place } from './deps.ts';
import { packOf, planFault, planGround, solvePlan, type PlanGround, type SolvedPlan } from './planning.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';

const RUNS = 10_000;
const SEED = 1;

/** What a scenario of a kind starts from; `impact` holds what only a change of law reads. */
export interface ScenarioGround extends PlanGround {
  readonly kind: ScenarioKind;
  readonly impact: ImpactRows | null;
}

/** Null for whoever reads planning of one place only. */
export async function scenarioGround(tx: Transaction, kind: ScenarioKind, dayIn: (place: Place) => AskedDay | Promise<AskedDay>): Promise<ScenarioGround | null> {
  let asked: AskedDay | null = null;
  const ground = await planGround(tx, async (place) => (asked = await dayIn(place)));
  if (ground === null || asked === null) return null;
  if (kind !== 'policy') return { ...ground, kind, impact: null };
  const known = knownOf(asked);
  return { ...ground, kind, impact: await tx.whole((whole) => loadImpactRows(whole, { on: ground.on, final_grade: finalGradeOn(ground.pack, ground.on) }, known)) };
}

/** Null where no rule says who is audited. */
export const finalGradeOn = (pack: Pack, on: PlainDate): number | null => graduationRules(parametersOn(pack.parameters, on))?.final_grade ?? null;

export type ScenarioAnswer = SolvedPlan | KeptForecast | PolicyImpact;

/** Works it out: the same ground and question come to the same. */
export async function answerOf(ground: ScenarioGround, question: ScenarioQuestion, signal: AbortSignal): Promise<ScenarioAnswer> {
  if (ground.kind === 'plan') return solvePlan(ground, question, signal);
  const { on, dataset, impact } = ground;
  const { to, rates, tried, seed = SEED } = question;
  const pack = packOf(ground, tried);
  if (ground.kind === 'policy' && impact !== null) return compareInThread(toCompare(impact, ground.pack, pack, { on, to, rates }), signal);
  const from = groundOf(dataset, pack, on, to);
  const forecast = forecastFrom(from, rates);
  return keptForecast(forecast, await simulateInThread(toSimulate(from, forecast, { pack, source: rates, seed, runs: RUNS }), signal), on, to);
}

/** The hash over the records that are read. */
export const factsOf = ({ dataset, impact }: ScenarioGround): string => hashOf(impact ?? dataset);

/** Why it can not be asked: options count for plans only. */
export function questionFault(ground: ScenarioGround, question: ScenarioQuestion) {
  return planFault(ground.kind === 'plan' ? ground : { ...ground, dataset: { ...ground.dataset, options: [] } }, question);
}

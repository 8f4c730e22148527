import { allocate } from '../core/allocation/allocate.ts';
import { allocationJson } from '../core/allocation/allocation-json.ts';
import { keptAnswer, type KeptAnswer } from '../core/allocation/kept-answer.ts';
import { faultsIn } from '../core/allocation/offers.ts';
import { isEmptyRegion, situationOf } from '../core/allocation/situation.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { startYear } from '../core/forecast/ground.ts';
import { changedPack, isRate, valueLike } from '../core/policy/changed-pack.ts';
import type { Pack } from '../core/policy/pack.ts';
import { triedChanges } from '../core/policy/tried-changes.ts';
import type { Unfit } from './unfit.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { withOptimisers } from '../solver/threaded.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadPlanningRows } from '../store/forecast-rows.ts';
import type { ScenarioQuestion } from '../store/scenarios/scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import { placeOf, type Place } from './deps.ts';
import { inReach } from './in-reach.ts';
import type { PlanRun } from './plan-runs.ts';
import { knownOf, loadOrganisations, type AskedDay } from './region-verdicts.ts';

/** How far ahead a plan is asked for. */
const YEARS = 10;
/** For each question to the optimiser: a page is not waited for longer. */
const SECONDS = 30;

/** What a plan starts from: the records as known then, the values in force, and the names that the asker may be told. */
export interface PlanGround {
  readonly pack: Pack;
  readonly on: PlainDate;
  readonly dataset: Dataset;
  readonly names: readonly { readonly campus_id: string; readonly name: string; readonly school_id: string; readonly school: string }[];
}

/** Reads it. Null for whoever reads planning of one place only: a plan tells of every campus and all options. */
export async function planGround(tx: Transaction, dayIn: (place: Place) => AskedDay | Promise<AskedDay>): Promise<PlanGround | null> {
  if (tx.actor.reach.get('planning.read') !== '*') return null;
  const day = await dayIn(await placeOf(tx));
  const { pack } = await placeOf(tx, day);
  const names = await namesInReach(tx, day);
  return { pack, on: day.on, names, dataset: await tx.whole((whole) => loadPlanningRows(whole, knownOf(day))) };
}

/** The campuses, with their schools, that a plan may be told of by name. */
export async function namesInReach(tx: Transaction, day: AskedDay): Promise<PlanGround['names']> {
  const reach = await inReach(tx, knownOf(day));
  const organisations = await loadOrganisations(tx, knownOf(day));
  const campuses = await tx.whole((whole) => loadRows(whole, 'campuses', knownOf(day)));
  return campuses.filter(({ campus_id }) => reach.campuses.has(campus_id))
    .map(({ campus_id, name, school_id }) => ({ campus_id, name, school_id, school: organisations.get(school_id)?.name ?? school_id }));
}

/** Why a question can not be asked, and what to change; null when it can. */
export function planFault({ pack, on, dataset }: PlanGround, { to, tried }: ScenarioQuestion): Unfit | null {
  const first = startYear(on) + 1;
  if (to < first || to > first + YEARS) return { field: 'to', text: { zh: `规划年份应在 ${first} 至 ${first + YEARS} 年之间。`, en: `The year to plan for lies between ${first} and ${first + YEARS}.` } };
  if (isEmptyRegion(dataset)) return { field: 'records', text: { zh: '还没有校区、专业、招生和学生，无从规划：请先在“数据”中填写。', en: 'There are no campuses, programmes, intakes or students to plan for: enter them under “Data” first.' } };
  const [fault] = faultsIn(dataset);
  if (fault !== undefined) return { field: 'records', text: { zh: `《规划选项》第 ${fault.row} 行 ${fault.column} 不可用：${fault.value}`, en: `options, row ${fault.row}, ${fault.column} cannot be used: ${fault.value}` } };
  return triedFault({ pack, on }, tried);
}

/** Why a value can not be tried; null when all can. */
export function triedFault({ pack, on }: Pick<PlanGround, 'pack' | 'on'>, tried: ScenarioQuestion['tried']): Unfit | null {
  for (const { key, value } of tried) {
    const held = pack.parameters.filter((one) => one.key === key && (one.to === null || one.to >= on));
    if (held.length === 0) return { field: 'tried', text: { zh: `没有参数 ${key}。`, en: `There is no parameter ${key}.` } };
    if (!held.some((one) => valueLike(one, value) === null)) continue;
    const rate = held.some(isRate);
    return { field: 'tried', text: { zh: `参数 ${key} 不能取 ${value}${rate ? '：比例在 0 至 1 之间' : ''}。`, en: `Parameter ${key} cannot be ${value}${rate ? ': a rate lies between 0 and 1' : ''}.` } };
  }
  return null;
}

/** The plan, or the clauses that conflict, as it is told and kept; without names. */
export async function solvePlan(ground: PlanGround, { to, target, rates, tried }: ScenarioQuestion, signal: AbortSignal, run: PlanRun = { progress: null, stopping: false }) {
  const { on, dataset } = ground;
  const situation = situationOf(dataset, { pack: packOf(ground, tried), on, to, target, rates });
  const stopped = () => run.stopping;
  const found = await withOptimisers({ signal, threads: 1, stopped }, (solvers) => allocate(situation, solvers, { seconds: SECONDS, stopped, tell: (progress) => { run.progress = progress; } }));
  return keptAnswer(allocationJson(found, []), on, dataset.options?.length ?? 0);
}

export type SolvedPlan = KeptAnswer;

/** The plan goes by numbers; names are those of campuses in reach. */
export const withNames = (plan: SolvedPlan, campuses: PlanGround['names']) => ({ ...plan, campuses });

/** The values in force with those that are tried, from the day of the plan on and from each later day on which another would begin to hold. */
export const packOf = (ground: Pick<PlanGround, 'pack' | 'on'>, tried: ScenarioQuestion['tried']): Pack => changedPack(ground.pack, triedChanges(ground, tried));

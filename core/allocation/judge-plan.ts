import { forecastFrom, type Forecast } from '../forecast/forecast.ts';
import type { Outcome } from '../verdict/verdict.ts';
import { plannedGround } from './planned-ground.ts';
import type { Decision } from './plan.ts';
import type { Problem } from './problem.ts';
import { regionYearOf } from './region-years.ts';
import type { Situation } from './situation.ts';
import { indexAfter } from './target-rules.ts';

/** What the forecast and the standards themselves say of a plan. */
export interface JudgedPlan {
  readonly forecast: Forecast;
  /** What the plan leaves open that it should not: empty for every plan that is shown. */
  readonly failures: readonly string[];
}

/** The optimiser is never believed: the plan is carried out on paper, and forecast and standards are asked again. */
export function judgePlan(situation: Situation, problem: Pick<Problem, 'open' | 'open_targets'>, decisions: readonly Decision[]): JudgedPlan {
  const forecast = forecastFrom(plannedGround(situation, decisions), situation.rates);
  return { forecast, failures: [...standardFailures(situation, problem, forecast), ...targetFailures(situation, problem, forecast)] };
}

const OPEN: ReadonlySet<Outcome> = new Set(['unmet', 'undetermined']);

function standardFailures({ first, ground }: Situation, { open }: Pick<Problem, 'open'>, forecast: Forecast): string[] {
  const schools = new Map(ground.campuses.map(({ campus }) => [campus.campus_id, campus.school_id]));
  const told = new Set(open.map(({ standard, campus_id, school_id, year }) => `${standard} ${campus_id ?? school_id} ${year}`));
  return forecast.rows.filter(({ year }) => year >= first).flatMap((row) => {
    const asked = [...row.verdicts.map((verdict) => ({ verdict, place: row.campus_id })), ...row.notices.map((verdict) => ({ verdict, place: schools.get(row.campus_id) ?? '' }))];
    return asked.map(({ verdict, place }) => ({ outcome: verdict.outcome, name: `${verdict.standard} ${place} ${row.year}` }))
      .flatMap(({ outcome, name }) => (OPEN.has(outcome) && !told.has(name) ? [`${name}: ${outcome}`] : []));
  });
}

function targetFailures({ pack, ground, target, to }: Situation, { open_targets }: Pick<Problem, 'open_targets'>, forecast: Forecast): string[] {
  const told = new Set(open_targets.map(({ standard, part }) => `${standard} ${part}`));
  const aims = pack.targets.filter(({ notice }) => !notice).flatMap(({ id, part }) => {
    const due = forecast.region.at(-1)?.targets.find((one) => one.standard === id && one.part === part)?.year ?? null;
    if (due === null || due > to || told.has(`${id} ${part}`)) return [];
    const verdict = forecast.region[indexAfter(ground.start, due)]?.targets.find((one) => one.standard === id && one.part === part);
    return verdict !== undefined && OPEN.has(verdict.outcome) ? [`${id} ${part ?? ''}: ${verdict.outcome}`] : [];
  });
  const reached = regionYearOf({ forecast }, to).intake;
  return target !== null && reached < target ? [...aims, `intake of ${to}: ${reached}`] : aims;
}

import { isOpenOutcome } from '../verdict/verdict.ts';
import { campusYearJson, regionYearJson } from '../forecast/forecast-json.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Simulation } from './simulate.ts';

/** A forecast as it is kept: heads, capacity, posts, money and what is open by campus and year, aims by year, and the bands of its seed. */
export function keptForecast(forecast: Forecast, { seed, runs, region: bands }: Pick<Simulation, 'seed' | 'runs' | 'region'>, on: PlainDate, to: number) {
  return {
    on, to, seed, runs,
    rows: forecast.rows.map((row) => {
      const { year, campus_id, grades, students, verdicts, capacity, needed, grant_due_yuan } = campusYearJson(row);
      return { year, campus_id, grades, students, capacity, needed, grant_due_yuan, open: verdicts.filter(({ outcome }) => isOpenOutcome(outcome)).map(({ standard, outcome }) => ({ standard, outcome })) };
    }),
    region: forecast.region.map((row) => {
      const { intakes: _, targets, ...figures } = regionYearJson(row);
      return { ...figures, targets: targets.map(({ standard, part, outcome, measured, required }) => ({ standard, part, outcome, value: measured.value, required: required.value })) };
    }),
    bands,
  };
}

export type KeptForecast = ReturnType<typeof keptForecast>;

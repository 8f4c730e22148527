import type { Row } from '../core/exchange/sheets.ts';
import { forecastFrom, type CampusYear, type Forecast } from '../core/forecast/forecast.ts';
import { campusYearJson, rateText, regionYearJson } from '../core/forecast/forecast-json.ts';
import { groundOf, startYear, type Ground } from '../core/forecast/ground.ts';
import type { RateSource } from '../core/forecast/rates.ts';
import type { RegionYear } from '../core/forecast/region-year.ts';
import type { Pack } from '../core/policy/pack.ts';
import { loadForecastRows } from '../store/forecast-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { campusInReach, inReach, type InReach } from './in-reach.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { refuse } from './refuse.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';
import { short, shown, shownTarget } from './verdict-view.ts';

const YEARS = 10;

/** The forecast that `guantong forecast` makes, of the records of the region; nothing is stored. */
export function forecastHandlers(deps: Deps): Pick<Handlers, 'readForecast' | 'readCampusForecast'> {
  return {
    readForecast: (c) => storeOf(deps, c).read(async (tx) => {
      const { region, pack } = await placeOf(tx);
      const { years = YEARS, rates = 'pack', ...query } = c.req.valid('query');
      const day = dayOf(deps, { region, pack }, query);
      const reach = await inReach(tx, knownOf(day));
      const { ground, campuses, forecast } = await foresee(tx, pack, day, years, rates);
      const own = campuses.filter(({ campus_id }) => reach.campuses.has(campus_id));
      return c.json({
        on: day.on, pack: pack.header.id, sample: region.sample, may_plan: tx.actor.reach.get('planning.read') === '*', start: ground.start,
        rates: ratesShown(forecast, ground, reach),
        standards: standardHeads(forecast, pack),
        campuses: own.map(({ campus_id, name }) => ({ campus_id, name })),
        rows: forecast.rows.filter(({ campus_id }) => reach.campuses.has(campus_id))
          .map((row) => ({ ...figuresOf(row), campus_id: row.campus_id, verdicts: [...row.verdicts, ...row.notices].map(short) })),
        region: forecast.region.map(regionView),
      }, 200);
    }),
    readCampusForecast: (c) => storeOf(deps, c).read(async (tx) => {
      const { region, pack } = await placeOf(tx);
      const { years = YEARS, rates = 'pack', ...query } = c.req.valid('query');
      const day = dayOf(deps, { region, pack }, query);
      const { campus_id } = c.req.valid('param');
      if (!await campusInReach(tx, campus_id, knownOf(day))) return refuse(c, 'unknown_campus');
      const { ground, campuses, forecast } = await foresee(tx, pack, day, years, rates);
      const campus = campuses.find((one) => one.campus_id === campus_id);
      if (campus === undefined) return refuse(c, 'unknown_campus');
      const days = new Map(ground.rules.map(({ year, on }) => [year, on]));
      return c.json({
        on: day.on, pack: pack.header.id, campus_id, name: campus.name, school_id: campus.school_id,
        rates: ratesShown(forecast, ground, { campuses: new Set([campus_id]), schools: new Set() }),
        rows: forecast.rows.filter((row) => row.campus_id === campus_id).map((row) => ({
          ...figuresOf(row), on: days.get(row.year) ?? day.on, grades: row.grades,
          verdicts: [...row.verdicts, ...row.notices].map((verdict) => shown(verdict, pack)),
        })),
      }, 200);
    }),
  };
}

interface Foreseen {
  readonly ground: Ground;
  readonly campuses: readonly Row<'campuses'>[];
  readonly forecast: Forecast;
}

const kept = keptAnswers<Foreseen>();

/** The whole region is looked at, and kept while nothing in it changes; what of it is told is for the caller to cut. */
function foresee(tx: Transaction, pack: Pack, day: AskedDay, years: number, rates: RateSource): Promise<Foreseen> {
  return kept.get(tx, [...about(pack, day), String(years), rates], async () => {
    const dataset = await tx.whole((whole) => loadForecastRows(whole, knownOf(day)));
    const ground = groundOf(dataset, pack, day.on, startYear(day.on) + years);
    return { ground, campuses: ground.campuses.map(({ campus }) => campus), forecast: forecastFrom(ground, rates) };
  });
}

export function figuresOf(row: CampusYear) {
  const { year, students, capacity, needed, grant_due_yuan, grant_standard } = campusYearJson(row);
  return { year, students, capacity, needed, grant_due_yuan, grant_standard, grant_heads: { previous: row.grant.previous, current: row.grant.current } };
}

/** Which programme takes how many is told in the registers, to those who may read them. */
function regionView(row: RegionYear) {
  const { intakes, targets: _, ...figures } = regionYearJson(row);
  const assumed = intakes.filter(({ origin }) => origin === 'assumed' || origin === 'none');
  return { ...figures, intake_assumed: assumed.reduce((sum, { students }) => sum + students, 0), targets: row.targets.map(shownTarget) };
}

/** The rates that hold for all, and those of programmes taught in reach. */
function ratesShown({ rates }: Forecast, { programmes }: Ground, { campuses, schools }: InReach) {
  const own = new Set(programmes.flatMap(({ programme: { programme_id, campus_id, school_id } }) =>
    (schools.has(school_id) || (campus_id !== null && campuses.has(campus_id)) ? [programme_id] : [])));
  return rates.filter(({ programme_id }) => programme_id === null || own.has(programme_id)).map((rate) => ({ ...rate, value: rateText(rate.value) }));
}

function standardHeads({ rows }: Forecast, pack: Pack) {
  const [first] = rows;
  const ids = first === undefined ? [] : [...first.verdicts, ...first.notices].map(({ standard }) => standard);
  return ids.flatMap((id) => [...pack.standards, ...pack.schoolStandards].filter((standard) => standard.id === id))
    .map(({ id, clause, label, notice }) => ({ id, clause, label, notice }));
}

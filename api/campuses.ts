import { summaryOf } from '../core/check/check.ts';
import { factsToJson } from '../core/facts/facts-json.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { frozenUpTo, trendsOf } from './frozen.ts';
import { judgedCampus, judgedSchool } from './kept-verdicts.ts';
import { countyNames } from './overview.ts';
import { refuse } from './refuse.ts';
import { knownOf, loadOrganisations } from './region-verdicts.ts';
import { headOf, schoolView, shownAll } from './verdict-view.ts';

export function campusHandlers(deps: Deps): Pick<Handlers, 'readCampus' | 'readCampusFacts'> {
  return {
    readCampus: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const { region, pack } = place;
      const day = dayOf(deps, place, c.req.valid('query'));
      const { campus_id } = c.req.valid('param');
      const judged = await judgedCampus(tx, pack, campus_id, day);
      if (judged === null) return refuse(c, 'unknown_campus');
      const { result, campus } = judged;
      const organisations = await loadOrganisations(tx, knownOf(day));
      const parks = new Map((await loadRows(tx, 'parks', knownOf(day))).map((p) => [p.park_id, p]));
      const trends = trendsOf(await frozenUpTo(tx, day.on));
      const school = await judgedSchool(tx, pack, result.school_id, day);
      return c.json({
        ...headOf(campus, result, { organisations, parks, counties: countyNames(region, pack) }),
        on: day.on, sample: region.sample, summary: summaryOf(result.verdicts),
        verdicts: shownAll(campus_id, [...result.verdicts, ...result.composites], pack, trends),
        school_notices: school === null ? null : schoolView(school, organisations, pack, trends),
      }, 200);
    }),
    readCampusFacts: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const day = dayOf(deps, place, c.req.valid('query'));
      const { campus_id } = c.req.valid('param');
      const judged = await judgedCampus(tx, place.pack, campus_id, day);
      if (judged === null) return refuse(c, 'unknown_campus');
      const { facts } = judged.result;
      return c.json({ campus_id, on: day.on, pack: place.pack.header.id, facts: facts === null ? null : factsToJson(facts) }, 200);
    }),
  };
}

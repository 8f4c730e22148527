import type { z } from '@hono/zod-openapi';
import { countiesOnMap, parksOnMap } from '../core/facts/network.ts';
import { yearSeries } from '../core/facts/year-series.ts';
import { differenceOf } from '../store/snapshot-difference.ts';
import type { Region } from '../store/regions.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { Handlers } from './app.ts';
import type { readOverview } from './contract/overview.ts';
import { dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import { frozenUpTo, liveContent, trendsOf, type Frozen } from './frozen.ts';
import { contentInReach, inReach, resultInReach } from './in-reach.ts';
import { judgedRegion } from './kept-verdicts.ts';
import { knownOf, type AskedDay, type JudgedRegion } from './region-verdicts.ts';
import { campusLine, schoolView, shownTarget, type Names } from './verdict-view.ts';

type Overview = z.infer<(typeof readOverview.responses)[200]['content']['application/json']['schema']>;

export function overviewHandlers(deps: Deps): Pick<Handlers, 'readOverview' | 'listCampuses'> {
  return {
    readOverview: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const day = dayOf(deps, place, c.req.valid('query'));
      const { reach, judged } = await ownRegion(tx, place, day);
      const frozen = (await frozenUpTo(tx, day.on)).map((one) => ({ ...one, content: contentInReach(one.content, reach) }));
      return c.json(overviewOf(judged, place, frozen), 200);
    }),
    listCampuses: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const day = dayOf(deps, place, c.req.valid('query'));
      return c.json({ on: day.on, campuses: campusLines((await ownRegion(tx, place, day)).judged, place) }, 200);
    }),
  };
}

/** The judged region, cut to what the asker may see of it. */
async function ownRegion(tx: Transaction, { pack }: Place, day: AskedDay) {
  const reach = await inReach(tx, knownOf(day));
  const judged = await judgedRegion(tx, pack, day);
  return { reach, judged: { ...judged, result: resultInReach(judged.result, reach) } };
}

export function namesOf({ organisations, rows }: Pick<JudgedRegion, 'organisations' | 'rows'>, { region, pack }: Place): Names {
  return { organisations, parks: new Map((rows.parks ?? []).map((p) => [p.park_id, p])), counties: countyNames(region, pack) };
}

/** The counties that the region named itself, with the pack's English where it has one. */
export function countyNames(region: Region, pack: Pack): ReadonlyMap<string, Bilingual> {
  const known = new Map(pack.header.counties.map(({ code, name }) => [code, name]));
  return new Map(region.counties.map(({ code, name }) => [code, { zh: name, en: known.get(code)?.en ?? name }]));
}

function campusLines(judged: JudgedRegion, place: Place) {
  const names = namesOf(judged, place);
  const rows = new Map(judged.campuses.map((own) => [own.campus_id, own]));
  return judged.result.campuses.flatMap((result) => {
    const own = rows.get(result.campus_id);
    return own === undefined ? [] : [campusLine(own, result, names)];
  });
}

function overviewOf(judged: JudgedRegion, place: Place, frozen: readonly Frozen[]): Overview {
  const { result, rows } = judged;
  const { region, pack } = place;
  const on = result.as_of;
  const trends = trendsOf(frozen);
  return {
    on, pack: pack.header.id, sample: region.sample, summary: result.summary,
    standards: [
      ...pack.standards.map(({ id, clause, label }) => ({ id, clause, label, composite: false })),
      ...pack.composites.map(({ id, clause, label }) => ({ id, clause, label, composite: true })),
    ],
    campuses: campusLines(judged, place), campuses_in_region: judged.campuses.length,
    schools: result.schools.map((school) => schoolView(school, judged.organisations, pack, trends)),
    targets: result.targets.map(shownTarget),
    years: yearSeries(rows, on),
    counties: countiesOnMap(rows, on, countyNames(region, pack)),
    parks: parksOnMap(rows, on),
    since: sinceLast(judged, frozen.filter(({ head }) => head.on < on).at(-1)),
  };
}

function sinceLast({ result, organisations }: JudgedRegion, last: Frozen | undefined): Overview['since'] {
  if (last === undefined) return null;
  const campuses = new Map([...last.content.campuses, ...result.campuses].map(({ campus_id, name }) => [campus_id, name]));
  const targets = new Map(result.targets.map((t) => [`${t.standard}/${t.part}`, t.label.zh]));
  const { verdicts } = differenceOf(last.content, liveContent(result));
  return {
    snapshot_id: String(last.head.snapshot_id), on: last.head.on,
    changes: verdicts.map(({ campus_id, school_id, standard, part, before, after }) => ({
      of: campus_id !== null ? 'campus' : school_id !== null ? 'school' : 'target',
      id: campus_id ?? school_id ?? standard,
      name: campus_id !== null ? (campuses.get(campus_id) ?? campus_id)
        : school_id !== null ? (organisations.get(school_id)?.name ?? school_id) : (targets.get(`${standard}/${part}`) ?? standard),
      standard, before: before?.outcome ?? null, after: after?.outcome ?? null,
      value_before: before?.value ?? null, value_after: after?.value ?? null,
    })),
  };
}

import type { z } from '@hono/zod-openapi';
import { countyReach, countyService } from '../core/facts/coverage.ts';
import { intakeOf } from '../core/facts/intake.ts';
import type { RegionRows } from '../core/facts/region-rows.ts';
import { latestOn } from '../core/facts/students.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import { inForce } from '../core/values/period.ts';
import { date, yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { differenceOf } from '../store/snapshot-difference.ts';
import type { Region } from '../store/regions.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { Handlers } from './app.ts';
import type { readOverview } from './contract/overview.ts';
import { dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import { frozenUpTo, liveContent, trendsOf, type Frozen } from './frozen.ts';
import { judgeRegion, type JudgedRegion } from './region-verdicts.ts';
import { campusLine, schoolView, shownTarget, type Names } from './verdict-view.ts';

type Overview = z.infer<(typeof readOverview.responses)[200]['content']['application/json']['schema']>;

export function overviewHandlers(deps: Deps): Pick<Handlers, 'readOverview' | 'listCampuses'> {
  return {
    readOverview: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const day = dayOf(deps, place, c.req.valid('query'));
      const judged = await judgeRegion(tx, place.pack, day);
      return c.json(overviewOf(judged, place, await frozenUpTo(tx, day.on)), 200);
    }),
    listCampuses: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const day = dayOf(deps, place, c.req.valid('query'));
      return c.json({ on: day.on, campuses: campusLines(await judgeRegion(tx, place.pack, day), place) }, 200);
    }),
  };
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
  const rows = new Map(judged.campuses.map((own) => [own.campus.campus_id, own]));
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
    campuses: campusLines(judged, place),
    schools: result.schools.map((school) => schoolView(school, judged.organisations, pack, trends)),
    targets: result.targets.map(shownTarget),
    years: yearSeries(rows, on),
    counties: countiesOf(rows, on, countyNames(region, pack)),
    parks: parksOf(rows, on),
    since: sinceLast(judged, frozen.filter(({ head }) => head.on < on).at(-1)),
  };
}

/** 1.2-b: schools of the pilot and their intake by year; a year with fewer than the year before it is marked. */
function yearSeries(rows: RegionRows, on: PlainDate): Overview['years'] {
  const latest = [...groupBy(rows.schools ?? [], (r) => r.school_id).values()].flatMap((own) => latestOn(own, on, (r) => r.on) ?? []);
  const starts = latest.flatMap((r) => (r.pilot_from === null ? [] : [yearOf(r.pilot_from)]));
  const named = [...starts, ...(rows.intakes ?? []).map((r) => r.year), ...(rows.cohorts ?? []).map((r) => r.year)];
  if (named.length === 0) return [];
  const [first, last] = [Math.min(...named), Math.max(yearOf(on), ...(rows.intakes ?? []).map((r) => r.year))];
  const years: Overview['years'][number][] = [];
  for (let year = first; year <= last; year += 1) {
    // The current year is counted on the day asked about, so that a school that joins later is not in it yet.
    const day = year === yearOf(on) ? on : date(`${year}-12-31`);
    const planned = year > yearOf(on);
    const schools = latest.filter((r) => r.pilot_from !== null && inForce({ from: r.pilot_from, to: r.pilot_to }, day)).length;
    const registered = intakeOf(rows, year).value;
    const plan = (rows.intakes ?? []).filter((r) => r.year === year).reduce((sum, r) => sum + (r.planned ?? 0), 0);
    const intake = planned ? plan : registered === null ? null : Number(registered.total.n / registered.total.d);
    const before = years.at(-1);
    years.push({
      year, schools, intake, planned,
      schools_fell: before !== undefined && schools < before.schools,
      intake_fell: before !== undefined && before.intake !== null && intake !== null && intake < before.intake,
    });
  }
  return years;
}

/** 1.2-a, 1.2-g: both ways to be covered, by a recognised campus standing there and by a formal service. */
function countiesOf(rows: RegionRows, on: PlainDate, counties: ReadonlyMap<string, Bilingual>): Overview['counties'] {
  const codes = [...counties.keys()];
  const notLocated = new Set(countyReach(rows, codes).value?.without ?? codes);
  const notServed = new Set(countyService(rows, codes, on).value?.without ?? codes);
  return [...counties].map(([code, name]) => ({
    code, name, located: !notLocated.has(code), served: !notServed.has(code),
    campuses: (rows.campuses ?? []).filter((r) => r.division_code === code && r.status !== 'closed').map((r) => r.campus_id),
  }));
}

function parksOf(rows: RegionRows, on: PlainDate): Overview['parks'] {
  const served = new Set(rows.services.filter((s) => inForce(s, on)).map((s) => s.park_id));
  return (rows.parks ?? []).map(({ park_id, name, division_code, main }) => {
    const here = (rows.campuses ?? []).filter((r) => r.park_id === park_id && r.status !== 'closed');
    return {
      park_id, name, division_code, main, served: served.has(park_id),
      located: here.some((r) => r.status === 'recognised'), campuses: here.map((r) => r.campus_id),
    };
  });
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

import type { Changes } from '../check/changes.ts';
import { applyChanges } from '../check/what-if.ts';
import type { CampusYearGround } from '../forecast/campus-ground.ts';
import { groundWithIntakes } from '../forecast/changed-intakes.ts';
import type { Ground, PayingCampus } from '../forecast/ground.ts';
import { headsOf } from '../forecast/heads.ts';
import { pathsFrom } from '../forecast/path.ts';
import { sum, ZERO, type Exact } from '../values/exact.ts';
import { credentialsOf, type Credentials, type Hired } from './credentials.ts';
import { wholeUnit, type Stock } from './offers.ts';
import type { Decision } from './plan.ts';
import type { Situation } from './situation.ts';
import { brought, type Holding } from './stock.ts';

/** The ground of the forecast with a plan carried out: what is judged is what would be on record. */
export function plannedGround(situation: Situation, decisions: readonly Decision[]): Ground {
  const ground = takenIn(situation, decisions);
  const empty = emptyIn(ground, situation);
  return { ...ground, campuses: ground.campuses.map((campus) => givenCampus(ground, campus, decisions, (index) => empty(campus, index))) };
}

/** By campus, the degrees and titles that a plan counts on. */
export function plannedCredentials(situation: Situation, decisions: readonly Decision[]): ReadonlyMap<string, Credentials> {
  const ground = takenIn(situation, decisions);
  const empty = emptyIn(ground, situation);
  return new Map(ground.campuses.map((campus) => [campus.campus.campus_id, neededBy(ground, campus, ownOf(campus, decisions), (index) => empty(campus, index))]));
}

function emptyIn(ground: Ground, { rates }: Situation): (campus: PayingCampus, index: number) => boolean {
  const paths = pathsFrom(ground, rates);
  return (campus, index) => headsOf(campus, paths, index, ground.heads_unknown).students === 0;
}

/** With the classes that are added, and the campuses that are opened. */
function takenIn(situation: Situation, decisions: readonly Decision[]): Ground {
  const classes = decisions.filter(({ option }) => option.kind === 'class');
  const added = (programme_id: string, year: number) => classes.filter((one) => one.programme_id === programme_id && one.year === year)
    .reduce((heads, { option, count }) => heads + count * wholeUnit(option), 0);
  const regions = new Map(situation.ground.rules.map(({ year }) => [year, withOpened(situation, decisions, year)]));
  return groundWithIntakes(situation, added, (year) => regions.get(year) ?? situation.region);
}

/** The region's records once the campuses opened by a year are recognised. */
function withOpened({ region }: Situation, decisions: readonly Decision[], year: number): Situation['region'] {
  const opened = decisions.filter(({ option, year: from }) => option.kind === 'campus' && from <= year);
  const named = new Set(opened.map(({ campus_id }) => campus_id));
  if (opened.length === 0) return region;
  const [like] = region.campuses ?? [];
  const fresh = like === undefined ? [] : opened.flatMap(({ campus_id, division_code, park_id, option }) => (campus_id !== null || division_code === null ? []
    : [{ ...like, row: 0, campus_id: `${option.option_id} ${division_code}`, name: option.option_id, division_code, park_id, status: 'recognised' as const }]));
  return { ...region, campuses: region.campuses && [...region.campuses.map((campus) => (named.has(campus.campus_id) ? { ...campus, status: 'recognised' as const } : campus)), ...fresh] };
}

type Given = Decision & { readonly option: Holding['option'] };

function givenCampus(ground: Ground, campus: PayingCampus, decisions: readonly Decision[], empty: (index: number) => boolean): PayingCampus {
  const own = ownOf(campus, decisions);
  if (own.length === 0) return campus;
  const needed = neededBy(ground, campus, own, empty);
  const years = campus.years.map((year, index): CampusYearGround => {
    const { facts } = year;
    const rules = ground.rules[index];
    const given = own.filter((one) => rules !== undefined && one.year <= rules.year);
    if (facts === null || rules === undefined || given.length === 0) return year;
    const more = applyChanges(facts, changesOf(given, needed));
    return { facts: more, capacity: rules.capacityOf(more) };
  });
  return { ...campus, years };
}

function ownOf({ campus: { campus_id } }: PayingCampus, decisions: readonly Decision[]): Given[] {
  return decisions.filter((one): one is Given => one.campus_id === campus_id && one.option.kind !== 'class' && one.option.kind !== 'campus');
}

function neededBy(ground: Ground, campus: PayingCampus, own: readonly Given[], empty: (index: number) => boolean): Credentials {
  return credentialsOf(campus.years.flatMap(({ facts }, index): Hired[] => {
    const rules = ground.rules[index];
    if (facts === null || rules === undefined) return [];
    const given = own.filter(({ year }) => year <= rules.year);
    return [{ facts, parameters: rules.judging.parameters, teachers: headsIn(given, 'teacher'), ideology_teachers: headsIn(given, 'ideology_teacher'), empty: index === 0 || empty(index) }];
  }));
}

function changesOf(given: readonly Given[], needed: Credentials): Changes {
  const heads = (kind: Stock) => headsIn(given, kind);
  const [teachers, ideology_teachers] = [heads('teacher'), heads('ideology_teacher')];
  const hired = teachers + ideology_teachers;
  const ideology_masters = Math.min(ideology_teachers, needed.ideology_masters);
  return {
    teaching_area_m2: total(given, 'room'), dormitory_area_m2: total(given, 'dormitory'), land_area_m2: total(given, 'land'), equipment_yuan: total(given, 'equipment'),
    teachers, ideology_teachers, ideology_masters, masters: Math.max(ideology_masters, Math.min(hired, needed.masters)), seniors: Math.min(hired, needed.seniors),
    counsellors: heads('counsellor'), psychologists: heads('psychologist'),
  };
}

function total(given: readonly Given[], kind: Stock): Exact {
  const own = given.filter(({ option }) => option.kind === kind);
  return own.length === 0 ? ZERO : sum(own.map(({ option, count }) => brought(option, count)));
}

function headsIn(given: readonly Given[], kind: Stock): number {
  const { n, d } = total(given, kind);
  return Number(n / d);
}

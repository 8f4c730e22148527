import { groupBy } from '../facts/campus-rows.ts';
import { parkReach } from '../facts/coverage.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { exact, multiply, ONE, ZERO } from '../values/exact.ts';
import { sumOf, type Level } from './levels.ts';
import { constant, minus, NOTHING, plus, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import { costOf, yearsOf, type Offers } from './offers.ts';
import type { Situation } from './situation.ts';

/** A campus that is made ready and recognised, or a new one in a county that has none. */
export interface Opening {
  readonly choice: number;
  readonly option: Offers['campuses'][number];
  /** Null: a new campus. */
  readonly campus_id: string | null;
  readonly division_code: string;
  readonly park_id: string | null;
  readonly year: number;
}

export function writeOpenings(situation: Situation, { campuses }: Offers, levels: readonly Level[], draft: Draft): Opening[] {
  const { first, last, weight } = situation;
  const openings = campuses.flatMap((option) => placesOf(situation, option).flatMap((place) => yearsOf(option, first, last).map((year) => ({
    choice: draft.choice({ name: `${option.option_id} ${place.campus_id ?? place.division_code} in ${year}`, most: 1, cost_yuan: multiply(weight('campus'), costOf(option, last - year + 1)) }),
    option, year, ...place,
  }))));
  // A campus is opened once, and a county gets one new school at most (1.2-a).
  for (const [, same] of groupBy(openings, ({ campus_id, division_code }) => campus_id ?? division_code)) draft.ask(null, atMost(1, same));
  for (const { option_id, max } of campuses) {
    if (max !== null) draft.ask(null, atMost(max, openings.filter(({ option }) => option.option_id === option_id)));
  }
  for (const [campus_id, own] of groupBy(openings, (one) => one.campus_id)) openFirst(own, levels.filter(({ programme }) => programme.campus_id === campus_id), draft);
  return openings;
}

type Where = Pick<Opening, 'campus_id' | 'division_code' | 'park_id'>;

/** The campus that an option names unless it is recognised already, or every county of the pack without a campus. */
function placesOf(situation: Situation, { campus_id }: Opening['option']): Where[] {
  if (campus_id === null) return newCounties(situation).map((division_code) => ({ campus_id, division_code, park_id: firstPark(situation, division_code) }));
  return situation.ground.campuses.flatMap(({ campus }) => (campus.campus_id !== campus_id || campus.status === 'recognised' ? []
    : [{ campus_id, division_code: campus.division_code, park_id: campus.park_id }]));
}

function newCounties({ pack, region }: Situation): string[] {
  const there = new Set((region.campuses ?? []).filter(({ status }) => status === 'recognised').map(({ division_code }) => division_code));
  return pack.header.counties.map(({ code }) => code).filter((code) => !there.has(code));
}

/** A new campus goes into the main park of its county, if there is one. */
function firstPark({ region }: Situation, division_code: string): string | null {
  return (region.parks ?? []).find((park) => park.main && park.division_code === division_code)?.park_id ?? null;
}

function atMost(most: number, openings: readonly Opening[]): Linear {
  return plus(constant(exact(most)), ...openings.map(({ choice }) => variable(choice, exact(-1))));
}

/** Students who are added to a campus that can be opened find it open when they come, three years later. */
function openFirst(own: readonly Opening[], levels: readonly Level[], draft: Draft): void {
  for (const [, same] of groupBy(levels, ({ programme, year }) => `${programme.programme_id} ${year}`)) {
    const arrive = (same[0]?.year ?? 0) + YEARS_TO_GRADE_4;
    draft.ask(null, minus(sumOfOpenings(own, arrive), sumOf(same, () => 1)));
  }
}

const YEARS_TO_GRADE_4 = 3;

function sumOfOpenings(openings: readonly Opening[], year: number): Linear {
  return openings.filter((one) => one.year <= year).reduce((sum, { choice }) => plus(sum, variable(choice)), NOTHING);
}

/** Places that nobody reaches without a plan, and those of them that the campuses opened by a year reach (1.2-g). */
export function reachedBy(situation: Situation, openings: readonly Opening[], { year, on }: { readonly year: number; readonly on: PlainDate }, kind: 'park' | 'county', draft: Draft): Linear {
  const without = kind === 'county' ? newCounties(situation) : parkReach(situation.region, on).value?.without ?? [];
  return without.reduce((sum, place) => {
    const ways = openings.filter(({ division_code, park_id }) => (kind === 'county' ? division_code : park_id) === place);
    if (ways.length === 0) return sum;
    const reached = variable(draft.choice({ name: `${place} reached by ${year}`, most: 1, cost_yuan: ZERO }), ONE);
    draft.ask(null, minus(sumOfOpenings(ways, year), reached));
    return plus(sum, reached);
  }, NOTHING);
}

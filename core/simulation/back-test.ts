import type { Dataset } from '../exchange/sheets.ts';
import { groundOf, startYear, type Ground } from '../forecast/ground.ts';
import { pathsFrom } from '../forecast/path.ts';
import type { RateSource } from '../forecast/rates.ts';
import { headsIn } from '../forecast/step.ts';
import { dayOf, planningOn } from '../forecast/year-rules.ts';
import type { Pack } from '../policy/pack.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What would have been foreseen from an autumn of the past, beside what came. */
export interface BackTest {
  /** The autumn from which it was looked ahead. */
  readonly from_year: number;
  readonly year: number;
  readonly secondary: Compared;
  readonly higher: Compared;
}

export interface Compared {
  readonly foreseen: number;
  readonly actual: number;
}

const MOST_YEARS = 5;

/**
 * Looks ahead from earlier autumns to the one that the day belongs to, by the records of those days, and compares.
 * New students are those who came: it is the rates that are tried. An autumn without anybody on the roll says nothing.
 */
export function backTests(dataset: Dataset, pack: Pack, on: PlainDate, source: RateSource): BackTest[] {
  const year = startYear(on);
  const now = groundOf(dataset, pack, on, year);
  const planning = planningOn(pack, on);
  return Array.from({ length: MOST_YEARS }, (_, at) => year - at - 1).flatMap((from_year) => {
    const then = groundOf(dataset, pack, dayOf(from_year, planning), year);
    if (then.programmes.every(({ state }) => headsIn(state) === 0)) return [];
    const last = pathsFrom(then, source).all.map(({ grades }) => grades.at(-1));
    const foreseen = (from: number, to: number) => last.reduce((sum, grades) => sum + (grades?.slice(from, to) ?? []).reduce((heads, one) => heads + one, 0), 0);
    return [{ from_year, year, secondary: { foreseen: foreseen(0, SECONDARY), actual: headsNow(now, 0, SECONDARY) }, higher: { foreseen: foreseen(SECONDARY, ALL), actual: headsNow(now, SECONDARY, ALL) } }];
  });
}

const SECONDARY = 3;
const ALL = 5;

function headsNow({ programmes }: Ground, from: number, to: number): number {
  return programmes.reduce((sum, { state }) => sum + state.slice(from, to).reduce((heads, one) => heads + one, 0), 0);
}

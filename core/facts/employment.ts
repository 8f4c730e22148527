import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import { exact, type Exact } from '../values/exact.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { Row } from '../exchange/sheets.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { groupBy } from './campus-rows.ts';
import type { RegionRows } from './region-rows.ts';
import { choiceOf, listOf } from './rules.ts';

/** Where the graduates of a calendar year went (B40–B43). */
export interface Destinations {
  readonly graduates: Exact;
  /** Those whose destination is recorded. */
  readonly recorded: Exact;
  /** Employed at a workplace in the region; enlistment is not employment here. */
  readonly local: Exact;
  readonly employed: Exact;
  /** Further study, abroad, enlisted: left out of the denominator. */
  readonly set_aside: Exact;
}

/** What counts as what among destination codes; `aside` leaves the denominator. */
export interface DestinationCodes {
  readonly not_employed: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
  readonly local_prefix: string;
}

export function destinationCodes(parameters: ParametersInForce): DestinationCodes {
  return {
    not_employed: new Set(listOf(parameters, 'local_rate.not_employed')),
    aside: new Set(listOf(parameters, 'local_rate.set_aside')),
    local_prefix: choiceOf(parameters, 'local.area'),
  };
}

/** Each graduate's destination is the latest recorded by 31 August of the year and by the day itself. */
export function destinationsOf(rows: RegionRows, on: PlainDate, codes: DestinationCodes): Fact<Destinations> {
  if (rows.graduates === null) return unreported('students');
  const year = yearOf(on);
  const graduates = new Map(rows.graduates.filter((r) => yearOf(r.from) === year && r.from <= on).map((r) => [r.student_id, r]));
  if (graduates.size > 0 && rows.destinations === null) return unreported('destinations');
  const closing = date(`${year}-08-31`);
  const by = on < closing ? on : closing;
  const recorded = groupBy(
    (rows.destinations ?? []).filter((d) => d.recorded_on <= by && graduates.has(d.student_id)),
    (d) => d.student_id,
  );
  const latest = [...recorded.values()].map((ds) => ds.reduce((a, b) => (b.recorded_on > a.recorded_on ? b : a)));
  const aside = latest.filter((d) => codes.aside.has(d.code));
  const employed = latest.filter((d) => !codes.not_employed.has(d.code) && !codes.aside.has(d.code));
  const local = employed.filter((d) => isLocal(d, codes.local_prefix));
  return known(
    { graduates: exact(graduates.size), recorded: exact(latest.length), local: exact(local.length), employed: exact(employed.length), set_aside: exact(aside.length) },
    [rowsOf('students', [...graduates.values()]), rowsOf('destinations', latest)],
  );
}

function isLocal(destination: Row<'destinations'>, prefix: string): boolean {
  return destination.workplace_division?.startsWith(prefix) ?? false;
}

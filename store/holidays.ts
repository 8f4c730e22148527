import type { HolidayYear } from '../core/duties/holidays.ts';
import { holidayProblem, PUBLISHED_HOLIDAYS } from '../core/duties/published-holidays.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** A year's table as it holds in the region. */
export interface HolidayTable extends HolidayYear {
  /** How often it was entered here; 0 as it was published. */
  readonly version: number;
  readonly source: string;
  readonly recorded_at: Instant | null;
  readonly recorded_by: string | null;
}

interface Row {
  readonly year: number;
  readonly version: number;
  readonly off_days: readonly PlainDate[];
  readonly worked_days: readonly PlainDate[];
  readonly source: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

const COLUMNS = 'year, version, off_days::text[], worked_days::text[], source, recorded_at, recorded_by';

function tableOf({ off_days, worked_days, ...rest }: Row): HolidayTable {
  return { ...rest, off: new Set(off_days), worked: new Set(worked_days) };
}

const published: readonly HolidayTable[] = PUBLISHED_HOLIDAYS.map(({ source, ...year }) => ({ ...year, source: source.zh, version: 0, recorded_at: null, recorded_by: null }));

/** The table of each year that has one: as it was entered last, else as it was published. */
export async function holidayTables(tx: Transaction): Promise<ReadonlyMap<number, HolidayTable>> {
  const rows = await tx.query<Row>(`select distinct on (year) ${COLUMNS} from holiday_years where region_id = $1 order by year, version desc`, [tx.actor.region_id]);
  return new Map([...published, ...rows.map(tableOf)].map((table): [number, HolidayTable] => [table.year, table]).sort(([a], [b]) => a - b));
}

/** Everything that a year's table ever was, latest first; the published one last. */
export async function holidayHistory(tx: Transaction, year: number): Promise<HolidayTable[]> {
  const rows = await tx.query<Row>(`select ${COLUMNS} from holiday_years where region_id = $1 and year = $2 order by version desc`, [tx.actor.region_id, year]);
  return [...rows.map(tableOf), ...published.filter((table) => table.year === year)];
}

/** A table as somebody enters it, and the version that they saw. */
export interface EnteredHolidays {
  readonly year: number;
  readonly off: readonly PlainDate[];
  readonly worked: readonly PlainDate[];
  readonly source: string;
  readonly version: number;
}

export type EnterOutcome =
  | { readonly outcome: 'done'; readonly table: HolidayTable }
  | { readonly outcome: 'holidays_not_possible'; readonly why: NonNullable<ReturnType<typeof holidayProblem>> }
  | { readonly outcome: 'changed_meanwhile' };

/** Enters or corrects the table of a year: a new version beside the earlier ones. */
export async function enterHolidays(tx: Transaction, { year, off, worked, source, version }: EnteredHolidays): Promise<EnterOutcome> {
  const why = holidayProblem({ year, off: new Set(off), worked: new Set(worked) });
  if (why !== null) return { outcome: 'holidays_not_possible', why };
  const { region_id, account } = tx.actor;
  const [latest] = await tx.arrays('select coalesce(max(version), 0) from holiday_years where region_id = $1 and year = $2', [region_id, year]);
  if (Number(latest?.[0]) !== version) return { outcome: 'changed_meanwhile' };
  const days = (all: readonly PlainDate[]): PlainDate[] => [...new Set(all)].sort();
  const [row] = await tx.query<Row>(
    `insert into holiday_years (region_id, year, version, off_days, worked_days, source, recorded_at, recorded_by)
     values ($1, $2, $3, $4::date[], $5::date[], $6, clock_timestamp(), $7) on conflict do nothing returning ${COLUMNS}`,
    [region_id, year, version + 1, days(off), days(worked), source, account]);
  if (row === undefined) return { outcome: 'changed_meanwhile' };
  await tx.audit({ action: 'holidays.enter', object: `holidays/${year}`, detail: { version: version + 1, off: days(off), worked: days(worked), source } });
  return { outcome: 'done', table: tableOf(row) };
}

/** The years around a day that people look at: those with a table, and this one and the next. */
export function yearsShown(tables: ReadonlyMap<number, HolidayTable>, today: PlainDate): number[] {
  return [...new Set([...tables.keys(), yearOf(today), yearOf(today) + 1])].sort((a, b) => a - b);
}

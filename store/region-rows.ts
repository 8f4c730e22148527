import { kindOf } from '../core/access/kinds.ts';
import { mayAtAll } from '../core/access/reach.ts';
import { sheetNames } from '../core/exchange/sheets.ts';
import type { Dataset, Row, SheetName } from '../core/exchange/sheets.ts';
import type { Cohort, RegionRows } from '../core/facts/region-rows.ts';
import { loadRows } from './campus-rows.ts';
import type { AsKnown } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import { lastMoment, standing } from './known-time.ts';
import { maskRows } from './personal-rows.ts';
import type { Transaction } from './transaction.ts';

/** What the targets of a region ask; students are counted in SQL, everything else is loaded. To be called within `tx.whole`. */
export async function loadRegionRows(tx: Transaction, known: AsKnown = {}): Promise<RegionRows> {
  const reported = await reportedSheets(tx, lastMoment(known.known_on));
  const whole = async <S extends SheetName>(sheet: S): Promise<Row<S>[] | null> =>
    (reported.has(sheet) ? loadRows(tx, sheet, known) : null);
  const [schools, campuses, parks, services, intakes, destinations] = await Promise.all([
    whole('schools'), whole('campuses'), whole('parks'), whole('services'), whole('intakes'), whole('destinations'),
  ]);
  const students = reported.has('students');
  return {
    schools, campuses, parks, services: services ?? [], intakes, destinations,
    cohorts: students ? await loadCohorts(tx, known) : null,
    graduates: students ? await loadRows(tx, 'students', known, 'r.status = $2', 'graduated') : null,
  };
}

/** To be called within `tx.whole`. Distinct students by programme and year of entry; the school is that of the first row, as in `core`. */
async function loadCohorts(tx: Transaction, { known_on }: AsKnown): Promise<Cohort[]> {
  const moment = lastMoment(known_on);
  const rows = await tx.query<{ programme_id: string; school_id: string; year: number; students: bigint }>(
    `select programme_id, (array_agg(school_id order by record_id))[1] as school_id, cohort as year, count(distinct student_id) as students
     from register_students r where r.region_id = $1 and ${standing('r', moment === null ? undefined : '$2')}
     group by programme_id, cohort order by min(record_id)`,
    moment === null ? [tx.actor.region_id] : [tx.actor.region_id, moment]);
  return rows.map((row) => ({ ...row, students: Number(row.students) }));
}

/**
 * The region as a dataset, as `check` takes it: a sheet that was never reported is absent, one that was
 * reported as empty is an empty list. Of everything only what is in the actor's reach. `row` is the record id;
 * personal values are tokens.
 */
export async function loadDataset(
  tx: Transaction, known: AsKnown = {}, names: readonly SheetName[] = sheetNames,
): Promise<Dataset> {
  // What was reported is asked of the whole region: whose import it was does not matter here.
  const reported = await tx.whole((whole) => reportedSheets(whole, lastMoment(known.known_on)));
  const dataset: Partial<Record<SheetName, readonly unknown[]>> = {};
  for (const name of names) {
    if (reported.has(name) && mayAtAll(tx.actor.reach, kindOf(name), 'read')) dataset[name] = await loadRows(tx, name, known);
  }
  return dataset as Dataset;
}

/** The same as it leaves the house: personal values are masked, and a mask that comes back stands for its value. */
export async function loadExport(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  const dataset: Partial<Record<SheetName, readonly unknown[]>> = {};
  for (const [name, rows] of Object.entries(await loadDataset(tx, known))) {
    dataset[name as SheetName] = await maskRows(tx, name as SheetName, rows as readonly Readonly<Record<string, unknown>>[]);
  }
  return dataset as Dataset;
}

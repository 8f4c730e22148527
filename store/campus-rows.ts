import type { Row, SheetName } from '../core/exchange/sheets.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import type { CampusRows } from '../core/facts/campus-rows.ts';
import { lastMoment, standing } from './known-time.ts';
import type { Known } from './known-time.ts';
import { columnList, registerNamed } from './register-columns.ts';
import type { Register } from './register-columns.ts';
import { rowDecoder } from './register-rows.ts';
import type { Transaction } from './transaction.ts';
import { withinReach } from './within-reach.ts';

/** What part of the knowledge to load; everything known now when absent. */
export interface AsKnown {
  readonly known_on?: Known;
}

/**
 * Rows of a sheet that stand, are in the actor's reach and meet a condition, in the order in which they were recorded; `row` is the record
 * id. The condition speaks of `r` and of `$2`.
 */
export async function loadRows<S extends SheetName>(
  tx: Transaction, sheet: S, { known_on }: AsKnown, condition = '', value?: unknown,
): Promise<Row<S>[]> {
  const register = registerNamed(sheet) as Register & { readonly name: S };
  const values: unknown[] = condition === '' ? [tx.actor.region_id] : [tx.actor.region_id, value];
  const moment = lastMoment(known_on);
  const known = moment === null ? standing('r') : standing('r', `$${values.push(moment)}`);
  const reach = withinReach(tx, register, (labels) => `$${values.push(labels)}`);
  const rows = await tx.arrays(
    `select r.record_id, ${columnList(register, 'r.')} from ${register.table} r
     where r.region_id = $1 and ${known}${condition === '' ? '' : ` and ${condition}`}${reach} order by r.record_id`, values);
  return rows.map(rowDecoder(register));
}

/**
 * Everything that a judge of one campus needs, found by index: the work does not depend on how many other
 * campuses the region has. Null when there is no such campus.
 */
export async function loadCampusRows(tx: Transaction, campus_id: string, known: AsKnown = {}): Promise<CampusRows | null> {
  const ofCampus = <S extends SheetName>(sheet: S, condition = ''): Promise<Row<S>[]> =>
    loadRows(tx, sheet, known, `r.campus_id = $2${condition}`, campus_id);
  const higher = ` and r.stage = 'higher'`;
  const [campuses, rooms, land, facilities, bases, equipment, classes, teaching, headcounts, students, staff] = await Promise.all([
    loadRows(tx, 'campuses', known, 'r.key = $2', campus_id),
    ofCampus('rooms'), ofCampus('land'), ofCampus('facilities'), ofCampus('bases'), ofCampus('equipment'),
    ofCampus('classes'), ofCampus('teaching'), ofCampus('headcounts'), ofCampus('students', higher), ofCampus('staff', higher),
  ]);
  const campus = campuses[0];
  if (campus === undefined) return null;
  const persons = new Set([...staff, ...teaching].map(({ person_id }) => person_id));
  const [posts, programmes] = await Promise.all([
    loadRows(tx, 'staff', known, 'r.person_id = any($2::text[])', [...persons]),
    loadRows(tx, 'programmes', known, 'r.key = any($2::text[])', [...new Set(students.map(({ programme_id }) => programme_id))]),
  ]);
  return {
    campus, rooms, land, facilities, bases, equipment, classes, teaching, headcounts, students, staff,
    staff_of_persons: groupBy(posts, ({ person_id }) => person_id),
    higher_codes: new Map(programmes.map(({ programme_id, higher_code }) => [programme_id, higher_code])),
  };
}

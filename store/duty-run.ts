import { createHash } from 'node:crypto';
import { dutiesOf, type DutyDeclaration, type ValueOf } from '../core/duties/declaration.ts';
import { owed, type Duty } from '../core/duties/duty.ts';
import { changedParameters, type ParameterChange } from '../core/policy/changed-pack.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { parametersOn, type Parameter } from '../core/verdict/parameter.ts';
import { loadParameterChanges } from './changed-parameters.ts';
import type { Database } from './database.ts';
import { findChanged, type ChangedSubject } from './duty-changes.ts';
import { EVENT_SOURCES } from './duty-events/sources.ts';
import { tellRungs } from './duty-messages.ts';
import { keepDuties, liftDuties, type Reckoned } from './duty-rows.ts';
import { goLiveOf } from './duty-start.ts';
import { holidayTables, type HolidayTable } from './holidays.ts';
import { PROGRAM, programActor } from './program-actor.ts';
import type { Transaction } from './transaction.ts';

/** What the duties of a region are worked out by. */
export interface Reckoning {
  readonly today: PlainDate;
  readonly duties: readonly DutyDeclaration[];
  /** With their dates: each duty goes by those of the day on which it began. The region's own decisions are added to them. */
  readonly parameters: readonly Parameter[];
}

/** How many duties began, ended, began anew, fell away, had their deadline moved, and how many rungs were told. */
export type Counts = Readonly<Record<'opened' | 'closed' | 'reopened' | 'lifted' | 'moved' | 'told', number>>;

const NOTHING: Counts = { opened: 0, closed: 0, reopened: 0, lifted: 0, moved: 0, told: 0 };

/**
 * Brings the duties of a region to where registers, holidays and the day say they are, in one transaction: whatever
 * happened since the last time, in whichever order it was recorded, each beginning, end and rung is written once.
 */
export function reckonDuties(db: Database, region_id: number, reckoning: Reckoning): Promise<Counts> {
  return db.as(programActor(region_id)).write((tx) => reckon(tx, reckoning));
}

async function reckon(tx: Transaction, { today, duties, parameters: given }: Reckoning): Promise<Counts> {
  if (tx.actor.account !== PROGRAM) throw new Error('duties are worked out by the program');
  await lockRun(tx);
  // Whole registers are joined; what the planner believes of so many steps would lead it row by row through them.
  await tx.query(`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`);
  const changes = await loadParameterChanges(tx);
  const parameters = changedParameters(given, changes);
  const world: World = { today, go_live: await goLiveOf(tx), holidays: await holidayTables(tx), changes, ruled_from: parameters.map(({ from }) => from).sort()[0] ?? null, value: valuesOn(parameters, today) };
  const totals: Record<keyof Counts, number> = { ...NOTHING };
  for (const duty of dutiesOf(duties, parameters)) {
    const counts = await reckonDuty(tx, duty, world);
    for (const [name, many] of Object.entries(counts) as [keyof Counts, number][]) totals[name] += many;
  }
  if (Object.values(totals).some((many) => many > 0)) await tx.audit({ action: 'duties.reckon', object: 'duties', detail: { today, ...totals } });
  else tx.unaudited('nothing came of it');
  return totals;
}

/** Two reckonings of a region go one after the other; the second finds what the first has done. */
async function lockRun(tx: Transaction): Promise<void> {
  await tx.change('insert into duty_runs (region_id) values ($1) on conflict do nothing', [tx.actor.region_id]);
  await tx.change('update duty_runs set ran_at = clock_timestamp() where region_id = $1', [tx.actor.region_id]);
}

interface World {
  readonly today: PlainDate;
  readonly go_live: PlainDate;
  readonly holidays: ReadonlyMap<number, HolidayTable>;
  readonly changes: readonly ParameterChange[];
  readonly ruled_from: PlainDate | null;
  readonly value: ValueOf;
}

function valuesOn(parameters: readonly Parameter[], on: PlainDate): ValueOf {
  const inForce = parametersOn(parameters, on);
  return (key) => inForce.get(key)?.value;
}

/** Students are on the roll for five years, and their duties a year longer. */
const YEARS_BACK = 6;

async function reckonDuty(tx: Transaction, duty: Duty, world: World): Promise<Counts> {
  const source = EVENT_SOURCES.get(duty.id);
  if (source === undefined) throw new Error(`nothing says when ${duty.id} begins`);
  const reckoned_by = ruleDigest(duty, world);
  const { today, ruled_from } = world;
  const changed = await findChanged(tx, source.sql(world.value), { duty: duty.id, today, first_year: yearOf(today) - YEARS_BACK, ruled_from, reckoned_by });
  const gone = changed.filter(({ on }) => on === null);
  const rows = changed.flatMap((subject) => reckonedOf(duty, subject, world, reckoned_by));
  const lifted = await liftDuties(tx, gone.map(({ duty_key }) => duty_key), today);
  const { counts, tellings } = await keepDuties(tx, rows);
  await tellRungs(tx, duty, tellings, today);
  return { ...counts, lifted };
}

/** Tells one set of rules from another: open duties that were worked out by others are worked out again. */
function ruleDigest(duty: Duty, { holidays, go_live, today, changes }: World): string {
  const tables = [...holidays.values()].map(({ year, off, worked }) => [year, [...off], [...worked]]);
  return createHash('sha256').update(JSON.stringify([duty.owners, duty.to, duty.clause, duty.terms(today), changes.map(({ from }) => duty.terms(from)), tables, go_live])).digest('hex').slice(0, 32);
}

function reckonedOf(duty: Duty, subject: ChangedSubject, { today, go_live, holidays }: World, reckoned_by: string): Reckoned[] {
  if (subject.on === null) return [];
  const id = subject.duty_key.slice(duty.id.length + 1);
  const opening = { id, kind: duty.opens, subject: id, on: subject.on, ...(subject.counts_from !== null && { counts_from: subject.counts_from }) };
  const closing = subject.closed_on === null ? [] : [{ id: `${id}/end`, kind: duty.closes, subject: id, on: subject.closed_on }];
  return owed([duty], [opening, ...closing], { holidays, today, go_live }).map((one) => ({ subject, owed: one, reckoned_by }));
}

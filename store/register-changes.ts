import { STATES } from '../core/access/policy-table.ts';
import { createReader } from '../core/exchange/reader.ts';
import { hasErrors, problem } from '../core/exchange/problem.ts';
import type { Problem } from '../core/exchange/problem.ts';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { sheets, type Dataset, type SheetName } from '../core/exchange/sheets.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { recordAnswers, supersede } from './answering.ts';
import { findDangling, findMergedPeriods, findScoresAboveFullMarks, findUnknownReferences, reportedSheets } from './import-check.ts';
import { stage } from './import-staging.ts';
import { findOutOfReach, refreshLabels, stagedScopes } from './labels.ts';
import { maskProblems, sealRows } from './personal-rows.ts';
import { withInternshipResults } from './internships/passed.ts';
import { lockFacts, takeNumbers } from './record-stamp.ts';
import type { Stamp } from './record-stamp.ts';
import { columnList, registerNamed } from './register-columns.ts';
import type { Register } from './register-columns.ts';
import { rangesOf } from './register-digest.ts';
import type { AnyRow } from './register-rows.ts';
import { readRecord, stateOf } from './registers.ts';
import type { StoredRecord } from './registers.ts';
import { sealAll, type Unsealed } from './sealing.ts';
import type { Transaction } from './transaction.ts';
import { mayWrite } from './within-reach.ts';

/** Values by column as a form gives them; read by the same rules as the cells of a file. */
export type Cells = Readonly<Record<string, RawCell | readonly string[]>>;

export type RecordChange<S extends SheetName> =
  | { readonly outcome: 'done'; readonly record: StoredRecord<S>; readonly warnings: readonly Problem[] }
  /** The same values stand already. */
  | { readonly outcome: 'unchanged'; readonly record: StoredRecord<S> }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  /** A record with this key stands. */
  | { readonly outcome: 'exists'; readonly record_id: number }
  /** Another record has answered the one that was to be changed. */
  | { readonly outcome: 'superseded' }
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'no_region' };

/** Adds one record to a register, if nothing stands under its key. */
export function addRecord<S extends SheetName>(tx: Transaction, sheet: S, cells: Cells, reason: string | null = null): Promise<RecordChange<S>> {
  return inTurn<S>(tx, (stamp) => recordCells(tx, sheet, cells, { stamp, answers: null, reason }));
}

/** Answers a standing record with another one; the key may change. The old record stays as it was. */
export function correctRecord<S extends SheetName>(
  tx: Transaction, sheet: S, record_id: number, cells: Cells, reason: string | null = null,
): Promise<RecordChange<S>> {
  return inTurn<S>(tx, async (stamp) => {
    const old = await ownRecord(tx, sheet, record_id);
    if (old === null) return { outcome: 'not_found' };
    if (!STATES.write.includes(stateOf(old)) || !await supersede(tx, registerNamed(sheet), record_id, stamp)) return { outcome: 'superseded' };
    return recordCells(tx, sheet, cells, { stamp, answers: old, reason });
  });
}

/**
 * Ends a standing record on its last day `on` (equipment: the day of retirement). A record without period is
 * withdrawn: that it was reported stays known.
 */
export function endRecord<S extends SheetName>(
  tx: Transaction, sheet: S, record_id: number, on: PlainDate, reason: string | null = null,
): Promise<RecordChange<S>> {
  return inTurn<S>(tx, async (stamp) => {
    const register = registerNamed(sheet);
    const old = await ownRecord(tx, sheet, record_id);
    if (old === null) return { outcome: 'not_found' };
    const { span } = register;
    const values = old.values as AnyRow;
    if (span !== null && String(values[span.from]) > on) return { outcome: 'problems', problems: [problem(sheet, null, span.to, 'from_after_to', on)] };
    if (span !== null && values[span.to] === on && old.superseded_at === null) return { outcome: 'unchanged', record: old };
    if (!STATES.write.includes(stateOf(old)) || !await supersede(tx, register, record_id, stamp)) return { outcome: 'superseded' };
    const answer = { answers: record_id, valuesOf: record_id, ...(span === null ? { withdrawn: true } : { endsOn: on }) };
    const ended = await recordAnswers(tx, register, [answer], { stamp, act: 'ended', reason });
    const dangling = await tx.whole(async (whole) => {
      await refreshLabels(whole, register, ended);
      return span === null ? findDangling(whole, new Set([sheet])) : [];
    });
    if (dangling.length > 0) return { outcome: 'problems', problems: dangling };
    await auditRecord(tx, 'record.end', register, { record_id: ended, answers: record_id });
    return { outcome: 'done', record: await readRecord(tx, sheet, ended) as StoredRecord<S>, warnings: [] };
  });
}

/** A record that the actor may both see and write. */
async function ownRecord<S extends SheetName>(tx: Transaction, sheet: S, record_id: number): Promise<StoredRecord<S> | null> {
  const old = await readRecord(tx, sheet, record_id);
  return old === null || await mayWrite(tx, registerNamed(sheet), record_id) ? old : null;
}

async function inTurn<S extends SheetName>(
  tx: Transaction, change: (stamp: Stamp) => Promise<RecordChange<S>>,
): Promise<RecordChange<S>> {
  const stamp = await lockFacts(tx);
  const answer: RecordChange<S> = stamp === null ? { outcome: 'no_region' } : await change(stamp);
  if (answer.outcome !== 'done') tx.discard();
  return answer;
}

interface About<S extends SheetName> {
  readonly stamp: Stamp;
  /** The record to be answered, superseded already. */
  readonly answers: StoredRecord<S> | null;
  readonly reason: string | null;
}

async function recordCells<S extends SheetName>(tx: Transaction, sheet: S, cells: Cells, about: About<S>): Promise<RecordChange<S>> {
  const reading = readCells(sheet, cells);
  const own = maskProblems(reading.problems).filter(({ code }) => code !== 'unknown_reference');
  const rows = (reading.dataset[sheet] ?? []) as readonly AnyRow[];
  if (hasErrors(own)) return { outcome: 'problems', problems: own };
  if (rows.length === 0) return { outcome: 'problems', problems: nothingIn(sheet) };
  // Compared with everything that is there, also of others; written in the actor's reach.
  return tx.whole(async (whole) => {
    const taken = sheet === 'credits' && about.answers === null ? await withInternshipResults(whole, reading.dataset.credits ?? []) as readonly AnyRow[] : rows;
    return recordStaged(whole, sheet, { rows: taken, own, dataset: reading.dataset }, about);
  });
}

/** A file's empty lines are passed over; a form without anything in it lacks every value that must be there. */
function nothingIn(sheet: SheetName): Problem[] {
  const { columns } = sheets[sheet] as Sheet;
  return Object.entries(columns).filter(([, { optional }]) => !optional).map(([name]) => problem(sheet, null, name, 'missing_value', null));
}

interface ReadCells {
  readonly rows: readonly AnyRow[];
  readonly own: readonly Problem[];
  readonly dataset: Dataset;
}

async function recordStaged<S extends SheetName>(
  tx: Transaction, sheet: S, { rows, own, dataset }: ReadCells, about: About<S>,
): Promise<RecordChange<S>> {
  const register = registerNamed(sheet);
  const reported = await reportedSheets(tx);
  const unsealed: Unsealed = new Map();
  const sealed = await sealRows(tx, sheet, rows, unsealed, about.answers?.record_id);
  const staged = await stage(tx, register, { rows, tokens: sealed.tokens, endsOn: null });
  const foreign = await findOutOfReach(tx, register, staged.table);
  if (foreign.length > 0) return { outcome: 'problems', problems: foreign.map((one) => ({ ...one, row: null })) };
  const standing = await standingUnderKey(tx, register, staged.table);
  if (standing.stands) return { outcome: 'exists', record_id: standing.record_id };
  if (about.answers !== null && await isSame(tx, register, staged.table, about.answers.record_id)) return { outcome: 'unchanged', record: about.answers };
  const problems = [...own, ...sealed.problems, ...await findUnknownReferences(tx, dataset), ...await findMergedPeriods(tx, staged), ...await findScoresAboveFullMarks(tx, dataset)];
  if (hasErrors(problems)) return { outcome: 'problems', problems: problems.map((one) => ({ ...one, row: null })) };
  if (standing.record_id !== null) await supersede(tx, register, standing.record_id, about.stamp);
  await sealAll(tx, unsealed);
  const record_id = await insertStaged(tx, register, staged.table, about);
  await refreshLabels(tx, register, record_id);
  const dangling = about.answers === null ? [] : await findDangling(tx, new Set([sheet]));
  if (dangling.length > 0) return { outcome: 'problems', problems: dangling };
  if (!reported.has(sheet)) await noteReported(tx, sheet, about.stamp);
  await auditRecord(tx, about.answers === null ? 'record.add' : 'record.correct', register, { record_id, answers: about.answers?.record_id ?? null });
  return { outcome: 'done', record: await readRecord(tx, sheet, record_id) as StoredRecord<S>, warnings: problems };
}

const HEADING_ROW = 1;
const VALUES_ROW = 2;

/** One row read by the rules of the exchange format. */
function readCells(sheet: SheetName, cells: Cells): { readonly dataset: Dataset; readonly problems: readonly Problem[] } {
  const reader = createReader();
  const rows = reader.sheet(sheet);
  const entries = Object.entries(cells);
  rows?.row(HEADING_ROW, entries.map(([name]) => name));
  rows?.row(VALUES_ROW, entries.map(([, value]) => (Array.isArray(value) ? value.join(';') : value as RawCell)));
  return reader.finish();
}

type UnderKey = { readonly stands: true; readonly record_id: number } | { readonly stands: false; readonly record_id: number | null };

async function standingUnderKey(tx: Transaction, register: Register, table: string): Promise<UnderKey> {
  const [row] = await tx.arrays(
    `select r.record_id, not r.withdrawn from ${table} s join ${register.table} r on r.region_id = $1 and r.record_id = s.answers`, [tx.actor.region_id]);
  if (row === undefined) return { stands: false, record_id: null };
  return { stands: row[1] === true, record_id: Number(row[0]) };
}

async function isSame(tx: Transaction, register: Register, table: string, record_id: number): Promise<boolean> {
  const [row] = await tx.arrays(
    `select (${columnList(register, 's.')}) is not distinct from (${columnList(register, 'r.')})
     from ${table} s, ${register.table} r where r.region_id = $1 and r.record_id = $2`, [tx.actor.region_id, record_id]);
  return row?.[0] === true;
}

async function insertStaged<S extends SheetName>(tx: Transaction, register: Register, table: string, about: About<S>): Promise<number> {
  const record_id = await takeNumbers(tx, 'next_record_id', 1);
  const answers = about.answers?.record_id ?? null;
  const { join, value } = stagedScopes(register, table);
  await tx.change(
    `insert into ${register.table} (region_id, record_id, key, ${columnList(register)}, recorded_at, recorded_by, answers, act, reason, scopes)
     select $1::integer, $2::bigint, s.key, ${columnList(register, 's.')}, $3::timestamptz, $4::text, coalesce($5::bigint, s.answers), $6::text, $7::text, ${value} from ${table} s${join}`,
    [tx.actor.region_id, record_id, about.stamp.at, tx.actor.account, answers, answers === null ? 'added' : 'corrected', about.reason]);
  return record_id;
}

/** The entry of one record: it proves the record, and names the one that it answers. */
async function auditRecord(
  tx: Transaction, action: string, register: Register, { record_id, answers }: { readonly record_id: number; readonly answers: number | null },
): Promise<void> {
  await tx.audit({ action, object: `${register.name}/${record_id}`, detail: { answers, records: await rangesOf(tx, [register], record_id, record_id) } });
}

async function noteReported(tx: Transaction, sheet: SheetName, stamp: Stamp): Promise<void> {
  await tx.change('insert into reported_sheets (region_id, sheet, recorded_at, recorded_by) values ($1, $2, $3, $4)',
    [tx.actor.region_id, sheet, stamp.at, tx.actor.account]);
}

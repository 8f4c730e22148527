import { checkAmongRows } from '../core/exchange/check-among-rows.ts';
import { checkReferences } from '../core/exchange/check-references.ts';
import type { Problem } from '../core/exchange/problem.ts';
import { emptySheet } from '../core/exchange/read-sheet.ts';
import type { ReadRow, ReadSheet } from '../core/exchange/read-sheet.ts';
import { scoresAboveFullMarks } from '../core/scores/score-range.ts';
import { sheetNames, sheets } from '../core/exchange/sheets.ts';
import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { allParametersOfRegion } from './changed-parameters.ts';
import type { Staged } from './import-staging.ts';
import { standing } from './known-time.ts';
import { columnList, hasId, idsToFind, registerNamed, sqlOf } from './register-columns.ts';
import { rowDecoder } from './register-rows.ts';
import type { AnyRow } from './register-rows.ts';
import type { Transaction } from './transaction.ts';

/** Stored rows take part in a check of the file under this row number: they are no row of it. */
const STORED = 0;

/** Sheets that somebody has reported, be it as empty, and not taken back. To be called within `tx.whole`. */
export async function reportedSheets(tx: Transaction, moment: string | null = null): Promise<Set<SheetName>> {
  const rows = await tx.query<{ sheet: SheetName }>(
    `select distinct s.sheet from reported_sheets s left join imports i on i.region_id = s.region_id and i.import_id = s.import_id
     where s.region_id = $1 and ($2::timestamptz is null or s.recorded_at <= $2::timestamptz)
       and (i.undone_at is null or i.undone_at > $2::timestamptz)`, [tx.actor.region_id, moment]);
  return new Set(rows.map(({ sheet }) => sheet));
}

/**
 * The references of a dataset, checked against it and what is stored together: a campus may stand in either.
 * As in a file alone, a column is checked once all sheets that it may refer to hold rows.
 */
export async function findUnknownReferences(tx: Transaction, dataset: Dataset): Promise<Problem[]> {
  const read = new Map<string, ReadSheet>();
  for (const name of sheetNames) {
    const rows = dataset[name] as readonly ReadRow[] | undefined;
    if (rows !== undefined) read.set(name, readOf(name, rows));
  }
  const asked = valuesBySheet(dataset);
  for (const name of await heldSheets(tx, [...asked.keys()])) {
    const target = read.get(name) ?? readOf(name, []);
    const id = target.sheet.key[0] as string;
    const inFile = new Set(target.rows.map((row) => row[id]));
    const elsewhere = [...asked.get(name) ?? []].filter((value) => !inFile.has(value));
    target.rows = [...target.rows, ...await storedIds(tx, name, id, elsewhere)];
    read.set(name, target);
  }
  checkReferences(read);
  return [...read.values()].flatMap(({ problems }) => problems);
}

/** M9-c, M9-d: scores above the full marks that the region has on the day of their test. */
export async function findScoresAboveFullMarks(tx: Transaction, { results = [] }: Dataset): Promise<Problem[]> {
  return results.length === 0 ? [] : scoresAboveFullMarks(results, await allParametersOfRegion(tx));
}

/** Those of the sheets whose registers hold anything. */
async function heldSheets(tx: Transaction, names: readonly SheetName[]): Promise<SheetName[]> {
  if (names.length === 0) return [];
  const questions = names.map((name) =>
    `select '${name}' where exists (select 1 from ${registerNamed(name).table} r where r.region_id = $1 and ${standing('r')})`);
  return (await tx.arrays(questions.join(' union all '), [tx.actor.region_id])).map(([name]) => name as SheetName);
}

function readOf(name: SheetName, rows: readonly ReadRow[]): ReadSheet {
  return { ...emptySheet(sheets[name]), present: true, rows: [...rows] };
}

/** What the dataset refers to, by the sheet that may hold it. */
function valuesBySheet(dataset: Dataset): Map<SheetName, Set<string>> {
  const asked = new Map<SheetName, Set<string>>();
  for (const name of sheetNames) {
    const rows = dataset[name] as readonly AnyRow[] | undefined;
    if (rows === undefined) continue;
    for (const [column, { references }] of Object.entries((sheets[name] as Sheet).columns)) {
      if (references === undefined) continue;
      const values = distinct(rows, column);
      for (const target of references as readonly SheetName[]) {
        const set = asked.get(target);
        asked.set(target, new Set([...set ?? [], ...values]));
      }
    }
  }
  return asked;
}

function distinct(rows: readonly AnyRow[], column: string): Set<string> {
  const values = new Set<string>();
  let last: unknown = null;
  for (const row of rows) {
    const value = row[column];
    if (value === null || value === last) continue;
    last = value;
    if (Array.isArray(value)) for (const one of value) values.add(one as string);
    else values.add(value as string);
  }
  return values;
}

/** Rows that have an id and nothing else: one without, which says that there are rows, and the asked ones that stand. */
async function storedIds(tx: Transaction, name: SheetName, id: string, asked: readonly string[]): Promise<ReadRow[]> {
  const register = registerNamed(name);
  const blank: ReadRow = { ...Object.fromEntries(register.columns.map((column) => [column.name, null])), row: STORED };
  if (asked.length === 0) return [blank];
  // By the key's index: one look-up for each id, however many rows the register has.
  const found = await tx.arrays(
    `select u.id from ${idsToFind('unnest($2::text[]) as t(id)')} where exists (
       select 1 from ${register.table} r where r.region_id = $1 and ${hasId(register)} and ${standing('r')})`,
    [tx.actor.region_id, asked]);
  return [blank, ...found.map(([value]) => ({ ...blank, [id]: value }))];
}

/**
 * Periods and shares of one sheet over the file and the stored rows that it does not name: only things that are
 * in both can break together what neither breaks alone.
 */
export async function findMergedPeriods(tx: Transaction, staged: Staged): Promise<Problem[]> {
  const { register, rows } = staged;
  const { noOverlap, sharesOf, key: [id = ''] } = register.sheet;
  if ((noOverlap ?? sharesOf) === undefined || staged.empty || rows.length === 0) return [];
  // Whatever may overlap or be shared begins with the id of its key.
  const stored = await otherRowsOfGroups(tx, staged);
  if (stored.length === 0) return [];
  const touched = new Set(stored.map((row) => row[id]));
  const alone = readOf(register.name, rows.filter((row) => touched.has(row[id])) as ReadRow[]);
  const merged: ReadSheet = { ...alone, problems: [], rows: [...stored as ReadRow[], ...alone.rows] };
  checkAmongRows(alone);
  checkAmongRows(merged);
  const before = new Set(alone.problems.map((one) => `${one.row} ${one.code}`));
  return merged.problems.filter((one) => !before.has(`${one.row} ${one.code}`))
    .map((one) => (one.row === STORED ? { ...one, row: null } : one));
}

/** Standing rows of the same things under other keys; where absent rows end, as they will have ended. */
async function otherRowsOfGroups(tx: Transaction, { register, table, endsOn }: Staged): Promise<AnyRow[]> {
  const id = sqlOf(register, register.sheet.key[0] as string);
  const found = await tx.arrays(
    `select r.record_id, ${columnList(register, 'r.')} from ${idsToFind(`(select distinct ${id} as id from ${table}) t`)}
     join ${register.table} r on r.${id} = u.id and ${hasId(register)}
     where r.region_id = $1 and ${standing('r')} and not exists (select 1 from ${table} s where s.key = r.key)`, [tx.actor.region_id]);
  const decode = rowDecoder(register);
  const { span } = register;
  return found.map((values) => ({ ...decode(values), row: STORED }) as AnyRow).flatMap((row) => {
    if (endsOn === null || span === null) return [row];
    const [from, to] = [row[span.from] as string, row[span.to] as string | null];
    if (from > endsOn) return [];
    return [to === null || to > endsOn ? { ...row, [span.to]: endsOn } : row];
  });
}

/**
 * Standing records that refer to something that stands nowhere any more, once rows of these sheets were withdrawn.
 */
export async function findDangling(tx: Transaction, withdrawnFrom: ReadonlySet<SheetName>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const name of sheetNames) {
    for (const [column, { references, kind }] of Object.entries((sheets[name] as Sheet).columns)) {
      if (!(references ?? []).some((target) => withdrawnFrom.has(target as SheetName))) continue;
      const found = await danglingIn(tx, name, column, kind === 'list', references as readonly SheetName[]);
      problems.push(...found.map((value): Problem => ({ sheet: name, row: null, column, code: 'unknown_reference', value, severity: 'error' })));
    }
  }
  return problems;
}

async function danglingIn(tx: Transaction, name: SheetName, column: string, isList: boolean, references: readonly SheetName[]): Promise<string[]> {
  const register = registerNamed(name);
  const sql = sqlOf(register, column);
  const from = isList ? `${register.table} r cross join unnest(r.${sql}) as u(value)` : `${register.table} r`;
  const value = isList ? 'u.value' : `r.${sql}`;
  const nowhere = references.map((target) => {
    const other = registerNamed(target);
    return `not exists (select 1 from ${other.table} t where t.region_id = $1 and t.${sqlOf(other, other.sheet.key[0] as string)} = ${value} and ${standing('t')})`;
  });
  const found = await tx.arrays(
    `select distinct ${value} from ${from} where r.region_id = $1 and ${standing('r')} and ${value} is not null and ${nowhere.join(' and ')} order by 1 limit 100`,
    [tx.actor.region_id]);
  return found.map(([text]) => text as string);
}

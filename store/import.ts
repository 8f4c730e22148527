import { hasErrors } from '../core/exchange/problem.ts';
import type { Problem } from '../core/exchange/problem.ts';
import { sheetNames } from '../core/exchange/sheets.ts';
import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { today } from './clock.ts';
import type { Database } from './database.ts';
import { earlierReply, keepReply } from './idempotency.ts';
import type { Request } from './idempotency.ts';
import { findItemsOffList } from './billing/custody-lists.ts';
import { findDangling, findMergedPeriods, findScoresAboveFullMarks, findUnknownReferences, reportedSheets } from './import-check.ts';
import { record, stage } from './import-staging.ts';
import type { SheetCounts, Staged } from './import-staging.ts';
import { withInternshipResults } from './internships/passed.ts';
import type { Instant } from './known-time.ts';
import { byOwnership, findOutOfReach, refreshLabels } from './labels.ts';
import { maskProblems, sealRows } from './personal-rows.ts';
import { lockFacts, takeNumbers } from './record-stamp.ts';
import type { Stamp } from './record-stamp.ts';
import { registerNamed } from './register-columns.ts';
import { rangesOf } from './register-digest.ts';
import type { AnyRow } from './register-rows.ts';
import { beginSealing, type Unsealed } from './sealing.ts';
import { tellPlanner } from './tell-planner.ts';
import type { Actor, Transaction } from './transaction.ts';
import { ownScopes } from './within-reach.ts';

/** A read dataset on its way into the registers. */
export interface DatasetImport {
  readonly actor: Actor;
  readonly dataset: Dataset;
  /** What reading found. References are judged anew: what the file lacks may be stored. */
  readonly problems: readonly Problem[];
  /** The day on which absent rows of `replace` end. */
  readonly as_of: PlainDate;
  /** Sheets of the dataset whose absent rows end. */
  readonly replace: readonly SheetName[];
  readonly file: { readonly name: string; readonly sha256: string };
  readonly request?: Request;
}

export type CountsBySheet = Readonly<Partial<Record<SheetName, SheetCounts>>>;

interface Imported {
  readonly counts: CountsBySheet;
  /** The import that brought the same file before, if any. */
  readonly same_file_as: number | null;
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

export type ImportRefusal =
  /** With any error nothing is stored; all problems at once, of the file and of what is stored together. */
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'other_region'; readonly region_code: string }
  | { readonly outcome: 'replace_without_sheet'; readonly sheets: readonly SheetName[] }
  | { readonly outcome: 'no_region' };

export type ImportReply =
  | { readonly outcome: 'done'; readonly import_id: number; readonly recorded_at: Instant } & Imported
  /** Everything was there already; nothing was stored. */
  | { readonly outcome: 'unchanged' } & Imported
  | { readonly outcome: 'key_of_another_request' }
  | ImportRefusal;

/**
 * Stores a dataset in one transaction: rows are added and corrected by key, absent rows stay, and end in the
 * sheets to be replaced. Imports of one region take turns. A correction is a new record; nothing is edited.
 */
export function importDataset(db: Database, input: DatasetImport): Promise<ImportReply> {
  return db.as(input.actor).write(async (tx) => {
    const stamp = await lockFacts(tx);
    if (stamp === null) return { outcome: 'no_region' };
    const earlier = await earlierReply<ImportReply>(tx, input.request);
    if (earlier.kind === 'same') return earlier.reply;
    if (earlier.kind === 'other') return { outcome: 'key_of_another_request' };
    // What is there is compared with all of it, also of others; what is written stays in the actor's reach.
    const reply = await tx.whole((whole) => store(whole, input, stamp));
    if (reply.outcome === 'done') await keepReply(tx, input.request, reply, stamp.at);
    else tx.discard();
    return reply;
  });
}

/**
 * Records rows that a decision or a reviewed step brings about, as an import does and in the transaction of the step; the
 * region's facts are locked. To be called within `tx.whole`, with what it writes in the actor's reach.
 */
export function bringIn(whole: Transaction, dataset: Dataset, { stamp, name }: { readonly stamp: Stamp; readonly name: string }): Promise<ImportReply> {
  // Personal values among the rows must not be guessed from a hash.
  const sha256 = whole.keys.digest(JSON.stringify(dataset, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
  return store(whole, { actor: whole.actor, dataset, problems: [], as_of: today(), replace: [], file: { name, sha256 } }, stamp);
}

export type ImportPreview<T> =
  | { readonly outcome: 'preview'; readonly before: T; readonly after: T } & Imported
  | { readonly outcome: 'key_of_another_request' }
  | ImportRefusal;

/**
 * What `importDataset` would do: it is done, looked at (judged, as it would then stand), and undone.
 * `look` runs before and after in that transaction; nothing of it is kept.
 */
export function previewImport<T>(db: Database, input: DatasetImport, look: (tx: Transaction) => Promise<T>): Promise<ImportPreview<T>> {
  return db.as(input.actor).write(async (tx): Promise<ImportPreview<T>> => {
    tx.discard();
    const stamp = await lockFacts(tx);
    if (stamp === null) return { outcome: 'no_region' };
    const before = await look(tx);
    const reply = await tx.whole((whole) => store(whole, input, stamp));
    if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') return reply;
    const { counts, same_file_as, problems } = reply;
    return { outcome: 'preview', before, after: reply.outcome === 'done' ? await look(tx) : before, counts, same_file_as, problems };
  });
}

async function store(tx: Transaction, input: DatasetImport, stamp: Stamp): Promise<ImportReply> {
  const refusal = refusalOf(input, stamp);
  if (refusal !== null) return refusal;
  const reported = await reportedSheets(tx);
  const problems = [
    ...maskProblems(input.problems).filter(({ code }) => code !== 'unknown_reference'),
    ...await findUnknownReferences(tx, input.dataset),
    ...await findScoresAboveFullMarks(tx, input.dataset),
    ...await findItemsOffList(tx, input.dataset),
  ];
  const credits = input.dataset.credits && await withInternshipResults(tx, input.dataset.credits);
  const staged: Staged[] = [];
  const unsealed: Unsealed = new Map();
  for (const name of hasErrors(input.problems.filter(isOfCells)) ? [] : sheetNames) {
    const rows = (name === 'credits' ? credits : input.dataset[name]) as readonly AnyRow[] | undefined;
    if (rows === undefined) continue;
    const { tokens, problems: wrongMasks } = await sealRows(tx, name, rows, unsealed);
    problems.push(...wrongMasks);
    const one = await stage(tx, registerNamed(name), { rows, tokens, endsOn: input.replace.includes(name) ? input.as_of : null });
    problems.push(...await findMergedPeriods(tx, one));
    staged.push(one);
  }
  if (hasErrors(problems)) return { outcome: 'problems', problems };
  const storeSealed = await beginSealing(tx, unsealed);
  const reply = await recordAll(tx, input, stamp, { staged, problems, reported });
  if (reply.outcome === 'done') await storeSealed();
  return reply;
}

/** Rows with unreadable cells are not in the dataset, so what they would do cannot be tried. */
function isOfCells({ code }: Problem): boolean {
  return code !== 'unknown_reference';
}

function refusalOf({ dataset, replace }: DatasetImport, stamp: Stamp): ImportRefusal | null {
  const other = dataset.region?.find(({ region_code }) => region_code !== stamp.region_code);
  if (other !== undefined) return { outcome: 'other_region', region_code: other.region_code };
  const sheets = replace.filter((name) => dataset[name] === undefined);
  return sheets.length === 0 ? null : { outcome: 'replace_without_sheet', sheets };
}

interface Prepared {
  readonly staged: readonly Staged[];
  readonly problems: readonly Problem[];
  readonly reported: ReadonlySet<SheetName>;
}

async function recordAll(tx: Transaction, input: DatasetImport, stamp: Stamp, prepared: Prepared): Promise<ImportReply> {
  const { problems, reported } = prepared;
  const { region_id, account } = tx.actor;
  const import_id = await takeNumbers(tx, 'next_import_id', 1);
  const first = await takeNumbers(tx, 'next_record_id', 0);
  const counts: { -readonly [S in keyof CountsBySheet]: SheetCounts } = {};
  const foreign: Problem[] = [];
  for (const one of [...prepared.staged].sort((a, b) => byOwnership(a.register.name, b.register.name))) {
    const { register, table } = one;
    const next = await takeNumbers(tx, 'next_record_id', 0);
    foreign.push(...await findOutOfReach(tx, register, table));
    if (foreign.length > 0) continue;
    const counted = await record(tx, one, stamp, import_id);
    counts[register.name] = counted;
    await tellPlanner(tx, register.name, counted.added + counted.corrected + counted.ended);
    await refreshLabels(tx, register, next);
  }
  if (foreign.length > 0) return { outcome: 'problems', problems: [...problems, ...foreign] };
  const same_file_as = await importOfFile(tx, input.file.sha256);
  const newly = prepared.staged.map(({ register }) => register.name).filter((name) => !reported.has(name));
  if (newly.length === 0 && Object.values(counts).every(({ added, corrected, ended }) => added + corrected + ended === 0)) {
    return { outcome: 'unchanged', counts, same_file_as, problems };
  }
  const dangling = await findDangling(tx, new Set(input.replace.filter((name) => (counts[name]?.ended ?? 0) > 0)));
  if (dangling.length > 0) return { outcome: 'problems', problems: [...problems, ...dangling] };
  const last = await takeNumbers(tx, 'next_record_id', 0) - 1;
  await tx.change(
    `insert into imports (region_id, import_id, file_name, file_sha256, as_of, replaced, counts, first_record_id, last_record_id, recorded_at, recorded_by, scopes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [region_id, import_id, input.file.name, input.file.sha256, input.as_of, input.replace, JSON.stringify(counts), first, last, stamp.at, account, ownScopes(tx)]);
  await tx.change(
    `insert into reported_sheets (region_id, sheet, recorded_at, import_id, recorded_by)
     select $1::integer, sheet, $2::timestamptz, $3::bigint, $4::text from unnest($5::text[]) as t(sheet) on conflict do nothing`,
    [region_id, stamp.at, import_id, account, prepared.staged.map(({ register }) => register.name)]);
  await tx.audit({ action: 'import.commit', object: `imports/${import_id}`, detail: {
    file_sha256: input.file.sha256, as_of: input.as_of, replaced: input.replace, counts,
    records: await rangesOf(tx, prepared.staged.map(({ register }) => register), first, last),
  } });
  return { outcome: 'done', import_id, recorded_at: stamp.at, counts, same_file_as, problems };
}

async function importOfFile(tx: Transaction, sha256: string): Promise<number | null> {
  const rows = await tx.query<{ import_id: bigint }>(
    'select import_id from imports where region_id = $1 and file_sha256 = $2 and undone_at is null order by import_id desc limit 1',
    [tx.actor.region_id, sha256]);
  return rows[0] === undefined ? null : Number(rows[0].import_id);
}

import type { QueueReason } from '../../core/bank/reasons.ts';
import type { Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';

export type LineSource = 'bank' | 'treasury';
export type LineAct = 'match' | 'queue' | 'hold' | 'return';

/** A line of a file, as it stood there. */
export interface NewLine {
  readonly reference: string;
  readonly row: number;
  readonly on_date: PlainDate;
  readonly fen: Fen;
  readonly payer: string;
  readonly student_no: string;
  readonly purpose: string;
  readonly receiver: string;
}

/** A line with what became of it. */
export interface StoredLine extends Omit<NewLine, 'row'> {
  readonly line_id: number;
  readonly college_id: string;
  readonly source: LineSource;
  readonly file_name: string;
  readonly entry_no: number;
  readonly act: LineAct;
  readonly why: QueueReason | null;
  readonly note: string;
  readonly student_id: string | null;
  readonly same_as: number | null;
  readonly by_program: boolean;
  readonly moved_on: PlainDate;
  readonly recorded_by: string;
}

export interface NewEntry {
  readonly line_id: number;
  readonly entry_no: number;
  readonly act: LineAct;
  readonly why?: QueueReason | null;
  readonly note?: string;
  readonly student_id?: string | null;
  readonly same_as?: number | null;
  readonly by_program: boolean;
}

/** Adds what becomes of lines. To be called with the authority to write fees of the college. */
export async function addEntries(tx: Transaction, college_id: string, entries: readonly NewEntry[], today: PlainDate): Promise<void> {
  for (const { line_id, entry_no, act, why = null, note = '', student_id = null, same_as = null, by_program } of entries) {
    await tx.query(
      `insert into bank_line_entries (region_id, line_id, entry_no, act, why, note, student_id, same_as, by_program, on_date, scopes, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp(), $12)`,
      [tx.actor.region_id, line_id, entry_no, act, why, note, student_id, same_as, by_program, today, [`org:${college_id}`], tx.actor.account]);
  }
}

const SELECT = `select l.line_id, l.college_id, l.source, l.reference, l.on_date, l.fen::text as fen, l.payer, l.student_no, l.purpose, l.receiver, l.file_name,
    e.entry_no, e.act, e.why, e.note, e.student_id, e.same_as, e.by_program, e.on_date as moved_on, e.recorded_by
  from bank_lines l join lateral (select * from bank_line_entries e where e.region_id = l.region_id and e.line_id = l.line_id order by e.entry_no desc limit 1) e on true
  where l.region_id = $1`;

type Row = Omit<StoredLine, 'fen' | 'line_id' | 'same_as'> & { readonly fen: string; readonly line_id: bigint; readonly same_as: bigint | null };
const lineOf = (row: Row): StoredLine => ({ ...row, fen: BigInt(row.fen), line_id: Number(row.line_id), same_as: row.same_as === null ? null : Number(row.same_as) });

/** Lines of a college in reach, those in a state or all, latest first. */
export async function listLines(tx: Transaction, college_id: string, acts: readonly LineAct[], { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<{ readonly total: number; readonly lines: StoredLine[] }> {
  const [counted] = await tx.query<{ total: number }>(`select count(*)::integer as total from (${SELECT} and l.college_id = $2 and e.act = any($3::text[])) s`, [tx.actor.region_id, college_id, acts]);
  const rows = await tx.query<Row>(`${SELECT} and l.college_id = $2 and e.act = any($3::text[]) order by l.line_id desc limit $4 offset $5`, [tx.actor.region_id, college_id, acts, limit, offset]);
  return { total: counted?.total ?? 0, lines: rows.map(lineOf) };
}

export async function readLine(tx: Transaction, line_id: number): Promise<StoredLine | null> {
  const [row] = await tx.query<Row>(`${SELECT} and l.line_id = $2`, [tx.actor.region_id, line_id]);
  return row === undefined ? null : lineOf(row);
}

/** The references of lines by their numbers. */
export async function referencesOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ line_id: bigint; reference: string }>('select line_id, reference from bank_lines where region_id = $1 and line_id = any($2::bigint[])', [tx.actor.region_id, ids]);
  return new Map(rows.map(({ line_id, reference }) => [Number(line_id), reference]));
}

/** Lines that say money of these students came in and that the other list has not said yet: the same money is told by both, and counts once. */
export async function twinsOf(tx: Transaction, college_id: string, source: LineSource, students: readonly string[]): Promise<{ readonly line_id: number; readonly student_id: string; readonly fen: Fen }[]> {
  const rows = await tx.query<{ line_id: bigint; student_id: string; fen: string }>(
    `select s.line_id, s.student_id, s.fen from (${SELECT} and l.college_id = $2 and l.source <> $3 and e.act = 'match' and e.same_as is null and e.student_id = any($4::text[])) s
     where not exists (select 1 from bank_line_entries o where o.region_id = $1 and o.same_as = s.line_id) order by 1`, [tx.actor.region_id, college_id, source, students]);
  return rows.map(({ line_id, student_id, fen }) => ({ line_id: Number(line_id), student_id, fen: BigInt(fen) }));
}

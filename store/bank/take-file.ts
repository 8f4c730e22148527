import { matchLine, type Match } from '../../core/bank/match-line.ts';
import type { LineRefusal, QueueReason } from '../../core/bank/reasons.ts';
import { typedAmount } from '../../core/bank/typed-amount.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import type { FeeKind } from '../../core/funding/student-accounts.ts';
import type { UploadRow } from '../../core/exchange/upload-sheets.ts';
import { mayTouch } from '../../core/access/reach.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { sumOf, type Fen } from '../../core/values/fen.ts';
import { lockFacts, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { addEntries, twinsOf, type LineSource, type NewEntry, type NewLine } from './bank-line.ts';
import { payersOf, type Payers, type YearPayer } from './payers.ts';
import { writeReceipts, type Paid } from './write-receipts.ts';

/** A read file on its way into the store. */
export interface MoneyFile {
  readonly college_id: string;
  readonly source: LineSource;
  readonly rows: readonly UploadRow<'bank_lines'>[];
  readonly problems: readonly Problem[];
  readonly file: { readonly name: string; readonly sha256: string };
}

/** What becomes of each row of a file, in its order. */
export type RowTaken = { readonly row: number; readonly reference: string; readonly student_id: string | null; readonly name: string; readonly fen: Fen | null } & (
  | { readonly outcome: 'match'; readonly parts: readonly { readonly kind: FeeKind; readonly fen: Fen }[] }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'queue'; readonly why: QueueReason }
  | { readonly outcome: 'refused'; readonly why: LineRefusal });

export type FileTaken =
  | { readonly outcome: 'done'; readonly rows: readonly RowTaken[]; readonly problems: readonly Problem[]; readonly matched: Fen; readonly queued: number; readonly refused: number }
  | { readonly outcome: 'not_your_college' };

/**
 * R4-b: takes a file of the bank or of the treasury in. What is matched stands in the register and in the books, what is not
 * waits in the queue with why, what can never be right is refused row by row; all in one transaction.
 */
export async function takeFile(tx: Transaction, file: MoneyFile, today: PlainDate): Promise<FileTaken> {
  const { college_id, source, problems } = file;
  const scopes = [`org:${college_id}`];
  const stamp = await lockFacts(tx);
  if (stamp === null || !mayTouch(tx.actor.reach, 'fees', 'write', scopes) || !mayTouch(tx.actor.reach, 'fees', 'read', scopes)) return { outcome: 'not_your_college' };
  const { lines, refused } = await soundLines(tx, file, today);
  const payers = await tx.whole((whole) => payersOf(whole, college_id, lines, today));
  const matched = lines.map((line) => ({ line, match: matchIn(line, payers) }));
  const known = [...new Set(matched.flatMap(({ match }) => match.payer?.student_id ?? []))];
  const twins = await tx.whole((whole) => twinsOf(whole, college_id, source, known));
  const judged = matched.map(({ line, match }) => judge(line, match, twins));
  const first = lines.length === 0 ? 0 : await takeNumbers(tx, 'next_number', lines.length);
  await tx.decided(['fees', 'funds'], async (deciding) => {
    for (const [at, { line }] of judged.entries()) await addLine(deciding, first + at, line, file);
    await addEntries(deciding, college_id, judged.map(({ entry }, at) => ({ ...entry, line_id: first + at, entry_no: 1, by_program: true })), today);
    const paid = judged.flatMap(({ paid: one }) => one ?? []);
    if (paid.length > 0) await writeReceipts(deciding, paid, { action: 'receipt.match', object: `bank_lines/${first}`, reason: file.file.name }, stamp);
  });
  await tx.audit({ action: 'bank_file.take', object: `bank_lines/${first}`, detail: { source, file_sha256: file.file.sha256, lines: lines.length, refused: refused.length, unreadable: problems.length } });
  const all = [...judged.map(({ taken }) => taken), ...refused].sort((a, b) => a.row - b.row);
  return {
    outcome: 'done', rows: all, problems, matched: sumOf(all, (one) => (one.outcome === 'match' ? sumOf(one.parts, ({ fen }) => fen) : 0n)),
    queued: all.filter(({ outcome }) => outcome === 'queue').length, refused: refused.length + new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size,
  };
}

type Refused = Extract<RowTaken, { readonly outcome: 'refused' }>;

/** Lines that can be taken in, and those that cannot, with why. */
async function soundLines(tx: Transaction, { college_id, source, rows }: MoneyFile, today: PlainDate): Promise<{ readonly lines: NewLine[]; readonly refused: Refused[] }> {
  const used = await usedReferences(tx, college_id, source, rows.map(({ reference }) => reference));
  const lines: NewLine[] = [];
  const refused: Refused[] = [];
  for (const { row, reference, on_date, amount_yuan, payer, student_no, purpose, receiver } of rows) {
    const amount = typedAmount(amount_yuan);
    const why: LineRefusal | null = 'fault' in amount ? amount.fault : used.has(reference) ? 'used_already' : on_date > today ? 'day_to_come' : null;
    if (why !== null || 'fault' in amount) refused.push({ row, reference, student_id: null, name: payer ?? '', fen: 'fen' in amount ? amount.fen : null, outcome: 'refused', why: why ?? 'not_an_amount' });
    else lines.push({ row, reference, on_date, fen: amount.fen, payer: payer ?? '', student_no: student_no ?? '', purpose: purpose ?? '', receiver: receiver ?? '' });
  }
  return { lines, refused };
}

/** Taken in before, or in the register under the same number. */
async function usedReferences(tx: Transaction, college_id: string, source: LineSource, references: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.whole((whole) => whole.query<{ reference: string }>(
    `select reference from bank_lines where region_id = $1 and college_id = $2 and source = $3 and reference = any($4::text[])
     union select r.receipt_id from register_receipts r where r.region_id = $1 and r.superseded_at is null and r.receipt_id = any($4::text[])`, [whole.actor.region_id, college_id, source, references]));
  return new Set(rows.map(({ reference }) => reference));
}

/** In the year of its day; late money pays the year before of which something is due (B60). */
function matchIn(line: NewLine, payers: Payers): Match {
  const [current = 0, ...before] = payers.years(academicYearOf(line.on_date));
  const now = matchLine(line, payers.known(current));
  if (now.outcome === 'match') return taken(now);
  for (const year of before) {
    const late = matchLine(line, payers.known(year));
    if (late.outcome === 'match') return taken(late);
  }
  return now;
}

/** What one line pays is due no more when the next is looked at. */
function taken(match: Extract<Match, { readonly outcome: 'match' }>): Match {
  const { due } = match.payer as YearPayer;
  for (const { kind, fen } of match.parts) due.set(kind, (due.get(kind) ?? 0n) - fen);
  return match;
}

interface Judged {
  readonly line: NewLine;
  readonly entry: Omit<NewEntry, 'line_id' | 'entry_no' | 'by_program'>;
  readonly taken: RowTaken;
  readonly paid: Paid | null;
}

type Twin = { readonly line_id: number; readonly student_id: string; readonly fen: Fen };

function judge(line: NewLine, match: Match, twins: Twin[]): Judged {
  const { row, reference, fen, on_date, purpose } = line;
  const about = { row, reference, fen, student_id: match.payer?.student_id ?? null, name: match.payer?.name ?? line.payer };
  const twin = twins.findIndex((one) => one.student_id === match.payer?.student_id && one.fen === fen);
  if (twin >= 0) {
    const [same] = twins.splice(twin, 1);
    if (match.outcome === 'match') giveBack(match);
    return { line, entry: { act: 'match', student_id: about.student_id, same_as: same?.line_id ?? null }, taken: { ...about, outcome: 'same' }, paid: null };
  }
  if (match.outcome === 'queue') return { line, entry: { act: 'queue', why: match.why, student_id: about.student_id }, taken: { ...about, outcome: 'queue', why: match.why }, paid: null };
  return {
    line, entry: { act: 'match', student_id: about.student_id }, taken: { ...about, outcome: 'match', parts: match.parts },
    paid: { reference, payer: match.payer as YearPayer, parts: match.parts, on_date, purpose, received_by: null },
  };
}

function giveBack({ payer, parts }: Extract<Match, { readonly outcome: 'match' }>): void {
  const { due } = payer as YearPayer;
  for (const { kind, fen } of parts) due.set(kind, (due.get(kind) ?? 0n) + fen);
}

async function addLine(tx: Transaction, line_id: number, line: NewLine, { college_id, source, file }: MoneyFile): Promise<void> {
  const { row, reference, on_date, fen, payer, student_no, purpose, receiver } = line;
  await tx.query(
    `insert into bank_lines (region_id, line_id, college_id, source, reference, row_no, file_name, file_sha256, on_date, fen, payer, student_no, purpose, receiver, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, clock_timestamp(), $16)`,
    [tx.actor.region_id, line_id, college_id, source, reference, row, file.name, file.sha256, on_date, fen, payer, student_no, purpose, receiver, [`org:${college_id}`], tx.actor.account]);
}

import { partsOf } from '../../core/bank/match-line.ts';
import type { QueueReason } from '../../core/bank/reasons.ts';
import { mayTouch } from '../../core/access/reach.ts';
import type { FeeKind } from '../../core/funding/student-accounts.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { lockFacts } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { addEntries, readLine, type StoredLine } from './bank-line.ts';
import { payersOf, type YearPayer } from './payers.ts';
import { writeReceipts } from './write-receipts.ts';

/** What a person decides of a line that the program did not match. */
export interface LineDecision {
  readonly line_id: number;
  readonly act: 'match' | 'hold' | 'return';
  /** Whose bill it pays, and which fees of it; none named is as the amount says. */
  readonly student_id: string;
  readonly kinds: readonly FeeKind[];
  readonly note: string;
}

export type LineDecided =
  | { readonly outcome: 'done'; readonly line_id: number }
  | { readonly outcome: 'unknown_line' | 'decided_already' | 'reason_missing' }
  | { readonly outcome: 'line_refused'; readonly why: QueueReason };

/** R4-b: a line of the queue is matched to a bill, held, or given back to whoever paid; what was decided is never changed. */
export async function decideLine(tx: Transaction, decision: LineDecision, today: PlainDate): Promise<LineDecided> {
  const stamp = await lockFacts(tx);
  const line = stamp === null ? null : await readLine(tx, decision.line_id);
  if (stamp === null || line === null || !mayTouch(tx.actor.reach, 'fees', 'write', [`org:${line.college_id}`])) return { outcome: 'unknown_line' };
  if (line.act !== 'queue' && line.act !== 'hold') return { outcome: 'decided_already' };
  const { act, note } = decision;
  if (act !== 'match' && note.trim() === '') return { outcome: 'reason_missing' };
  const matched = act === 'match' ? await matchBy(tx, line, decision, today) : null;
  if (matched !== null && 'why' in matched) return { outcome: 'line_refused', why: matched.why };
  await tx.decided(['fees', 'funds'], async (deciding) => {
    await addEntries(deciding, line.college_id, [{ line_id: line.line_id, entry_no: line.entry_no + 1, act, note: note.trim(), student_id: matched?.payer.student_id ?? line.student_id, by_program: false }], today);
    if (matched === null) return;
    const { reference, on_date, purpose } = line;
    await writeReceipts(deciding, [{ reference, on_date, purpose, ...matched }], { action: 'receipt.match', object: `bank_lines/${line.line_id}`, reason: note.trim() === '' ? line.reference : note.trim() }, stamp);
  });
  await tx.audit({ action: 'bank_line.decide', object: `bank_lines/${line.line_id}`, detail: { act } });
  return { outcome: 'done', line_id: line.line_id };
}

type Matched = { readonly payer: YearPayer; readonly parts: readonly { readonly kind: FeeKind; readonly fen: bigint }[]; readonly received_by: string | null };

/** In the year of the line's day, else in one before of which something is due. Who collected it stays written down where that was not the college. */
async function matchBy(tx: Transaction, line: StoredLine, { student_id, kinds }: LineDecision, today: PlainDate): Promise<Matched | { readonly why: QueueReason }> {
  return tx.whole(async (whole) => {
    const payers = await payersOf(whole, line.college_id, [{ student_no: student_id, payer: '', purpose: '' }], today);
    const received_by = await receiverOf(whole, line);
    if (received_by === undefined) return { why: 'wrong_payee' };
    let why: QueueReason = 'unknown_student';
    for (const year of payers.years(academicYearOf(line.on_date)).toSorted((a, b) => b - a)) {
      const payer = payers.known(year).byId(student_id) as YearPayer | undefined;
      if (payer === undefined) continue;
      const match = partsOf(line, payer, line.college_id, kinds);
      if (match.outcome === 'match') return { payer, parts: match.parts, received_by };
      if (why === 'unknown_student') ({ why } = match);
    }
    return { why };
  });
}

/** The organisation that collected in the college's stead; null for the college, undefined where nobody of that name is registered. */
async function receiverOf(whole: Transaction, { receiver, college_id }: StoredLine): Promise<string | null | undefined> {
  if (receiver.trim() === '') return null;
  const organisations = await loadRows(whole, 'organisations', {}, 'r.key = $2 or r.name = $2', receiver.trim());
  const [found] = organisations;
  return found === undefined ? undefined : found.org_id === college_id ? null : found.org_id;
}

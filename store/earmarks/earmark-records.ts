import type { Category } from '../../core/funding/allowed-spending.ts';
import type { Returned } from '../../core/funding/budget.ts';
import type { NeedAnswer } from '../../core/funding/earmark-refusals.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';

export interface StoredReturn {
  readonly return_id: string;
  readonly spending_id: string;
  readonly campus_id: string;
  readonly fen: string;
  readonly reason: string;
  readonly returned_on: PlainDate;
}

export interface StoredNeed {
  readonly need_id: string;
  readonly campus_id: string;
  readonly category: Category;
  readonly fen: string;
  readonly purpose: string;
  readonly students: number | null;
  readonly students_before: number | null;
  readonly stated_on: PlainDate;
  readonly recorded_by: string;
  readonly answer: NeedAnswer | null;
  readonly answer_fen: string | null;
  readonly note: string | null;
  readonly answered_on: PlainDate | null;
}

export interface StoredDraw {
  readonly draw_id: string;
  readonly campus_id: string;
  readonly seed: string;
  readonly listed: readonly string[];
  readonly size: number;
  readonly drawn_on: PlainDate;
}

export interface EarmarkRecords {
  readonly returns: readonly StoredReturn[];
  readonly needs: readonly StoredNeed[];
  readonly draws: readonly StoredDraw[];
}

/** What of spending came back in all years, as far as it is in reach. */
export async function returnedSpending(tx: Transaction): Promise<Returned[]> {
  const rows = await tx.query<{ spending_id: string; fen: string }>('select spending_id, fen::text from spending_returns where region_id = $1 order by return_id', [tx.actor.region_id]);
  return rows.map(({ spending_id, fen }) => ({ spending_id, fen: BigInt(fen) }));
}

/** What is recorded of earmarks for a fiscal year, as far as it is in reach. */
export async function earmarkRecords(tx: Transaction, fiscal_year: number): Promise<EarmarkRecords> {
  const given = [tx.actor.region_id, fiscal_year];
  const returns = await tx.query<StoredReturn>('select return_id::text, spending_id, campus_id, fen::text, reason, returned_on from spending_returns where region_id = $1 and fiscal_year = $2 order by return_id', given);
  const needs = await tx.query<StoredNeed>(
    `select n.need_id::text, n.campus_id, n.category, n.fen::text, n.purpose, n.students, n.students_before, n.stated_on, n.recorded_by, a.answer, a.fen::text as answer_fen, a.note, a.answered_on
     from funding_needs n left join funding_need_answers a on a.region_id = n.region_id and a.need_id = n.need_id where n.region_id = $1 and n.fiscal_year = $2 order by n.need_id desc`, given);
  const draws = await tx.query<StoredDraw>('select draw_id::text, campus_id, seed, listed, size, drawn_on from spending_draws where region_id = $1 and fiscal_year = $2 order by draw_id desc', given);
  return { returns, needs, draws };
}

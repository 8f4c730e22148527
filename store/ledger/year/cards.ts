import { accountsOf, CARD_EVENTS } from '../../../core/funding/events.ts';
import type { Instant } from '../../known-time.ts';
import type { Transaction } from '../../transaction.ts';
import type { MovedPair } from '../totals.ts';
import type { AskedYear } from './asked.ts';
import type { PaidAt } from './students.ts';

/** The first month that is open, where any is closed; the trigger says which when the statement begins. */
const OPEN_FROM = `(select (nullif(current_setting('app.ledger_through'), '-infinity')::date + interval '1 month')::date)`;

/**
 * Posts what came in for students and what was spent, a card each, from the table of what was paid, of which `paid` are the sums; nothing of the year may
 * stand yet. Answers how many lines were posted and what they moved. A student without a place makes a card without holders,
 * which no table takes.
 */
export async function postCards(whole: Transaction, { region_id, scope }: AskedYear, paid: readonly PaidAt[], at: Instant): Promise<{ readonly posted: number; readonly moved: readonly MovedPair[] }> {
  const year = scope.academic_year;
  await whole.query(`select set_config('app.card_year', $1, true)`, [String(year)]);
  await whole.change(
    `insert into ledger_cards (region_id, year, student_id, college_id, campus_id, sources, events, fens, days, open_from, recorded_at, recorded_by, scopes)
     select ${region_id}, ${year}, student_id, college_id, campus_id, sources, events, fens, days, ${OPEN_FROM}, $1, $2, scopes
     from ledger_paid`, [at, whole.actor.account]);
  const moved = paid.flatMap((sum) => CARD_EVENTS.filter((event) => sum[event] > 0n)
    .map((event) => ({ ...accountsOf(event, { college: sum.college_id, campus: sum.campus_id }), year, fen: sum[event] })));
  return { posted: paid.reduce((sum, { lines }) => sum + lines, 0), moved };
}

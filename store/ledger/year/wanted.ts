import { EVENTS, type AccountForm, type EventName } from '../../../core/funding/events.ts';
import { entryOf, type Movement } from '../../../core/funding/entry.ts';
import { FEE_KINDS } from '../../../core/funding/student-accounts.ts';
import { openAccounts } from '../accounts.ts';
import type { Transaction } from '../../transaction.ts';
import type { Instant } from '../../known-time.ts';
import { rowsOfYear, type AskedYear } from './asked.ts';
import { placedStudents } from './students.ts';

/** What the rules worked out, as a relation. */
export const WORKED_OUT = 'select source, part, event, clause, debit, credit, fen, student_id, year, valid_on, scopes from ledger_worked';

/**
 * Every entry that a year should have, as a relation: receipts and custody spending as their records stand, by the place of
 * the student, and what the rules worked out. A student without a place makes an entry without an account, which no table takes.
 */
export function wantedEntries(asked: AskedYear): string {
  const receipts = rowsOfYear(asked, 'received_on');
  const of = (what: (kind: (typeof FEE_KINDS)[number]) => string): string => `case r.kind ${FEE_KINDS.map((kind) => `when '${kind}' then ${what(kind)}`).join(' ')} end`;
  const year = asked.scope.academic_year;
  const fen = '(r.amount_yuan * 100)::bigint';
  return `with placed as materialized (${placedStudents(asked)})
    select r.record_id as source, 1::smallint as part, 'receipt_' || r.kind as event, ${of((kind) => `'${EVENTS[`receipt_${kind}`].clause}'`)} as clause,
      ${accountSql(EVENTS.receipt_tuition.debit)} as debit, ${of((kind) => accountSql(EVENTS[`receipt_${kind}`].credit))} as credit,
      ${fen} as fen, r.student_id, ${year}::smallint as year, r.received_on as valid_on, r.scopes
    from register_receipts r left join placed p on p.student_id = r.student_id where ${receipts} and r.amount_yuan > 0
    union all
    select r.record_id, 1::smallint, 'custody_spent', '${EVENTS.custody_spent.clause}', ${accountSql(EVENTS.custody_spent.debit)}, ${accountSql(EVENTS.custody_spent.credit)},
      ${fen}, r.student_id, ${year}::smallint, r.spent_on, r.scopes
    from register_custody_spending r left join placed p on p.student_id = r.student_id where ${rowsOfYear(asked, 'spent_on')} and r.amount_yuan > 0
    union all ${WORKED_OUT}`;
}

function accountSql([name, holder]: AccountForm): string {
  return `'${name}:' || p.${holder}_id`;
}

/** What the rules worked out, as a temporary table, with the labels of its accounts. Opens those that are new. */
export async function keepWorkedOut(whole: Transaction, movements: readonly Movement[], at: Instant): Promise<void> {
  await whole.change(
    `create temp table ledger_worked (source bigint, part smallint, event text, clause text, debit text collate "C", credit text collate "C", fen bigint, student_id text collate "C", year smallint, valid_on date, scopes text[]) on commit drop`);
  const entries = movements.map(entryOf);
  await openAccounts(whole, entries.flatMap(({ debit, credit }) => [debit, credit]), at, true);
  for (let from = 0; from < entries.length; from += SLICE) {
    const some = entries.slice(from, from + SLICE);
    await whole.query(
      `insert into ledger_worked
       select e.*, d.scopes || c.scopes || case when e.student_id is null then '{}' else array['student:' || e.student_id] end
       from unnest($2::bigint[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::smallint[], $11::date[])
         as e(source, part, event, clause, debit, credit, fen, student_id, year, valid_on)
       join ledger_accounts d on d.region_id = $1 and d.account = e.debit join ledger_accounts c on c.region_id = $1 and c.account = e.credit`,
      [whole.actor.region_id, some.map(({ source }) => source), some.map(({ part }) => part), some.map(({ event }): EventName => event), some.map(({ clause }) => clause),
        some.map(({ debit }) => debit), some.map(({ credit }) => credit), some.map(({ fen }) => fen), some.map(({ student_id }) => student_id),
        some.map(({ year }) => year), some.map(({ valid_on }) => valid_on)]);
  }
}

const SLICE = 5000;

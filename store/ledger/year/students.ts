import { FEE_KINDS } from '../../../core/funding/student-accounts.ts';
import { CARD_EVENTS, type CardEvent } from '../../../core/funding/events.ts';
import type { Transaction } from '../../transaction.ts';
import { higherRows, leavingRows, rowsOfYear, standingRows, type AskedYear } from './asked.ts';

/** R4-b: where each student of the year belongs, by the latest row of the higher stage, as a relation in the order of students. Without a registered campus the college is null. */
export function placedStudents(asked: AskedYear): string {
  return `select s.student_id, s.school_id, c.campus_id, c.college_id, s.scopes
    from (select distinct on (r.student_id) r.student_id, r.school_id, r.campus_id, r.scopes from register_students r where ${higherRows(asked)} order by r.student_id, r.valid_from desc offset 0) s
    left join register_campuses c on c.campus_id = s.campus_id and ${standingRows(asked, 'c')}`;
}

/** The number of an event on a card. */
const numberOf = (event: CardEvent): number => CARD_EVENTS.indexOf(event) + 1;
const OF_KIND = `case r.kind ${FEE_KINDS.map((kind) => `when '${kind}' then ${numberOf(`receipt_${kind}`)}`).join(' ')} end::smallint`;
const LINES = ['source', 'event', 'fen', 'day'].map((column) => `array_agg(${column}) as ${column}s`).join(', ');
const SUMS = CARD_EVENTS.map((event) => `sum_fen(fen) filter (where event = ${numberOf(event)}) as ${event}`).join(', ');

/** Rows in the order of students, read by as many as the machine has; put together afterwards, which several at once would do twice. */
const inOrder = (rows: string): string => `(select * from (${rows}) r order by student_id offset 0)`;
const FEN = '(r.amount_yuan * 100)::bigint';

/** Adds up in the order of students, not by hash: what is worked out of one joins the next as it comes, and cards come in the order of their key. */
async function inOrderOfStudents<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.change('set local enable_hashagg = off');
  const done = await work();
  await tx.change('set local enable_hashagg = on');
  return done;
}

/** What came in for each student of the year and what was spent, as one temporary table: the lines of a card, their sums by event, and where the student belongs. */
export async function gatherPaid(tx: Transaction, asked: AskedYear): Promise<void> {
  const lines = inOrder(`
    select r.student_id, r.record_id as source, ${OF_KIND} as event, ${FEN} as fen, r.received_on as day from register_receipts r where ${rowsOfYear(asked, 'received_on')} and r.amount_yuan > 0
    union all
    select r.student_id, r.record_id, ${numberOf('custody_spent')}::smallint, ${FEN}, r.spent_on from register_custody_spending r where ${rowsOfYear(asked, 'spent_on')} and r.amount_yuan > 0`);
  await inOrderOfStudents(tx, () => tx.change(
    `create temp table ledger_paid on commit drop as
     select m.*, p.college_id, p.school_id, p.campus_id, p.scopes from (select student_id, ${LINES}, ${SUMS} from ${lines} line group by student_id) m left join (${placedStudents(asked)}) p using (student_id)`));
  await tx.change('analyze ledger_paid (student_id)');
}

/** What students of a place paid and spent, by event in fen, and how many lines that is. */
export type PaidAt = Readonly<Record<CardEvent, bigint>> & { readonly college_id: string; readonly school_id: string; readonly campus_id: string; readonly lines: number };

/** The same of every place. Students without a place are left out: the rules name them. */
export async function paidByPlace(tx: Transaction): Promise<PaidAt[]> {
  const rows = await tx.query<Omit<PaidAt, 'lines'> & { readonly lines: bigint }>(
    `select college_id, school_id, campus_id, sum(cardinality(sources)) as lines, ${CARD_EVENTS.map((event) => `coalesce(sum_fen(${event}), 0) as ${event}`).join(', ')}
     from ledger_paid where college_id is not null group by 1, 2, 3 order by 1, 2, 3`);
  return rows.map(({ lines, ...sums }) => ({ ...sums, lines: Number(lines) }));
}

/**
 * Students whose money the rules have to look at one by one: who left, was refunded, paid more than was charged of a kind, paid or
 * used nothing by a record of no money, or has no place. Of all others nothing is due back, so that their receipts alone say what moved.
 */
export async function findApart(tx: Transaction, asked: AskedYear): Promise<string[]> {
  const kinds = ['tuition', 'dorm', 'other'] as const;
  const charges = `select r.student_id, r.kind, ${FEN} as fen from register_charges r where ${rowsOfYear(asked, 'due_on')}`;
  const ofNothing = (register: string, on: string): string => `select r.student_id from ${register} r where ${rowsOfYear(asked, on)} and r.amount_yuan = 0`;
  const rows = await inOrderOfStudents(tx, () => tx.arrays(
    `with charged as (select student_id, ${kinds.map((kind) => `sum_fen(fen) filter (where kind = '${kind}') as ${kind}`).join(', ')} from (${charges}) r group by 1),
     -- Whoever paid and has no place, or paid more than was charged; and whoever was charged only, whose place is still to be looked for.
     found as materialized (
       select coalesce(m.student_id, c.student_id) as student_id, m.student_id is null as charged_only from ledger_paid m full join charged c using (student_id)
       where m.college_id is null or ${kinds.map((kind) => `m.receipt_${kind} > coalesce(c.${kind}, 0)`).join(' or ')})
     select f.student_id from found f
     where not f.charged_only or not exists (select 1 from (${placedStudents(asked)}) p where p.student_id = f.student_id and p.college_id is not null)
     union ${ofNothing('register_receipts', 'received_on')} union ${ofNothing('register_custody_spending', 'spent_on')}
     union select r.student_id from register_departures r where ${leavingRows(asked)}
     union select r.to_id from register_payments r where ${rowsOfYear(asked, 'paid_on')} and r.kind in ('fee_refund', 'custody_refund')
     order by 1`));
  return rows.map(([student_id]) => String(student_id));
}

import { piecesOf } from '../../core/billing/custody-items.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { amountOf } from '../../core/funding/student-accounts.ts';
import { exactText } from '../../core/funding/line.ts';
import { dayIn } from '../../core/funding/rules.ts';
import { compare, exact } from '../../core/values/exact.ts';
import { yuanText } from '../../core/values/fen.ts';
import type { PaidOrder, Taught } from './paid-order.ts';
import { paper, type Paper } from './papers.ts';

/** More students than this have their figures on the paper and their items in the register. */
const MOST_LISTED = 1000;

/**
 * R4-g: everybody of the order in one run, with what their money was spent for; when the year closes everybody of its campuses, also who is
 * given nothing back or owes.
 */
export function custodyPaper({ dataset, settlement, lines, head, payer, name, rules, priced }: PaidOrder, year: number): Paper {
  const of = new Set(lines.map(({ to_id }) => to_id));
  const campuses = new Set(lines.map(({ from_id }) => from_id));
  const closed = settlement.scope.as_of >= dayIn(year + 1, rules.fees.custody_close);
  const accounts = settlement.students.filter(({ kind, student_id, place, leaving }) => kind === 'custody' && (of.has(student_id) || (closed && leaving === null && campuses.has(place.campus_id))));
  const classes = new Map((dataset.students ?? []).map(({ student_id, class_id }) => [student_id, class_id]));
  const paid = new Map(lines.map(({ to_id, fen }) => [to_id, fen]));
  const long = accounts.length > MOST_LISTED;
  return paper('custody_statement', {
    ...head, school: payer, year, listed: long ? `学生超过 ${MOST_LISTED} 人，支出明细见代管费支出台账` : '',
    students: accounts.map(({ student_id, received, spent, owed }) => ({
      student_id, name: name(student_id), class_id: classes.get(student_id) ?? '', received: yuanText(received), spent: yuanText(spent), balance: yuanText(received - spent), refunded: yuanText(paid.get(student_id) ?? 0n), claimed: yuanText(owed),
    })),
    items: long ? [] : accounts.flatMap(({ student_id, spending, place }) => spending.map((row) => ({ student_id, name: name(student_id), item: row.item, ...piecesOf(amountOf(row), priced.get(place.college_id)?.get(row.item.trim())), spent_on: row.spent_on, amount: yuanText(amountOf(row)) }))),
  });
}

/** R4-h: hours by course and class beside what is paid for them. */
export function lecturePaper({ dataset, settlement, lines, head, payer, name, taught }: PaidOrder, year: number): Paper {
  const hours = new Map(settlement.lines.filter(({ kind }) => kind === 'lecture_fee').map(({ from_id, to_id, base }) => [`${from_id} ${to_id}`, base]));
  const of = new Set(lines.map(({ from_id, to_id }) => `${from_id} ${to_id}`));
  return paper('lecture_fees', {
    ...head, school: payer, year,
    teachers: lines.map(({ from_id, to_id, fen, formula }) => {
      const base = hours.get(`${from_id} ${to_id}`) ?? null;
      return { teacher: name(to_id), hours: base === null ? '不详' : exactText(base), amount: yuanText(fen), formula };
    }),
    courses: (dataset.teaching ?? []).filter(({ campus_id, person_id, term }) => of.has(`${campus_id} ${person_id}`) && term.startsWith(String(year)))
      .flatMap((row) => hoursByClass(row, taught).map(({ class_id, hours }) => ({ teacher: name(row.person_id), term: row.term, course: row.course, class_id, hours }))),
  });
}

/** R4-h: hours class by class, where what was taught to classes comes to what is paid; else as they are reported, of no class. */
export function hoursByClass(row: Row<'teaching'>, taught: readonly Taught[]): { readonly class_id: string; readonly hours: string }[] {
  const own = taught.filter(({ campus_id, person_id, term, course }) => campus_id === row.campus_id && person_id === row.person_id && term === row.term && course === row.course);
  const told = own.length > 0 && compare(exact(own.reduce((sum, { hours }) => sum + hours, 0)), row.hours) === 0;
  return told ? own.map(({ class_id, hours }) => ({ class_id, hours: String(hours) })) : [{ class_id: '', hours: exactText(row.hours) }];
}

import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { termOf } from '../facts/experts.ts';
import { add, multiply, scaled, ZERO, type Exact } from '../values/exact.ts';
import { aboveZero, sumOf, yuanText, type Fen } from '../values/fen.ts';
import { inForce } from '../values/period.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import type { Fees } from './fees.ts';
import { exactText, lineOf, LINE_KINDS, rowsIn, used, type Line } from './line.ts';
import { pairs, type Pair } from './pairs.ts';
import { dayIn } from './rules.ts';
import { periodText, type Scope } from './scope.ts';
import { amountOf } from './student-accounts.ts';

/** Lessons of one teacher of the college in one term at a campus, priced by the title. */
interface Lessons {
  readonly row: Row<'teaching'>;
  /** Last day on which they are paid. */
  readonly due_on: PlainDate;
  /** Null: no rate of this title is in force when the term begins. */
  readonly rate: Row<'lecture_rates'> | null;
  readonly staff: Row<'staff'>;
}

/** R4-h: teachers of the college are paid for their lessons at the campus: hours × the rate of their title (B52). */
export function lectureFeeLines(dataset: Dataset, campuses: ReadonlyMap<string, Row<'campuses'>>, fees: Fees): Line[] {
  const lessons = lessonsOf(dataset, campuses, fees);
  return pairs(lessons, ({ row }) => [row.campus_id, row.person_id], fees.payments.get('lecture_fee')).map((pair) => lectureLine(pair, fees));
}

function lectureLine({ from_id, to_id, items, payments }: Pair<Lessons>, { rules, scope }: Fees): Line {
  const { clause } = LINE_KINDS.lecture_fee;
  const hours = items.reduce((sum, { row }) => add(sum, row.hours), ZERO);
  const priced = items.every(({ rate }) => rate !== null);
  const due = priced ? priceOf(items) : null;
  const dated = priceOf(items.filter(({ due_on }) => due_on < scope.as_of));
  const paid = sumOf(payments, amountOf);
  const overdue = due === null ? null : aboveZero(dated - paid);
  const formula = items.map(({ row, rate }) => `${exactText(row.hours)} × ${rate === null ? '?' : exactText(rate.yuan_per_hour)}`).join(' + ');
  return lineOf('lecture_fee', {
    from_id, to_id, period: periodText(scope.academic), base: hours, due, paid, overdue, missing: priced ? [] : ['lecture_rates'],
    trace: [
      { figure: 'base', clause, parameters: [], formula: `Σ hours = ${exactText(hours)}`, evidence: rowsIn('teaching', items.map(({ row }) => row)) },
      {
        figure: 'due', clause, parameters: [], formula: `${formula === '' ? '0' : formula} = ${due === null ? '?' : yuanText(due)}`,
        evidence: [...rowsIn('staff', [...new Set(items.map(({ staff }) => staff))]), ...rowsIn('lecture_rates', [...new Set(items.flatMap(({ rate }) => rate ?? []))])],
      },
      { figure: 'paid', clause, parameters: [], formula: `Σ paid = ${yuanText(paid)}`, evidence: rowsIn('payments', payments) },
      { figure: 'overdue', clause, parameters: used(rules.parameters, 'lecture.due_days'), formula: `${yuanText(dated)} − ${yuanText(paid)} → ${overdue === null ? '?' : yuanText(overdue)}`, evidence: [] },
    ],
  });
}

/** Hours × rate, rounded up once on the total. */
function priceOf(lessons: readonly Lessons[]): Fen {
  const yuan = lessons.reduce<Exact>((sum, { row, rate }) => (rate === null ? sum : add(sum, multiply(row.hours, rate.yuan_per_hour))), ZERO);
  return scaled(yuan, 2, 'up');
}

/** Lessons in the terms of the year that have begun, of persons whose staff row at the campus names the college as employer. */
function lessonsOf(dataset: Dataset, campuses: ReadonlyMap<string, Row<'campuses'>>, { rules, scope }: Fees): Lessons[] {
  const terms = termsBegun(scope);
  const staff = groupBy(dataset.staff, (r) => (r.stage === 'higher' && r.campus_id !== null ? r.person_id : null));
  return (dataset.teaching ?? []).flatMap((row) => {
    const at = terms.findIndex(({ name }) => name === row.term);
    const term = terms[at];
    const due_day = rules.lecture_due_days[at];
    if (term === undefined || due_day === undefined) return [];
    const college_id = campuses.get(row.campus_id)?.college_id;
    const posts = (staff.get(row.person_id) ?? []).filter((r) => r.campus_id === row.campus_id && r.employer_id === college_id);
    const post = postIn(posts, term.to);
    if (post === null) return [];
    return [{ row, due_on: dayIn(scope.academic_year + 1, due_day), rate: rateOf(dataset.lecture_rates ?? [], post.title, term.from), staff: post }];
  });
}

/** The post that a term is paid by: the latest that had begun by the term's end, else the first there is. */
function postIn(posts: readonly Row<'staff'>[], term_end: PlainDate): Row<'staff'> | null {
  const inOrder = posts.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.findLast(({ from }) => from <= term_end) ?? inOrder[0] ?? null;
}

function rateOf(rates: readonly Row<'lecture_rates'>[], title: string, on: PlainDate): Row<'lecture_rates'> | null {
  const inOrder = rates.filter((rate) => rate.title === title && inForce(rate, on)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.at(-1) ?? null;
}

/** First and second term of the academic year, those that have begun by the day, in order. */
function termsBegun({ academic_year, as_of }: Scope): { readonly name: string; readonly from: PlainDate; readonly to: PlainDate }[] {
  return [date(`${academic_year}-09-01`), date(`${academic_year + 1}-02-01`)].flatMap((first) => {
    const { name, period } = termOf(first);
    return first <= as_of && period.to !== null ? [{ name, from: period.from, to: period.to }] : [];
  });
}

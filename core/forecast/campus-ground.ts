import type { Capacity } from '../check/capacity.ts';
import type { Row } from '../exchange/sheets.ts';
import { campusFacts, type CampusFacts } from '../facts/campus-facts.ts';
import type { CampusRows } from '../facts/campus-rows.ts';
import type { CountingRules } from '../facts/rules.ts';
import { studentFacts, type StudentFacts } from '../facts/students.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { unreported } from '../verdict/fact.ts';
import type { YearRules } from './year-rules.ts';

/** What the records in force on the day of one year say of a campus, heads aside. */
export interface CampusYearGround {
  /** Null when no rule says how to count that year. */
  readonly facts: CampusFacts | null;
  readonly capacity: Capacity;
}

/** A campus before anything is foreseen. */
export interface CampusGround {
  readonly campus: Row<'campuses'>;
  readonly years: readonly CampusYearGround[];
  /** Heads on the day asked about, as `check` counts them. */
  readonly at_start: StudentFacts;
  readonly grades_at_start: HigherGrades;
  /** Only numbers of heads were reported: nobody knows their grades. */
  readonly headcounts_only: boolean;
}

/** Heads of the two grades of the higher stage; null: not known. */
export interface HigherGrades {
  readonly 4: number | null;
  readonly 5: number | null;
}

export const UNKNOWN_GRADES: HigherGrades = { 4: null, 5: null };
export const NO_CAPACITY: Capacity = { students: null, binding: [], allowed: [] };

/** The day asked about, and who counts on it. */
export interface CountingDay {
  readonly on: PlainDate;
  readonly counting: CountingRules;
  /** False before the document: planning counts then as it will, and no campus has a number of students in force. */
  readonly ruled: boolean;
}

const NO_HEADS: StudentFacts = { students: unreported('students'), boarders: unreported('students'), majors: unreported('students') };

export function campusGround(rows: CampusRows, { on, counting, ruled }: CountingDay, rules: readonly YearRules[]): CampusGround {
  const years: CampusYearGround[] = [];
  rules.forEach((year, index) => {
    const [before, facts] = [rules[index - 1], years[index - 1]];
    const unchanged = before !== undefined && before.judging.parameters === year.judging.parameters && !changedBetween(rows, before.on, year.on);
    years.push(unchanged && facts !== undefined ? facts : yearGround(rows, year));
  });
  return {
    campus: rows.campus,
    years,
    at_start: ruled ? studentFacts(rows, on, counting) : NO_HEADS,
    grades_at_start: gradesAtStart(rows, on, counting),
    headcounts_only: rows.students.length === 0 && rows.headcounts.length > 0,
  };
}

function yearGround(rows: CampusRows, { on, judging, capacityOf }: YearRules): CampusYearGround {
  if (judging.rules === null) return { facts: null, capacity: NO_CAPACITY };
  const facts = campusFacts(rows, on, judging.rules);
  return { facts, capacity: capacityOf(facts) };
}

function gradesAtStart(rows: CampusRows, on: PlainDate, { counted_statuses }: CountingRules): HigherGrades {
  if (rows.students.length === 0) return UNKNOWN_GRADES;
  const present = rows.students.filter((row) => inForce(row, on) && counted_statuses.has(row.status));
  const inGrade = (grade: number) => new Set(present.filter((row) => row.grade === grade).map((row) => row.student_id)).size;
  return { 4: inGrade(4), 5: inGrade(5) };
}

/** Whether a record that the foreseen standards read begins or ends after `before` and by `now`. */
function changedBetween(rows: CampusRows, before: PlainDate, now: PlainDate): boolean {
  const begins = (day: PlainDate | null) => day !== null && before < day && day <= now;
  const lastDay = (day: PlainDate | null) => day !== null && before <= day && day < now;
  return rows.rooms.some((room) => begins(room.from) || lastDay(room.to))
    || rows.land.some((parcel) => begins(parcel.from) || lastDay(parcel.to))
    || rows.equipment.some((item) => begins(item.acquired_on) || begins(item.retired_on) || lastDay(item.agreement_until))
    || rows.staff.some((post) => (rows.staff_of_persons.get(post.person_id) ?? [post]).some(
      (own) => begins(own.from) || lastDay(own.to) || lastDay(own.exception_until)));
}

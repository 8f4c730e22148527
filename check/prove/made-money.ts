import { daysAfter } from './made-days.ts';
import { makeGrants, makeLectures } from './made-grants.ts';
import { flawMoney } from './made-money-flaws.ts';
import { pay, payDay, yuan } from './made-payments.ts';
import type { MadeCampusMoney, MadeStudent } from './made-payments.ts';
import { add, hundredths } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import type { Asked } from './naive-money.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** A made-up year of money, and what is asked about it. */
export interface MadeMoney {
  readonly seed: number;
  readonly asked: Asked;
  readonly sheets: MadeSheets;
  /** The code of the error that was put in; null in a sound year. */
  readonly flaw: string | null;
}

const PAID_KINDS = ['tuition', 'dorm', 'custody', 'other'] as const;

/** A year that a seed decides: days on a line of the contract or just beside it, amounts that do not divide. */
export function madeMoney(seed: number): MadeMoney {
  const random = randomFrom(seed);
  const asked = someQuestion(random);
  const sheets: MadeSheets = {};
  const campuses = makePlaces(random, sheets, asked);
  const students = makeStudents(random, sheets, campuses, asked);
  for (const student of students) makeFees(random, sheets, student, asked);
  makePassing(random, sheets, campuses, asked);
  makeGrants(random, sheets, campuses, asked);
  makeLectures(random, sheets, campuses, asked);
  const flaw = random.oneIn(8) ? flawMoney(random, sheets, campuses, students, asked) : null;
  return { seed, asked, sheets, flaw };
}

function someQuestion(random: Random): Asked {
  const year = random.pick([2024, 2025, 2025, 2027]);
  const next = year + 1;
  const day = random.oneIn(4) ? daysAfter(`${year}-09-01`, random.whole(0, 500)) : random.pick([
    `${year}-09-01`, `${year}-10-30`, `${year}-10-31`, `${year}-12-20`, `${year}-12-21`, `${next}-01-30`, `${next}-01-31`, `${next}-02-01`, `${next}-02-28`,
    `${next}-03-31`, `${next}-04-01`, `${next}-06-30`, `${next}-07-01`, `${next}-08-31`, `${next}-09-01`, `${next}-09-30`, `${next}-10-01`, `${next}-10-30`, `${next}-10-31`, `${next}-12-20`, `${next}-12-31`,
  ]);
  return { year, day, fiscal: random.pick([year, year, next, Number(day.slice(0, 4))]) };
}

function makePlaces(random: Random, sheets: MadeSheets, { year }: Asked): MadeCampusMoney[] {
  for (const college of ['H1', 'H2']) {
    add(sheets, 'organisations', { org_id: college, name: college, kind: 'college', division_code: '330802' });
    if (random.oneIn(2)) add(sheets, 'calendar', { college_id: college, academic_year: year, first_day: random.pick([`${year}-09-01`, `${year}-09-06`, `${year}-08-28`]) });
    if (random.oneIn(3)) add(sheets, 'calendar', { college_id: college, academic_year: year + 1, first_day: `${year + 1}-09-03` });
  }
  for (const payer of ['G1', 'G2']) add(sheets, 'organisations', { org_id: payer, name: payer, kind: 'finance_bureau', division_code: '330802' });
  const campuses: MadeCampusMoney[] = [];
  for (let at = 1; at <= random.whole(1, 3); at++) {
    add(sheets, 'organisations', { org_id: `S${at}`, name: `S${at}`, kind: 'school', division_code: '330803' });
    for (let own = random.pick([1, 1, 2]); own > 0; own--) {
      const campus = { id: `C${campuses.length + 1}`, school: `S${at}`, college: random.pick(['H1', 'H1', 'H2']), payer: random.pick(['G1', 'G1', 'G2', 'G2', '']) };
      campuses.push(campus);
      add(sheets, 'campuses', {
        campus_id: campus.id, name: campus.id, school_id: campus.school, college_id: campus.college, division_code: '330803', form: 'carved_out', status: random.pick(['recognised', 'preparing']),
        opened_on: random.pick(['', `${year}-09-01`, `${year - 1}-10-31`, `${year}-11-01`]), payer_id: campus.payer,
      });
      add(sheets, 'programmes', { programme_id: `P${campus.id}`, school_id: campus.school, college_id: campus.college, campus_id: campus.id, secondary_code: '660103', higher_code: '460103', name: '数控' });
    }
    for (const college of ['H1', 'H2']) makeShares(random, sheets, `S${at}`, college, year);
  }
  return campuses;
}

function makeShares(random: Random, sheets: MadeSheets, school_id: string, college_id: string, year: number): void {
  const share = (): string => random.pick(['0.6', '0.6', '0.655', '0.7', '1', '0.6667', '0.6001']);
  if (random.oneIn(4)) return;
  const ends = random.oneIn(3);
  add(sheets, 'shares', { school_id, college_id, tuition_share: share(), from: `${year - 1}-09-01`, to: ends ? random.pick([`${year}-08-31`, `${year}-09-01`, `${year}-09-05`]) : '' });
  if (ends && random.oneIn(2)) add(sheets, 'shares', { school_id, college_id, tuition_share: share(), from: random.pick([`${year}-09-01`, `${year}-09-06`, `${year}-09-02`]), to: '' });
}

function makeStudents(random: Random, sheets: MadeSheets, campuses: readonly MadeCampusMoney[], { year, day }: Asked): MadeStudent[] {
  return campuses.flatMap((campus) => Array.from({ length: random.whole(0, 4) }, (_, at): MadeStudent => {
    const id = `${campus.id}-${at}`;
    const row = (place: MadeCampusMoney, from: string, to: string, more = {}): void => add(sheets, 'students', {
      student_id: id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: `P${place.id}`, school_id: place.school, campus_id: place.id, cohort: year - 3, stage: 'higher',
      grade: random.pick([4, 5]), status: random.pick(['enrolled', 'enrolled', 'repeating', 'internship', 'place_kept']), from, to, ...more,
    });
    const start = random.pick([`${year}-09-01`, `${year - 1}-09-01`, `${year - 1}-10-31`]);
    const moved = random.oneIn(6) && day > `${year}-10-01`;
    if (random.oneIn(3)) add(sheets, 'students', { student_id: id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: `P${campus.id}`, school_id: campus.school, cohort: year - 3, stage: 'secondary', grade: 3, status: 'graduated', from: `${year - 3}-09-01`, to: daysAfter(start, -1) });
    if (moved) {
      const earlier = random.pick(campuses);
      const change = random.pick([`${year}-10-01`, day, daysAfter(day, 1)]);
      row(earlier, start, daysAfter(change, -1));
      row(campus, change, '', { status: 'enrolled' });
      return change > day ? { id, campus: earlier, earlier: null, back: null } : { id, campus, earlier, back: null };
    }
    if (!random.oneIn(3)) row(campus, start, random.pick(['', '', '', `${year + 1}-08-31`, `${year + 1}-06-30`]));
    else return { id, campus, earlier: null, back: makeLeave(random, sheets, id, year, day, (from, to, status) => row(campus, from, to, { status }), start) };
    return { id, campus, earlier: null, back: null };
  }));
}

/** Leaves on a day that the months turn on; some are recorded as suspended, some come back. */
function makeLeave(random: Random, sheets: MadeSheets, student_id: string, year: number, day: string, row: (from: string, to: string, status: string) => void, start: string): string | null {
  const first = `${year}-09-01`;
  const left = random.pick([first, daysAfter(first, -1), daysAfter(first, 4), daysAfter(first, 5), daysAfter(first, 29), daysAfter(first, 30), daysAfter(first, 34), daysAfter(first, 35), daysAfter(first, 94), daysAfter(first, 269), daysAfter(first, 270), daysAfter(first, 275), `${year + 1}-08-31`, day, daysAfter(day, -15), daysAfter(day, -16), daysAfter(day, 1)]);
  add(sheets, 'departures', { student_id, on: left, kind: random.pick(['withdrawn', 'suspended', 'transferred_out']) });
  if (random.oneIn(5) && left < `${year + 1}-06-01`) add(sheets, 'departures', { student_id, on: daysAfter(left, random.whole(1, 60)), kind: 'withdrawn' });
  const ended = left > start ? left : start;
  if (random.oneIn(2)) {
    row(start, random.pick(['', ended]), 'enrolled');
    return null;
  }
  row(start, ended, 'enrolled');
  const back = daysAfter(ended, random.whole(1, 90));
  if (back > daysAfter(ended, 1) && random.oneIn(2)) row(daysAfter(ended, 1), daysAfter(back, -1), 'suspended');
  if (random.oneIn(3)) return null;
  const again = random.oneIn(2) ? daysAfter(back, random.whole(1, 60)) : null;
  row(back, again === null ? '' : daysAfter(again, -1), random.pick(['enrolled', 'repeating', 'place_kept']));
  if (again !== null) row(again, '', 'enrolled');
  return back;
}

function makeFees(random: Random, sheets: MadeSheets, { id, campus, earlier, back }: MadeStudent, asked: Asked): void {
  const { year } = asked;
  for (const kind of PAID_KINDS) {
    if (random.oneIn(4)) continue;
    const days = new Set(Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, () => random.pick([`${year}-09-10`, `${year + 1}-02-20`, payDay(random, asked), ...(back === null ? [] : [back, daysAfter(back, -1)])])));
    for (const due_on of days) add(sheets, 'charges', { student_id: id, academic_year: random.oneIn(12) ? year - 1 : year, kind, amount_yuan: yuan(random), due_on });
    for (let at = random.pick([0, 1, 1, 2]); at > 0; at--) {
      add(sheets, 'receipts', {
        receipt_id: `R${id}${kind}${at}`, student_id: id, academic_year: random.oneIn(12) ? year + 1 : year, kind, amount_yuan: yuan(random), received_on: payDay(random, asked),
        received_by: random.pick(['', '', '', '', campus.college, campus.school, 'H1']), source: random.pick(['', 'student', 'loan', 'waiver', 'aid']),
      });
    }
  }
  for (let at = random.pick([0, 1, 2]); at > 0; at--) {
    add(sheets, 'custody_spending', { spending_id: `U${id}${at}`, student_id: id, academic_year: year, item: '教材', amount_yuan: hundredths(random.whole(0, 60_000)), spent_on: payDay(random, asked) });
  }
  const payer = earlier !== null && random.oneIn(2) ? earlier : campus;
  if (random.oneIn(3)) pay(random, sheets, asked, { kind: 'fee_refund', of: random.pick(['tuition', 'dorm', 'other']), from_id: payer.college, to_id: id });
  if (random.oneIn(3)) pay(random, sheets, asked, { kind: 'custody_refund', from_id: payer.id, to_id: id });
}

function makePassing(random: Random, sheets: MadeSheets, campuses: readonly MadeCampusMoney[], asked: Asked): void {
  for (const { id, school, college } of campuses) {
    for (const kind of ['dorm', 'other_fee', 'custody', 'grant']) {
      for (let at = random.pick([0, 0, 1, 2]); at > 0; at--) pay(random, sheets, asked, { kind, from_id: college, to_id: id });
    }
    for (let at = random.pick([0, 1, 2]); at > 0; at--) pay(random, sheets, asked, { kind: 'tuition_share', from_id: random.pick([college, college, 'H2']), to_id: school });
    if (random.oneIn(4)) pay(random, sheets, asked, { kind: 'forwarded', from_id: school, to_id: college });
  }
}

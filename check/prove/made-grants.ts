import { daysAfter } from './made-days.ts';
import { pay, payDay } from './made-payments.ts';
import type { MadeCampusMoney } from './made-payments.ts';
import { add, hundredths } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import type { Asked } from './naive-money.ts';
import type { Random } from './random.ts';

/** Standards, signed heads and receipts of the grant; some campuses without heads, some receipts without a campus. */
export function makeGrants(random: Random, sheets: MadeSheets, campuses: readonly MadeCampusMoney[], asked: Asked): void {
  const { fiscal, day } = asked;
  for (const college_id of ['H1', 'H2']) {
    for (const fiscal_year of [fiscal - 1, fiscal]) {
      if (!random.oneIn(8)) add(sheets, 'grant_standards', { fiscal_year, college_id, yuan_per_student: random.pick(['15000', '14000.50', '12000.01', '0']) });
    }
  }
  const sure = random.oneIn(2);
  for (const { id } of campuses) {
    for (const on of [`${fiscal - 1}-10-31`, `${fiscal}-10-31`]) {
      if (sure || !random.oneIn(3)) add(sheets, 'grant_headcounts', { campus_id: id, on, students: random.pick([0, 1, 2, 3, random.whole(0, 300), 100]) });
    }
    if (random.oneIn(5)) add(sheets, 'grant_headcounts', { campus_id: id, on: `${fiscal}-10-30`, students: 999 });
  }
  for (const { id, payer } of campuses) {
    for (let at = random.pick([0, 1, 2]); at > 0; at--) {
      const open = campuses.some((campus) => campus.payer === '') && random.oneIn(4);
      const whole = open || (payer !== '' && random.oneIn(3));
      add(sheets, 'grant_receipts', {
        receipt_id: `GR${id}${at}`, campus_id: whole ? '' : id, payer_id: open ? random.pick(['G1', 'G2']) : whole ? payer : random.pick(['', payer]), fiscal_year: random.oneIn(10) ? fiscal + 1 : fiscal,
        amount_yuan: random.pick(['1000000', '0.01', '0.02', '0.05', hundredths(random.whole(1, 99_999_999))]),
        received_on: random.pick([payDay(random, asked), `${fiscal}-04-01`, daysAfter(day, -30), daysAfter(day, -31)]),
      });
    }
  }
}

/** Teachers of the college, of the school, and with a new title; lessons in both terms; rates that begin and end. */
export function makeLectures(random: Random, sheets: MadeSheets, campuses: readonly MadeCampusMoney[], asked: Asked): void {
  const { year } = asked;
  for (const title of ['senior_full', 'senior_vice', 'intermediate']) {
    if (!random.oneIn(6)) add(sheets, 'lecture_rates', { title, yuan_per_hour: random.pick(['120', '100.50', '80.33']), from: random.pick([`${year}-09-01`, `${year - 1}-01-01`]), to: random.pick(['', `${year + 1}-01-31`]) });
    if (random.oneIn(4)) add(sheets, 'lecture_rates', { title, yuan_per_hour: '130.01', from: `${year + 1}-02-01`, to: '' });
  }
  for (const { id, college, school } of campuses) {
    for (let at = random.whole(0, 2); at > 0; at--) {
      const person_id = `T${id}${at}`;
      const post = (from: string, to: string, title: string): void => add(sheets, 'staff', {
        person_id, name: '教师', employer_id: random.pick([college, college, school]), stage: 'higher', campus_id: id, post: 'teacher', employment: 'part_time', degree: 'master', title, qualified: 'yes', from, to,
      });
      post(`${year - 1}-09-01`, `${year}-12-31`, random.pick(['senior_vice', 'intermediate']));
      if (random.oneIn(2)) post(random.pick([`${year + 1}-01-01`, `${year + 1}-01-31`, `${year + 1}-02-01`, `${year + 1}-03-01`]), '', random.pick(['senior_full', 'senior_vice']));
      for (const term of [`${year}-1`, `${year}-2`, `${year - 1}-2`]) {
        for (const course of ['数控', '实训']) {
          if (random.oneIn(3)) add(sheets, 'teaching', { campus_id: random.oneIn(9) ? random.pick(campuses).id : id, term, course, kind: 'core', higher_code: '460103', person_id, hours: random.pick(['16', '0', '32.5', '0.25', '7.125']) });
        }
      }
      if (random.oneIn(3)) pay(random, sheets, asked, { kind: 'lecture_fee', from_id: id, to_id: person_id });
    }
  }
}

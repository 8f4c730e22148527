import type { MadeRegion } from './made-region.ts';
import { daysAfter, periodOff, periodOn } from './made-days.ts';
import { add, hundredths } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

const DAYS = ['2024-05-29', '2025-06-20', '2025-08-31', '2025-09-01', '2026-06-20', '2027-06-30', '2027-08-31', '2027-09-01', '2028-02-29', '2028-05-31'] as const;
const STATUSES = ['enrolled', 'repeating', 'internship', 'suspended', 'place_kept', 'withdrawn', 'transferred_out', 'graduated', 'completed', 'incomplete'] as const;

/** A final year that a seed decides, on both sides of every line of the audit. */
export function madeFinalYear(seed: number): MadeRegion {
  const random = randomFrom(seed);
  const day = random.oneIn(30) ? '2024-05-28' : random.pick(DAYS);
  const sheets: MadeSheets = {};
  // A sheet that is not reported at all answers otherwise than one without the student's row.
  const reported = Object.fromEntries(['credits', 'certificates', 'filings', 'charges', 'receipts'].map((name) => [name, !random.oneIn(6)]));
  for (let at = random.whole(0, 14); at > 0; at--) makeStudent(random, day, sheets, `N${random.whole(0, 99)}-${at}`);
  for (const name of Object.keys(reported)) if (reported[name] === false) delete sheets[name];
  return { seed, day, sheets };
}

function makeStudent(random: Random, day: string, sheets: MadeSheets, student_id: string): void {
  makeRoll(random, day, sheets, student_id);
  makeCredits(random, sheets, student_id);
  for (let at = random.pick([0, 1, 1, 1, 2, 3]); at > 0; at--) makeCertificate(random, day, sheets, student_id, at);
  if (!random.oneIn(5)) add(sheets, 'filings', { student_id, list_no: '名册', filed_on: '2022-12-05' });
  makeFees(random, day, sheets, student_id);
}

/** Around the day of the audit, earlier rows of either stage before it, so that the first higher row lies one to six years back. */
function makeRoll(random: Random, day: string, sheets: MadeSheets, student_id: string): void {
  const person = { student_id, name: '学生', sex: 1, birth_date: '2004-02-29', programme_id: 'P1', school_id: 'S1', cohort: 2019, class_id: random.pick(['', 'K1']), boarder: '' };
  const higher = { ...person, campus_id: 'C1', stage: 'higher', grade: random.oneIn(8) ? 4 : 5, status: random.oneIn(4) ? random.pick(STATUSES) : random.pick(['enrolled', 'repeating', 'internship']) };
  const now = random.oneIn(10) ? periodOff(random, day) : periodOn(random, day);
  add(sheets, 'students', { ...higher, ...now });
  if (now.from !== daysAfter(day, 1) && random.oneIn(2)) {
    const since = `${Number(now.from.slice(0, 4)) - random.whole(1, 5)}-${random.pick(['08-31', '09-01', '09-10', '02-01'])}`;
    add(sheets, 'students', { ...higher, grade: 4, from: since, to: daysAfter(now.from, -1) });
    if (random.oneIn(2)) add(sheets, 'students', { ...higher, campus_id: '', stage: 'secondary', grade: 3, from: daysAfter(since, -400), to: daysAfter(since, -1) });
  } else if (random.oneIn(4)) {
    add(sheets, 'students', { ...higher, campus_id: '', stage: 'secondary', grade: 3, from: daysAfter(now.from, -2000), to: daysAfter(now.from, -1) });
  }
}

function makeCredits(random: Random, sheets: MadeSheets, student_id: string): void {
  if (random.oneIn(7)) return;
  const required = random.pick([14_000, 14_050]);
  add(sheets, 'credits', {
    student_id, required: hundredths(required), earned: hundredths(required + random.pick([0, 0, 0, 250, 1, -1, -350])),
    conduct_ok: random.pick(['yes', 'yes', 'yes', 'yes', 'no', '']), internship_ok: random.pick(['yes', 'yes', 'yes', 'yes', 'no', '']),
    certificate_exemption: random.oneIn(6) ? '委〔2026〕1号' : '',
  });
}

/** Of either kind and any level, its number naming the level or another, issued by the day of the audit or after it. */
function makeCertificate(random: Random, day: string, sheets: MadeSheets, student_id: string, at: number): void {
  const issued_on = random.pick([day, daysAfter(day, 1), daysAfter(day, -1), daysAfter(day, -200)]);
  const verified = random.pick(['yes', 'yes', 'yes', 'no']);
  // What stands behind the hyphen is each student's own, and a student has fewer than ten.
  const serial = String(Number(student_id.split('-')[1]) * 10 + at).padStart(6, '0');
  const about = { student_id, name: '证书', issued_on, verified };
  if (random.oneIn(2)) {
    add(sheets, 'certificates', { ...about, kind: 'x', level: random.pick(['primary', 'intermediate', 'advanced']), number: `X-${student_id}-${at}-XX` });
    return;
  }
  const level = random.pick(['1', '2', '3', '3', '4', '5']);
  const named = random.oneIn(6) ? random.pick(['1', '2', '3', '4', '5']) : level;
  const number = random.pick([...Array<string>(14).fill(`S00003300000126${named}${serial}`), `S${student_id}${at}`, `s00003300000126${named}${serial}`]);
  add(sheets, 'certificates', { ...about, kind: 'skill', level, number });
}

/** Charges and receipts of several years and kinds, the difference a fen under, on and over nothing. */
function makeFees(random: Random, day: string, sheets: MadeSheets, student_id: string): void {
  if (random.oneIn(5)) return;
  const charges = random.whole(0, 3);
  let due = 0;
  for (let at = 0; at < charges; at++) {
    const due_on = random.pick([day, daysAfter(day, 1), daysAfter(day, -300)]);
    const amount = random.pick([660_000, 120_000, 1, 99_999]);
    if (due_on <= day) due += amount;
    add(sheets, 'charges', { student_id, academic_year: 2024 + (at % 2), kind: ['tuition', 'dorm', 'custody'][at] ?? 'other', amount_yuan: hundredths(amount), due_on });
  }
  const paid = Math.max(0, due + random.pick([0, 0, -1, 1, -100_000]));
  add(sheets, 'receipts', { receipt_id: `${student_id}a`, student_id, academic_year: 2024, kind: 'tuition', amount_yuan: hundredths(Math.floor(paid / 2)), received_on: random.pick([day, daysAfter(day, -10)]), received_by: '', source: '' });
  add(sheets, 'receipts', { receipt_id: `${student_id}b`, student_id, academic_year: 2025, kind: 'dorm', amount_yuan: hundredths(paid - Math.floor(paid / 2)), received_on: random.pick([day, daysAfter(day, 1), daysAfter(day, -10)]), received_by: '', source: '' });
}

import { studentRow, type TypedRow, type TypedSheets } from '../../../core/check/made-dataset.ts';
import { secondaryRow } from '../../../store/students/made-students.ts';
import type { Random } from '../random.ts';
import { FIRST_DAYS, schoolRow } from './world.ts';
import { later, plus } from './naive-days.ts';
import { CAMPUS_OF, gradeOn, isHigherOn, PROGRAMME_OF, stateOn, type SchoolId, type Student } from './student.ts';

/** Rows that are told of on a day, through the same door as a workbook. */
export interface News {
  readonly on: string;
  readonly sheets: TypedSheets;
}

/** What comes of one school in one school year beside its students, as it is drawn. */
export interface SchoolYear {
  readonly school: SchoolId;
  readonly year: number;
  readonly registered_on: string;
  readonly counted_on: string;
  readonly sampled: boolean;
  readonly insured_late: boolean;
  readonly dorm_paid: string;
  readonly custody_paid: string;
  readonly share_paid: readonly (string | null)[];
  readonly custody_back: string;
  readonly refunded: string | null;
  readonly visits: { readonly first: string | null; readonly second: string | null; readonly conduct: string | null };
}

const AMOUNTS = { tuition: 6600, dorm: 1200, custody: 800, spent: 700, spent_by_leaver: 300 } as const;

export function drawSchoolYear(random: Random, school: SchoolId, year: number): SchoolYear {
  const day = (...days: string[]): string => `${year}-${random.pick(days)}`;
  const next = (...days: (string | null)[]): string | null => { const one = random.pick(days); return one === null ? null : `${year + 1}-${one}`; };
  return {
    school, year, registered_on: day('11-10', '11-20', '11-25'), counted_on: day('10-31', '11-04'), sampled: !random.oneIn(4), insured_late: random.oneIn(3),
    dorm_paid: day('10-05', '10-10', '10-11', '11-02'), custody_paid: day('10-09', '10-12', '10-13'), share_paid: [next('01-15', '01-31', '02-05', null), next('08-15', '08-31', '09-04')],
    custody_back: next('08-20', '08-31', '09-08') ?? '', refunded: random.pick([`${year}-12-10`, `${year}-12-19`, `${year}-12-22`, null]),
    visits: { first: random.pick([`${year}-11-12`, `${year + 1}-01-31`, null]), second: next('02-20', '08-31', null), conduct: next('03-02', '08-31', null) },
  };
}

/** What is told of each student, in the words of the registers; the roll itself is changed by acts once they are on it. */
export function newsOfStudent(one: Student): News[] {
  const { student_id, school, cohort, since, filed, score, resit, tested_late, certified, signed, job } = one;
  const at = { programme_id: PROGRAMME_OF[school], school_id: school, birth_date: `${cohort - 15}-03-04`, cohort, from: since };
  const third = cohort + 3;
  const news: News[] = [{ on: since, sheets: {
    students: [gradeOn(one, since) > 3 ? studentRow(student_id, { ...at, campus_id: CAMPUS_OF[school], grade: gradeOn(one, since) }) : secondaryRow(student_id, { ...at, grade: gradeOn(one, since) })],
    credits: [{ student_id, required: 140, earned: 141.5, conduct_ok: 'yes', internship_ok: 'yes' }],
    ...(cohort < 2024 && filed !== null && { filings: [{ student_id, list_no: `名册${cohort}`, filed_on: filed }] }),
  } }];
  if (cohort >= 2024 && filed !== null) news.push({ on: filed, sheets: { filings: [{ student_id, list_no: `名册${cohort}`, filed_on: filed }] } });
  if (cohort >= 2024 && signed !== null) news.push({ on: signed, sheets: { agreements: [{ student_id, signed_student_on: signed, signed_guardian_on: signed, signed_school_on: signed, signed_college_on: signed, places: `${school};${school};${school};${CAMPUS_OF[school]};${CAMPUS_OF[school]}`, copies_issued: 3 }] } });
  if (third > 2024 && stateOn(one, `${third}-04-01`) === 'secondary') {
    news.push({ on: tested_late ? `${third}-05-02` : `${third}-04-12`, sheets: { results: [{ student_id, kind: 'upgrade_test', on: tested_late ? `${third}-05-02` : `${third}-04-12`, score }] } });
    if (score < 60) news.push({ on: `${third}-04-26`, sheets: { results: [{ student_id, kind: 'upgrade_resit', on: `${third}-04-26`, score: resit }] } });
  }
  const last = cohort + 5;
  if (!isHigherOn(one, `${last}-06-01`)) return news;
  news.push(...internship(one));
  if (certified) news.push({ on: `${last}-05-20`, sheets: { certificates: [{ student_id, kind: 'skill', name: '电工', level: 3, number: numberOf(one), issued_on: `${last}-05-20`, verified: 'yes' }] } });
  if (certified && job.on !== null) news.push({ on: job.on, sheets: { destinations: [destination(one, job.code, job.on)] } });
  if (certified && job.again !== null) news.push({ on: job.again, sheets: { destinations: [destination(one, '11', job.again)] } });
  return news;
}

const numberOf = ({ cohort, school, student_id }: Student): string => `S000033000012${String(cohort + 5).slice(2)}3${school === 'S' ? '1' : '2'}${String(student_id.split('-')[2]).padStart(5, '0')}`;
const destination = ({ student_id }: Student, code: string, recorded_on: string): TypedRow => ({ student_id, code, recorded_on, ...(code === '11' && { employer_id: 'F', place_code: '330803' }) });

function internship(one: Student): News[] {
  const year = one.cohort + 4;
  const { agreed, trained, insured } = one.intern;
  const row = { student_id: one.student_id, employer_id: 'F', from: `${year}-10-13`, to: `${year + 1}-01-31` };
  return [
    { on: `${year}-09-20`, sheets: { internships: [row] } },
    { on: later(agreed, trained), sheets: { internships: [{ ...row, agreement_on: agreed ?? '', safety_training_on: trained ?? '' }] } },
    ...(insured === null ? [] : [{ on: insured, sheets: { insurance: [{ policy_no: `实${one.student_id}`, kind: 'internship_liability', student_id: one.student_id, from: insured, to: `${year + 1}-01-31` }] } }]),
  ];
}

/** Money, insurance and counts of a school year; fees are those of everybody at the campus on its first day. */
export function newsOfYear(drawn: SchoolYear, students: readonly Student[]): News[] {
  const { school, year, registered_on, sampled, insured_late } = drawn;
  const own = students.filter((one) => one.school === school);
  const begins = `${year}-09-01`;
  const higher = own.filter((one) => isHigherOn(one, begins));
  const newcomers = own.filter(({ cohort }) => cohort === year);
  const news: News[] = [{ on: drawn.counted_on, sheets: { grant_headcounts: [{ campus_id: CAMPUS_OF[school], on: `${year}-10-31`, students: headsOn(students, school, `${year}-10-31`) }] } }];
  news.push({ on: `${year}-10-31`, sheets: { schools: [schoolRow(school, { on: `${year}-10-31`, pilot_from: school === 'S2' && year >= 2028 ? '' : '2024-09-01' })] } });
  if (newcomers.length > 0) news.push({ on: registered_on, sheets: { intakes: [{ year, school_id: school, programme_id: PROGRAMME_OF[school], planned: newcomers.length, registered: newcomers.length }] } });
  own.filter((one) => stateOn(one, begins) === 'secondary' && stateOn(one, `${year + 1}-03-24`) === 'secondary').forEach(({ student_id }, at) => {
    if (at < 15 || sampled) news.push(sample(student_id, `${year + 1}-03-${at < 15 ? '10' : '24'}`));
  });
  higher.forEach((one, at) => {
    const from = insured_late && at === 0 ? `${year}-09-08` : begins;
    news.push({ on: from, sheets: { insurance: [{ policy_no: `校${one.student_id}-${year}`, kind: 'school_liability', student_id: one.student_id, from, to: `${year + 1}-08-31` }] } });
    news.push(...feesOf(one, drawn, at === 1 && year === UNSETTLED));
  });
  return [...news, ...relayed(drawn, higher)];
}

const sample = (student_id: string, on: string): News => ({ on, sheets: { results: [{ student_id, kind: 'sample_test', on, score: 80 }] } });

/** In this year one student of each school is still to get back what was left of their custody fees. */
export const UNSETTLED = 2029;

/** Fees of one student of a year: charged, paid, spent, and what was left of them given back. */
function feesOf(one: Student, { year, custody_back, refunded }: SchoolYear, kept: boolean): News[] {
  const { student_id, leaves } = one;
  const leaver = leaves === `${year}-12-04`;
  const of = { student_id, academic_year: year };
  const receipt = (kind: string, on: string, amount_yuan: number): TypedRow => ({ receipt_id: `${kind}${year}${student_id}`, ...of, kind, amount_yuan, received_on: on });
  const spent = leaver ? AMOUNTS.spent_by_leaver : AMOUNTS.spent;
  const [spent_on, back_on] = [leaver ? `${year}-11-20` : `${year + 1}-03-01`, leaver ? `${year}-12-15` : custody_back];
  return [
    { on: `${year}-09-12`, sheets: { charges: (['tuition', 'dorm'] as const).map((kind) => ({ ...of, kind, amount_yuan: AMOUNTS[kind], due_on: `${year}-09-10` })),
      receipts: [receipt('tuition', `${year}-09-10`, AMOUNTS.tuition), receipt('dorm', `${year}-09-10`, AMOUNTS.dorm), receipt('custody', `${year}-09-12`, AMOUNTS.custody)] } },
    { on: spent_on, sheets: { custody_spending: [{ spending_id: `U${year}${student_id}`, ...of, item: '教材', amount_yuan: spent, spent_on }] } },
    ...(kept ? [] : [{ on: back_on, sheets: { payments: [payment('custody_refund', student_id, AMOUNTS.custody - spent, back_on, { academic_year: year })] } }]),
    ...(leaver ? [{ on: leaves, sheets: { departures: [{ student_id, on: leaves, kind: 'withdrawn' }] } }] : []),
    ...(leaver && refunded !== null ? [{ on: refunded, sheets: { payments: [payment('fee_refund', student_id, refundOf(year), refunded, { academic_year: year, of: 'tuition' })] } }] : []),
  ];
}

/** B34: of ten months those begun, thirty days each, from the first day of term to the day of leaving, both counted. */
export function refundOf(year: number): number {
  const days = (Date.parse(`${year}-12-04`) - Date.parse(FIRST_DAYS[year] ?? '')) / 86_400_000 + 1;
  const left = 10 - Math.ceil(days / 30);
  return (AMOUNTS.tuition + AMOUNTS.dorm) / 10 * left;
}

export const payment = (kind: string, to_id: string, amount_yuan: number, paid_on: string, given: TypedRow): TypedRow =>
  ({ payment_id: `${kind}${paid_on}${to_id}`, kind, from_id: 'H', to_id, amount_yuan, paid_on, ...given });

function relayed({ school, year, dorm_paid, custody_paid, share_paid }: SchoolYear, higher: readonly Student[]): News[] {
  const many = higher.length;
  if (many === 0) return [];
  const paid = (kind: string, to: string, amount: number, on: string): News => ({ on, sheets: { payments: [payment(kind, to, amount, on, { academic_year: year })] } });
  return [
    paid('dorm', CAMPUS_OF[school], AMOUNTS.dorm * many, dorm_paid), paid('custody', CAMPUS_OF[school], AMOUNTS.custody * many, custody_paid),
    ...share_paid.flatMap((on) => (on === null ? [] : [paid('tuition_share', school, AMOUNTS.tuition * many * 3 / 10, on)])),
  ];
}

/** The grant of a fiscal year, by quarters after last year's count and the rest after this year's; what came is passed on. */
export interface Grant {
  readonly campus: string;
  readonly year: number;
  readonly receipts: readonly { readonly id: string; readonly on: string; readonly yuan: number; readonly passed_on: string }[];
}

export function drawGrant(random: Random, school: SchoolId, year: number, students: readonly Student[]): Grant {
  const heads = (y: number): number => headsOn(students, school, `${y}-10-31`);
  const [before, now] = [heads(year - 1), heads(year)];
  const rest = 1000 * (8 * before + 4 * now) - 9000 * before;
  const parts = [['03-20', '03-31', '04-05'], ['06-30', '07-02'], ['09-25', '09-30', '10-08'], ['12-10', '12-20', '12-23']].map((days, at) => ({ day: `${year}-${random.pick(days)}`, yuan: at === 3 ? rest : 3000 * before }));
  return {
    campus: CAMPUS_OF[school], year,
    receipts: parts.filter(({ yuan }) => yuan > 0).map(({ day, yuan }) => ({ id: `G${CAMPUS_OF[school]}${day}`, on: day, yuan, passed_on: plus(day, random.pick([5, 30, 31])) })),
  };
}

export const headsOn = (students: readonly Student[], school: SchoolId, day: string): number => students.filter((one) => one.school === school && isHigherOn(one, day)).length;

export function newsOfGrant({ campus, year, receipts }: Grant): News[] {
  return receipts.flatMap(({ id, on, yuan, passed_on }) => [
    { on, sheets: { grant_receipts: [{ receipt_id: id, campus_id: campus, payer_id: campus === 'C' ? 'G' : 'G2', fiscal_year: year, amount_yuan: yuan, received_on: on }] } },
    { on: passed_on, sheets: { payments: [payment('grant', campus, yuan, passed_on, { fiscal_year: year })] } },
  ]);
}

/** Many told of together are one workbook; the last row of a key counts. */
export function together(news: readonly News[]): TypedSheets {
  const sheets: Record<string, TypedRow[]> = {};
  for (const { sheets: some } of [...news].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    for (const [name, rows] of Object.entries(some)) (sheets[name] ??= []).push(...rows);
  }
  const internships = new Map((sheets['internships'] ?? []).map((row) => [String(row['student_id']), row]));
  return { ...sheets, ...(internships.size > 0 && { internships: [...internships.values()] }) } as TypedSheets;
}


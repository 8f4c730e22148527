import type { Spell } from './duty-lines.ts';
import { later, plus } from './naive-days.ts';
import { headsOn, refundOf, UNSETTLED, type Grant, type SchoolYear } from './news.ts';
import { CAMPUS_OF, graduation, isHigherOn, SCHOOL_IDS, stateOn, type SchoolId, type Student } from './student.ts';
import { BODIES, CAMPUS_PLACES, placeOfSchool } from './way-spells.ts';
import { FIRST_DAYS } from './world.ts';

/** What people did on days of their own, beside registers and matters. */
export interface Deeds {
  readonly snapshots: { readonly year: number; readonly on: string }[];
  readonly circulars: { readonly on: string; readonly by: string; readonly read: Readonly<Record<string, string | null>> }[];
  readonly appeals: { readonly student: string; readonly on: string; answered: string | null }[];
  readonly refusals: { readonly student: string; readonly school: SchoolId; readonly on: string; again: string | null }[];
  /** Steps of courses: taught by whom, until when the term lasts. */
  readonly courses: { readonly id: string; readonly school: SchoolId; readonly staff: string; readonly last_day: string; readonly steps: readonly { readonly act: 'assign' | 'submit' | 'return' | 'release'; readonly on: string }[] }[];
  readonly assessed: { readonly school: SchoolId; readonly year: number; readonly on: string }[];
  readonly reviewed: { readonly unit: string; readonly year: number; readonly on: string }[];
  /** When a school was stopped, and when it came back. */
  readonly stops: { readonly school: SchoolId; readonly last: string; resumed: string | null }[];
}

export interface City {
  readonly students: readonly Student[];
  readonly years: readonly SchoolYear[];
  readonly grants: readonly Grant[];
  readonly deeds: Deeds;
}

const latest = (days: readonly (string | null)[]): string | null => (days.includes(null) || days.length === 0 ? null : later(...days));
const first = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;
const studentAbout = ({ student_id }: Student): string => `student ${student_id}`;

/** Everything that registers and people set off, by the clauses; of several things that end a duty together the last one does. */
export function registerSpells(city: City, today: string): Spell[] {
  const spells = [...ofSchools(city), ...city.students.flatMap(ofStudent), ...ofMoney(city), ...ofDeeds(city), ...ofSupervision(city, today)];
  return spells.filter(({ opened }) => opened <= today);
}

function ofSchools({ students, years }: City): Spell[] {
  return years.flatMap(({ school, year, registered_on, sampled, insured_late, counted_on }): Spell[] => {
    const own = students.filter((one) => one.school === school);
    const [begins, next] = [`${year}-09-01`, `${year + 1}-09-01`];
    const [newcomers, higher] = [own.filter(({ cohort }) => cohort === year), own.filter((one) => isHigherOn(one, begins))];
    const third = own.filter((one) => one.cohort === year - 2 && stateOn(one, begins) === 'secondary');
    const about = { about: `org:${school}`, opened: begins, place: placeOfSchool(school) };
    const tested = own.filter((one) => stateOn(one, begins) === 'secondary' && stateOn(one, `${year + 1}-03-24`) === 'secondary');
    const secondary = own.filter((one) => stateOn(one, begins) === 'secondary');
    const needed = Math.min(secondary.length, Math.max(20, Math.ceil(secondary.length / 10)));
    const sampled_on = needed <= Math.min(15, tested.length) ? `${year + 1}-03-10` : sampled && tested.length >= needed ? `${year + 1}-03-24` : null;
    return [
      ...(newcomers.length === 0 ? [] : [
        // Who is on no list is a gap until they are gone.
        { ...about, duty: 'new_student_list', closed: latest(newcomers.map((one) => one.filed ?? `${year + 3}-09-01`)) },
        { ...about, duty: 'roll_registration', closed: registered_on },
      ]),
      ...(higher.length === 0 ? [] : [{ ...about, duty: 'school_liability', closed: insured_late ? `${year}-09-08` : begins }]),
      ...(secondary.length === 0 ? [] : [{ ...about, duty: 'sample_test', closed: sampled_on !== null && sampled_on < next ? sampled_on : null }]),
      ...(third.length === 0 ? [] : [{ ...about, duty: 'upgrade_test', closed: later(...third.map(({ tested_late }) => `${year + 1}-${tested_late ? '05-02' : '04-12'}`)) }]),
      { duty: 'headcount_sheet', about: `campus:${CAMPUS_OF[school]}`, opened: begins, closed: later(counted_on, `${year}-10-31`), place: CAMPUS_PLACES[CAMPUS_OF[school]] ?? {} },
    ];
  });
}

function ofStudent(one: Student): Spell[] {
  const about = { about: studentAbout(one), place: placeOfSchool(one.school) };
  const spells: Spell[] = [];
  if (one.cohort >= 2024) {
    const begins = FIRST_DAYS[one.cohort] ?? '';
    const ended = [one.signed, one.leaves, ...(stateOn(one, `${one.cohort + 3}-09-01`) === 'left' ? [`${one.cohort + 3}-09-01`] : [])].flatMap((day) => day ?? []);
    spells.push({ ...about, duty: 'agreement', opened: later(begins, one.since), from: begins, closed: first(ended) });
  }
  if (!isHigherOn(one, `${one.cohort + 5}-06-01`)) return spells;
  const begins = `${one.cohort + 4}-10-13`;
  const { agreed, trained, insured } = one.intern;
  spells.push({ ...about, duty: 'internship_papers', opened: plus(begins, -14), from: begins, closed: latest([agreed, trained]) });
  spells.push({ ...about, duty: 'internship_insurance', opened: plus(begins, -14), from: begins, closed: insured });
  if (!one.certified) return spells;
  const told = [one.job.on, one.job.again].flatMap((day) => day ?? []).sort();
  spells.push({ ...about, duty: 'destination', opened: graduation(one), closed: told[0] ?? null });
  const count = `${one.cohort + 5}-08-31`;
  if (one.job.on !== null && one.job.on <= count && ['70', '71', '72'].includes(one.job.code)) {
    spells.push({ ...about, duty: 'destination_again', opened: plus(count, 1), closed: told.find((day) => day > count) ?? null });
  }
  return spells;
}

/** The day on which as much had gone on as had come in; both as sums of their days. */
function caughtUp(came: readonly { readonly on: string; readonly yuan: number }[], went: readonly { readonly on: string; readonly yuan: number }[]): (string | null)[] {
  const sum = (rows: typeof came, day: string): number => rows.filter(({ on }) => on <= day).reduce((total, { yuan }) => total + yuan, 0);
  return came.map(({ on }) => first(went.map((one) => one.on).filter((day) => sum(went, day) >= sum(came, on))));
}

function ofMoney(city: City): Spell[] {
  return [...SCHOOL_IDS.flatMap((school) => [...feeSpells(city, school), ...grantSpells(city, school), ...shareSpells(city, school)]), ...city.students.flatMap((one) => refundSpells(city, one)), ...custodySpells(city)];
}

function feeSpells({ students, years }: City, school: SchoolId): Spell[] {
  const of = years.filter((one) => one.school === school && studentsAt(students, school, one.year).length > 0);
  const came = (kind: 'dorm' | 'custody') => of.map(({ year }) => ({ on: `${year}-09-${kind === 'dorm' ? '10' : '12'}`, yuan: (kind === 'dorm' ? 1200 : 800) * studentsAt(students, school, year).length }));
  const went = (kind: 'dorm' | 'custody') => of.map((one) => ({ on: kind === 'dorm' ? one.dorm_paid : one.custody_paid, yuan: (kind === 'dorm' ? 1200 : 800) * studentsAt(students, school, one.year).length }));
  const campus = CAMPUS_OF[school];
  return (['dorm', 'custody'] as const).flatMap((kind) => caughtUp(came(kind), went(kind)).map((closed, at) =>
    ({ duty: 'fees_pass_on', about: `campus:${campus}`, opened: came(kind)[at]?.on ?? '', closed, place: CAMPUS_PLACES[campus] ?? {} })));
}

const studentsAt = (students: readonly Student[], school: SchoolId, year: number): Student[] => students.filter((one) => one.school === school && isHigherOn(one, `${year}-09-01`));

function shareSpells({ students, years }: City, school: SchoolId): Spell[] {
  const of = years.filter((one) => one.school === school && studentsAt(students, school, one.year).length > 0);
  const paid = of.flatMap(({ share_paid }) => share_paid.flatMap((day) => day ?? [])).sort();
  return of.flatMap(({ year }) => ['01-31', '08-31'].map((day): Spell => {
    const settled = `${year + 1}-${day}`;
    const opened = plus(settled, -30);
    return { duty: 'tuition_settlement', about: `org:${school}`, opened, from: settled, closed: paid.find((on) => on >= opened) ?? null, place: placeOfSchool(school) };
  }));
}

/** M5-e: parts by last year’s count, the whole by both; M5-f: each receipt is passed on. */
function grantSpells({ students, grants }: City, school: SchoolId): Spell[] {
  const campus = CAMPUS_OF[school];
  const own = grants.filter((one) => one.campus === campus);
  const place = { payer: CAMPUS_PLACES[campus]?.payer ?? '', college: 'H', county: CAMPUS_PLACES[campus]?.county ?? '' };
  const passed = own.flatMap(({ receipts }) => receipts.map(({ passed_on, yuan }) => ({ on: passed_on, yuan })));
  const came = own.flatMap(({ receipts }) => receipts);
  return [
    ...own.flatMap(({ year, receipts }): Spell[] => {
      const [before, now] = [headsOn(students, school, `${year - 1}-10-31`), headsOn(students, school, `${year}-10-31`)];
      const full = (yuan: number): string | null => first(receipts.map(({ on }) => on).filter((day) => receipts.filter(({ on }) => on <= day).reduce((total, one) => total + one.yuan, 0) >= yuan));
      const quarters = [['01-01', '03-31'], ['04-01', '06-30'], ['07-01', '09-30']] as const;
      return [
        ...(before === 0 ? [] : quarters.map(([begins, ends], at): Spell => ({ duty: 'grant_quarter', about: `org:${place.payer}`, opened: `${year}-${begins}`, from: `${year}-${ends}`, closed: full(3000 * before * (at + 1)), place }))),
        { duty: 'grant_in_full', about: `org:${place.payer}`, opened: `${year}-11-01`, closed: full(1000 * (8 * before + 4 * now)), place },
      ];
    }),
    ...caughtUp(came, passed).map((closed, at): Spell => ({ duty: 'grant_pass_on', about: `campus:${campus}`, opened: came[at]?.on ?? '', closed, place: CAMPUS_PLACES[campus] ?? {} })),
  ];
}

function refundSpells({ years }: City, one: Student): Spell[] {
  const { leaves } = one;
  if (leaves === null || !leaves.endsWith('-12-04') || leaves < '2024-09-01' || refundOf(Number(leaves.slice(0, 4))) <= 0) return [];
  const drawn = years.find(({ school, year }) => school === one.school && year === Number(leaves.slice(0, 4)));
  return drawn === undefined ? [] : [{ duty: 'fee_refund', about: studentAbout(one), opened: leaves, closed: drawn.refunded, place: CAMPUS_PLACES[CAMPUS_OF[one.school]] ?? {} }];
}

function custodySpells({ students, years }: City): Spell[] {
  return years.filter(({ school, year }) => studentsAt(students, school, year).length > 0)
    .map(({ school, year, custody_back }): Spell => ({ duty: 'custody_settlement', about: `org:${school}`, opened: `${year}-09-12`, closed: year === UNSETTLED && studentsAt(students, school, year).length > 1 ? null : custody_back, place: placeOfSchool(school) }));
}

function ofDeeds({ deeds, years }: City): Spell[] {
  const autumns = [...new Set(years.map(({ year }) => year))];
  return [
    ...autumns.map((year): Spell => ({ duty: 'condition_snapshot', about: 'region', opened: `${year}-09-01`, closed: deeds.snapshots.find((one) => one.year === year)?.on ?? null, place: {} })),
    ...deeds.circulars.flatMap(({ on, by, read }) => Object.entries(read).map(([body, day]): Spell => ({ duty: 'circular_receipt', about: `org:${body}`, opened: on, from: by, closed: day, place: BODIES[body] ?? {} }))),
    ...deeds.appeals.map(({ student, on, answered }): Spell => ({ duty: 'step_up_appeal', about: `student ${student}`, opened: on, closed: answered, place: { college: 'H', school: student.slice(0, student.indexOf('-')) } })),
    ...deeds.refusals.map(({ student, school, on, again }): Spell => ({ duty: 'benefit_difficulty', about: `student ${student}`, opened: on, closed: again, place: placeOfSchool(school) })),
    ...deeds.courses.flatMap(({ id, school, staff, last_day, steps }) => steps.flatMap(({ act, on }, at): Spell[] => {
      const of = { about: id, opened: on, place: { person: staff, college: 'H', school } };
      if (act === 'submit') return [{ ...of, duty: 'grades_release', closed: steps[at + 1]?.on ?? null }];
      if (act === 'release') return [];
      return [{ ...of, duty: 'grades_in', from: act === 'assign' ? last_day : later(last_day, on), closed: steps.slice(at + 1).find((one) => one.act === 'submit')?.on ?? null }];
    })),
  ];
}

/** S3: every school that was ever in the pilot, through a stop and after it; each term, each year, each December. */
function ofSupervision({ years, deeds }: City, today: string): Spell[] {
  return [...years.flatMap(({ school, year, visits }): Spell[] => {
    const of = { about: `org:${school}`, place: placeOfSchool(school) };
    return [
      { ...of, duty: 'quality_visit', opened: `${year}-09-01`, from: deeds.courses.find((one) => one.last_day.startsWith(`${year + 1}`))?.last_day ?? `${year + 1}-01-31`, closed: visits.first },
      { ...of, duty: 'quality_visit', opened: `${year + 1}-02-01`, from: `${year + 1}-08-31`, closed: visits.second },
      { ...of, duty: 'conduct_visit', opened: `${year}-09-01`, from: `${year + 1}-08-31`, closed: visits.conduct },
      { about: `org:${school}`, place: { county: placeOfSchool(school).county ?? '' }, duty: 'yearly_assessment', opened: `${year}-09-01`, from: `${year + 1}-08-31`, closed: deeds.assessed.find((one) => one.school === school && one.year === year)?.on ?? null },
    ];
  }), ...[...new Set(years.map(({ year }) => year))].flatMap((year) => ['S', 'S2', 'H', 'B2', 'B3'].map((unit): Spell =>
    ({ duty: 'yearly_review', about: `org:${unit}`, opened: `${year}-12-01`, from: `${year}-12-31`, closed: deeds.reviewed.find((one) => one.unit === unit && one.year === year)?.on ?? null, place: BODIES[unit] ?? {} })))]
    .filter(({ opened }) => opened <= today);
}

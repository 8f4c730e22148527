import { agreements, insurance, internships } from '../../../core/exchange/sheets/agreements.ts';
import { addDays, date } from '../../../core/values/plain-date.ts';
import type { Pupil } from './pupil.ts';
import { draws } from './random.ts';
import { SIGNED_ON_DAY_31 } from './special-pupils.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

const FIRM_OF: Readonly<Record<string, string>> = { S1: 'F1', S2: 'F4', S3: 'F2' };
/** Was to take interns until it closed; its two went to another firm the next day. */
const CLOSED_FIRM = 'F9';

/** The five-year agreements, insurance of the higher stage, internships of spring 2025. */
export function paperwork(all: readonly Pupil[]): readonly Table[] {
  const higher = all.filter(({ spans }) => spans.at(-1)?.stage === 'higher');
  const interns = higher.filter(({ spans }) => spans.some(({ status }) => status === 'internship'));
  return [
    table(agreements, all.filter(({ cohort }) => cohort > 2020).map(agreementRow)),
    table(insurance, [
      ...higher.map((pupil) => {
        const year = pupil.cohort === 2020 ? 2024 : 2025;
        return { policy_no: `示例校责-${year}-${pupil.school}`, kind: 'school_liability', student_id: pupil.id, from: `${year}-09-01`, to: `${year + 1}-08-31` };
      }),
      ...interns.map(({ id, school }) => ({
        policy_no: `示例实责-2025-${school}`, kind: 'internship_liability', student_id: id, from: '2025-03-01', to: '2025-06-30',
      })),
    ]),
    table(internships, interns.flatMap(internshipRows)),
  ];
}

/** The college signed after the last day of 2025, which is 9 October. */
const SIGNED_LATE_BY_COLLEGE = '20251010';
const LATE_DAY = date('2025-10-15');

function agreementRow(pupil: Pupil): Row<typeof agreements> {
  const first = date(`${pupil.cohort}-09-01`);
  const late = pupil.id === SIGNED_ON_DAY_31;
  const family = addDays(first, late ? 30 : draws(`agreement ${pupil.id}`).between(2, 20));
  const offices = late ? family : addDays(family, 5);
  const college = pupil.id === SIGNED_LATE_BY_COLLEGE ? LATE_DAY : offices;
  return {
    student_id: pupil.id, signed_student_on: family, signed_guardian_on: family, signed_school_on: offices, signed_college_on: college,
    places: [pupil.school, pupil.school, pupil.school, pupil.campus, pupil.campus].join(';'), copies_issued: 3,
  };
}

function internshipRows({ id, school }: Pupil, index: number): Row<typeof internships>[] {
  const firm = FIRM_OF[school] ?? 'F1';
  const row = { student_id: id, employer_id: firm, from: '2025-03-01', to: '2025-06-25', agreement_on: '2025-02-25', safety_training_on: '2025-02-27' };
  if (index !== 7 && index !== 8) return [row];
  return [
    { ...row, employer_id: CLOSED_FIRM, to: '2025-03-31' },
    { ...row, from: '2025-04-01', agreement_on: '2025-03-31', safety_training_on: '2025-03-31' },
  ];
}

import { plus } from './naive-days.ts';
import type { Random } from '../random.ts';

export type SchoolId = 'S' | 'S2';
export const SCHOOL_IDS: readonly SchoolId[] = ['S', 'S2'];
export const CAMPUS_OF = { S: 'C', S2: 'C2' } as const;
export const PROGRAMME_OF = { S: 'P', S2: 'P2' } as const;

/** What is drawn of a student when they enter; what becomes of them follows by the rules. */
export interface Student {
  readonly student_id: string;
  readonly school: SchoolId;
  readonly cohort: number;
  /** Where their way in this city begins: those of earlier years are there already. */
  readonly since: string;
  /** When all had signed; null for nobody has. */
  readonly signed: string | null;
  readonly filed: string | null;
  readonly score: number;
  readonly resit: number;
  readonly tested_late: boolean;
  /** Leaves in spring of the second year, or in the first winter at the college. */
  readonly leaves: string | null;
  readonly certified: boolean;
  /** The destination and the days on which it was reported. */
  readonly job: { readonly code: string; readonly on: string | null; readonly again: string | null };
  readonly intern: { readonly agreed: string | null; readonly trained: string | null; readonly insured: string | null };
}

const oneOf = (random: Random, year: number, ...days: readonly (string | null)[]): string | null => {
  const day = random.pick(days);
  return day === null ? null : `${year}-${day}`;
};

/** The first student of each class is known in advance, so that each year has one who leaves, who is late, who fails. */
export function drawStudent(random: Random, school: SchoolId, cohort: number, at: number): Student {
  const seeded = cohort < 2024;
  const late = !seeded && at === 1;
  const since = seeded ? '2024-09-01' : late ? `${cohort}-${random.pick(['09-12', '10-15'])}` : `${cohort}-09-01`;
  const [third, last] = [cohort + 3, cohort + 5];
  return {
    student_id: `${school}-${cohort}-${at + 1}`, school, cohort, since,
    signed: late ? oneOf(random, cohort, '10-20', '11-14', '11-18') : at === 3 ? oneOf(random, cohort, null, '11-20') : oneOf(random, cohort, '10-01', '10-08', '10-09', '10-10', '10-20'),
    filed: at === 4 ? null : oneOf(random, cohort, '12-01', '12-05', ...(at === 5 ? ['12-08'] : [])),
    score: at === 6 ? random.whole(30, 59) : random.whole(60, 100), resit: random.whole(45, 75), tested_late: at === 7 && random.oneIn(2),
    leaves: at === 2 && !seeded ? `${cohort + 2}-03-15` : at === 0 && third >= 2024 ? `${third}-12-04` : null,
    certified: at !== 8,
    job: { code: random.pick(['11', '11', '70', '71']), on: oneOf(random, last, '07-15', '08-31', '09-03', null), again: random.pick([`${last}-11-20`, `${last}-12-31`, `${last + 1}-01-10`, null]) },
    intern: { agreed: oneOf(random, last - 1, '10-08', '10-12', '10-14', null), trained: oneOf(random, last - 1, '10-09', '10-12', '10-13'), insured: oneOf(random, last - 1, '10-10', '10-13', '10-15', null) },
  };
}

const PASS = 60;

const passes = ({ score, resit, filed }: Student): boolean => filed !== null && Math.max(score, score < PASS ? resit : 0) >= PASS;

/** Spells of a student on the roll, by the rules: three years at the school, two at the college for whoever passes, and then the end. */
export function stateOn(one: Student, day: string): 'to come' | 'secondary' | 'higher' | 'left' | 'graduated' | 'completed' {
  const up = `${one.cohort + 3}-09-01`;
  if (day < one.since) return 'to come';
  if (one.leaves !== null && one.leaves <= day) return 'left';
  if (day < up) return 'secondary';
  // Those of earlier years who are at the college already have passed before.
  if (up > '2024-09-01' && !passes(one)) return 'left';
  if (day < graduation(one)) return 'higher';
  return one.certified ? 'graduated' : 'completed';
}

export const graduation = ({ cohort }: Student): string => `${cohort + 5}-06-20`;
export const isHigherOn = (one: Student, day: string): boolean => stateOn(one, day) === 'higher';

/** The grade of a day: the first from the first autumn on. */
export function gradeOn({ cohort }: Student, day: string): number {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return year - cohort + 1;
}

/** The last day before another. */
export const dayBefore = (day: string): string => plus(day, -1);

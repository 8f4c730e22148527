import type { CampusFacts } from '../facts/campus-facts.ts';
import type { StudentFacts } from '../facts/students.ts';
import { exact } from '../values/exact.ts';
import { known, unreported, type Fact } from '../verdict/fact.ts';
import { UNKNOWN_GRADES, type CampusGround, type HigherGrades } from './campus-ground.ts';
import type { Path, Paths } from './path.ts';

/** N of a campus in one year, as facts that the standards read. */
export interface Heads {
  /** Null: not known. */
  readonly students: number | null;
  readonly grades: HigherGrades;
  readonly facts: StudentFacts;
}

const BOARDERS_UNKNOWN = unreported<never>('students');
const ONLY_HEADCOUNTS = unknownHeads('students');
const NOTHING_REPORTED = unknownHeads('students', 'intakes');
/** A programme of the school that may be taught here or elsewhere leaves the number open once it has students. */
const SOMEWHERE = unknownHeads('students', 'programmes');

/** N of a campus in the year with this index; `nothingReported`: neither students nor intakes were. */
export function headsOf(campus: CampusGround, paths: Paths, index: number, nothingReported: boolean): Heads {
  if (index === 0) return headsAtStart(campus);
  if (campus.headcounts_only) return ONLY_HEADCOUNTS;
  return nothingReported ? NOTHING_REPORTED : headsForeseen(campus, paths, index);
}

/** On the day itself heads are those that `check` counts. */
function headsAtStart({ at_start, grades_at_start }: CampusGround): Heads {
  const { value } = at_start.students;
  return { students: value === null ? null : Number(value.n / value.d), grades: value === null ? UNKNOWN_GRADES : grades_at_start, facts: at_start };
}

/** In a later year they are grades 4 and 5 of the programmes taught there. */
function headsForeseen({ campus }: CampusGround, paths: Paths, index: number): Heads {
  const own = paths.of_campus.get(campus.campus_id) ?? [];
  const somewhere = (paths.of_school.get(campus.school_id) ?? []).some(({ programme, grades }) => programme.campus_id === null && higherIn(grades[index]) > 0);
  if (somewhere) return SOMEWHERE;
  let [fourth, fifth] = [0, 0];
  for (const { grades } of own) {
    fourth += grades[index]?.[3] ?? 0;
    fifth += grades[index]?.[4] ?? 0;
  }
  const students = fourth + fifth;
  return {
    students,
    grades: { 4: fourth, 5: fifth },
    facts: { students: known(exact(students)), boarders: BOARDERS_UNKNOWN, majors: majorsOf(own, index) },
  };
}

/** The facts of a campus with other heads. */
export function withHeads(facts: CampusFacts, heads: StudentFacts): CampusFacts {
  return { ...facts, students: heads.students, boarders: heads.boarders, majors: heads.majors };
}

function unknownHeads(...missing: string[]): Heads {
  const none = unreported<never>(...missing);
  return { students: null, grades: UNKNOWN_GRADES, facts: { students: none, boarders: none, majors: none } };
}

function majorsOf(own: readonly Path[], index: number): Fact<readonly string[]> {
  const codes = new Set<string>();
  for (const { programme, grades } of own) {
    if (higherIn(grades[index]) === 0) continue;
    if (programme.higher_code === null) return unreported('programmes');
    codes.add(programme.higher_code);
  }
  return known([...codes].sort());
}

function higherIn(grades: Path['grades'][number] | undefined): number {
  return grades === undefined ? 0 : grades[3] + grades[4];
}

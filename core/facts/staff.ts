import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from '../values/period.ts';
import { sum, type Exact } from '../values/exact.ts';
import type { Row } from '../exchange/sheets.ts';
import { groupBy, type CampusRows } from './campus-rows.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';

type StaffRow = Row<'staff'>;

/** The people of a campus on a day. Counts are of persons, shares are sums of posts. */
export interface StaffFacts {
  readonly teachers: Fact<TeacherFigures>;
  readonly ideology: Fact<{ readonly share: Exact; readonly persons: number; readonly masters: number }>;
  readonly external: Fact<number>;
  readonly overlaps: Fact<{ readonly uncovered: number; readonly excepted: number; readonly full_time: number }>;
  readonly unqualified: Fact<number>;
  readonly psychologists: Fact<number>;
  readonly counsellors: Fact<Exact>;
}

/** Counted persons: full-time, neither an uncovered overlap nor unqualified (B14, R5-c). */
export interface TeacherFigures {
  readonly persons: number;
  readonly share: Exact;
  readonly masters: number;
  readonly seniors: number;
}

interface FullTimePerson {
  readonly rows: readonly StaffRow[];
  readonly overlap: 'none' | 'uncovered' | 'excepted';
  readonly secondary: readonly StaffRow[];
  readonly qualified: boolean;
}

export function staffFacts(rows: CampusRows, on: PlainDate): StaffFacts {
  if (rows.staff.length === 0) {
    const none = unreported<never>('staff');
    return {
      teachers: none, ideology: none, external: none, overlaps: none, unqualified: none, psychologists: none, counsellors: none,
    };
  }
  const present = rows.staff.filter((r) => inForce(r, on));
  const fullTime = fullTimePersons(present, rows.staff_of_persons, on);
  const persons = [...fullTime.values()];
  const counted = persons.filter((p) => p.overlap !== 'uncovered' && p.qualified);
  const ideology = counted.filter((p) => p.rows.some(isIdeologyPost));
  const ideologyPosts = ideology.flatMap((p) => p.rows.filter(isIdeologyPost));
  const external = present.filter((r) => r.employment === 'external' && !fullTime.has(r.person_id));
  const overlapping = persons.filter((p) => p.overlap !== 'none');
  const unqualified = persons.filter((p) => !p.qualified);
  const psychologists = present.filter((r) => r.employment === 'full_time' && r.post === 'psychologist');
  const counsellors = present.filter((r) => r.employment === 'full_time' && r.post === 'counsellor');
  const uncovered = overlapping.filter((p) => p.overlap === 'uncovered').length;
  return {
    teachers: known(teacherFigures(counted), [rowsOf('staff', counted.flatMap((p) => p.rows))]),
    ideology: known(
      { share: sum(ideologyPosts.map((r) => r.share)), persons: ideology.length, masters: ideology.filter((p) => isMaster(latestRow(p.rows))).length },
      [rowsOf('staff', ideologyPosts)],
    ),
    external: known(new Set(external.map((r) => r.person_id)).size, [rowsOf('staff', external)]),
    overlaps: known(
      { uncovered, excepted: overlapping.length - uncovered, full_time: persons.length },
      [rowsOf('staff', overlapping.flatMap((p) => [...p.rows, ...p.secondary]))],
    ),
    unqualified: known(unqualified.length, [rowsOf('staff', unqualified.flatMap((p) => p.rows))]),
    psychologists: known(new Set(psychologists.map((r) => r.person_id)).size, [rowsOf('staff', psychologists)]),
    counsellors: known(sum(counsellors.map((r) => r.share)), [rowsOf('staff', counsellors)]),
  };
}

/** Persons with a full-time post of teacher or ideology teacher, by person. */
function fullTimePersons(
  present: readonly StaffRow[], staff_of_persons: CampusRows['staff_of_persons'], on: PlainDate,
): Map<string, FullTimePerson> {
  const byPerson = groupBy(present, (r) => (isFullTimeTeacher(r) ? r.person_id : null));
  const persons = new Map<string, FullTimePerson>();
  for (const [person_id, rows] of byPerson) {
    const secondary = (staff_of_persons.get(person_id) ?? []).filter(
      (r) => r.stage === 'secondary' && isFullTimeTeacher(r) && inForce(r, on),
    );
    const excepted = rows.some((r) => r.exception_until !== null && r.exception_until >= on);
    persons.set(person_id, {
      rows,
      secondary,
      overlap: secondary.length === 0 ? 'none' : excepted ? 'excepted' : 'uncovered',
      qualified: rows.every((r) => r.qualified),
    });
  }
  return persons;
}

export function isFullTimeTeacher(row: StaffRow): boolean {
  return row.employment === 'full_time' && (row.post === 'teacher' || row.post === 'ideology_teacher');
}

function isIdeologyPost(row: StaffRow): boolean {
  return row.post === 'ideology_teacher';
}

function teacherFigures(counted: readonly FullTimePerson[]): TeacherFigures {
  const latest = counted.map((p) => latestRow(p.rows));
  return {
    persons: counted.length,
    share: shares(counted),
    masters: latest.filter(isMaster).length,
    seniors: latest.filter((r) => r?.title === 'senior_full' || r?.title === 'senior_vice').length,
  };
}

function shares(persons: readonly { readonly rows: readonly StaffRow[] }[]): Exact {
  return sum(persons.flatMap((p) => p.rows.map((r) => r.share)));
}

/** Degree and title are those of the row with the latest `from`. */
function latestRow(rows: readonly StaffRow[]): StaffRow | undefined {
  return rows.reduce<StaffRow | undefined>((best, r) => (best === undefined || r.from > best.from ? r : best), undefined);
}

function isMaster(row: StaffRow | undefined): boolean {
  return row?.degree === 'master' || row?.degree === 'doctor';
}

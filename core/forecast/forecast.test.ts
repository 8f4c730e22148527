import { describe, expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { headsOf } from '../check/check-json.ts';
import { judgingOn } from '../check/judging.ts';
import { campusOnTheLine, readTyped, staffRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import type { CampusYear, Forecast } from './forecast.ts';
import { foresee, onTheLine, pupils } from './made-future.ts';

const DAY = '2025-10-31';
const heads = ({ rows }: Forecast, campus = 'C') => rows.filter((row) => row.campus_id === campus).map(({ students }) => students);
const rowOf = ({ rows }: Forecast, year: number, campus = 'C'): CampusYear => {
  const row = rows.find((one) => one.year === year && one.campus_id === campus);
  if (row === undefined) throw new Error(`no row: ${year} ${campus}`);
  return row;
};
const verdictOf = (row: CampusYear, standard: string) => [...row.verdicts, ...row.notices].find((one) => one.standard === standard);
const outcome = (row: CampusYear, standard: string) => verdictOf(row, standard)?.outcome;

/** Three schools with one programme each, and two that join in 2024. */
function fiveSchools(students: TypedSheets['students'], from: number): TypedSheets {
  const schools = ['S1', 'S2', 'S3', 'S4', 'S5'];
  const taken: Readonly<Record<number, readonly number[]>> = { 2022: [90, 45, 45], 2023: [135, 90, 90], 2024: [180, 90, 90, 45, 45] };
  return {
    organisations: [{ org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }, ...schools.map((org_id) => ({ org_id, name: org_id, kind: 'school', division_code: '330802' }))],
    campuses: schools.map((school_id) => ({ campus_id: `C-${school_id}`, name: '校区', school_id, college_id: 'H', division_code: '330802', form: 'new_build', status: 'preparing' })),
    programmes: schools.map((school_id) => ({ programme_id: `P-${school_id}`, school_id, college_id: 'H', secondary_code: '660103', higher_code: '460103', name: '数控' })),
    intakes: Object.entries(taken).filter(([year]) => Number(year) >= from)
      .flatMap(([year, all]) => all.map((registered, at) => ({ year, school_id: `S${at + 1}`, programme_id: `P-S${at + 1}`, registered }))),
    students: students ?? [],
  };
}

describe('the intakes of 2022 to 2024 with the rates of the pack', () => {
  const higher = ({ region }: Forecast) => region.filter(({ year }) => year >= 2025).map(({ grades }) => grades[3] + grades[4]);
  const entered = (school: string, count: number) => pupils(count, `P-${school}`, 1, { school_id: school, cohort: 2022, from: '2022-09-01' });

  test('are 155, 421 and 650 students of the higher stage in 2025, 2026 and 2027', () => {
    const forecast = foresee(fiveSchools([...entered('S1', 90), ...entered('S2', 45), ...entered('S3', 45)], 2023), '2022-10-31', 2027);
    expect(higher(forecast)).toEqual([155, 421, 650]);
    expect(forecast.rows.filter(({ year }) => year === 2027).reduce((sum, { students }) => sum + (students ?? 0), 0)).toBe(650);
  });

  test('and the same when nobody is there yet and all three are still to come', () => {
    expect(higher(foresee(fiveSchools(undefined, 2022), '2021-10-31', 2027))).toEqual([155, 421, 650]);
  });
});

describe('the year that a forecast starts from', () => {
  test('is the autumn that is over or has begun: 1 September turns it', () => {
    expect(foresee(onTheLine(), '2025-08-31', 2025).rows.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(foresee(onTheLine(), '2025-09-01', 2025).rows.map(({ year }) => year)).toEqual([2025]);
  });

  test.each(['2025-09-01', '2025-10-31', '2026-02-28', '2026-08-31'])('has on %s the N that check has that day', (day) => {
    const { dataset } = readTyped(onTheLine({ students: [...campusOnTheLine().students.slice(0, 100), ...pupils(3, 'P', 5, { to: '2026-01-31' })] }));
    const [checked] = check(dataset, [], judgingOn(quzhou2024, date(day))).campuses;
    const row = rowOf(foresee(onTheLine({ students: [...campusOnTheLine().students.slice(0, 100), ...pupils(3, 'P', 5, { to: '2026-01-31' })] }), day, 2025), 2025);
    expect(row.students).toBe(headsOf(checked?.facts?.students.value ?? null));
    expect((row.grades[4] ?? 0) + (row.grades[5] ?? 0)).toBe(row.students);
  });
});

describe('N in later years', () => {
  test('is the sum of grades 4 and 5 of the programmes taught at the campus', () => {
    const forecast = foresee(onTheLine({ students: [...pupils(100, 'P', 3), ...pupils(50, 'P', 4), ...pupils(40, 'P', 5)] }), DAY, 2027);
    expect(heads(forecast)).toEqual([90, 91 + 49, 88]);
    expect(rowOf(forecast, 2026).grades).toEqual({ 4: 91, 5: 49 });
  });

  test('students suspended or gone are not counted, those repeating and on internship are', () => {
    const statuses = ['enrolled', 'repeating', 'internship', 'suspended', 'withdrawn'];
    const students = statuses.flatMap((status, at) => pupils(10, 'P', 3, { status }).map((row, n) => ({ ...row, student_id: `${at}-${n}` })));
    expect(foresee(onTheLine({ students }), DAY, 2025).region[0]?.grades).toEqual([0, 0, 30, 0, 0]);
  });

  test('a programme without a campus is at the only open campus of its school', () => {
    const [campus = {}] = campusOnTheLine().campuses;
    const more = (status: string) => onTheLine({ students: pupils(100, 'P', 3), campuses: [campus, { ...campus, campus_id: 'C2', status }] });
    expect(heads(foresee(more('closed'), DAY, 2026))).toEqual([null, 91]);
    const open = foresee(more('preparing'), DAY, 2026);
    expect([heads(open), heads(open, 'C2')]).toEqual([[null, null], [null, null]]);
    expect(verdictOf(rowOf(open, 2026), 'R1-b')).toMatchObject({ outcome: 'undetermined', missing: ['students', 'programmes'] });
  });

  test('a programme that has nobody in the higher stage leaves its school’s campuses known', () => {
    const [campus = {}] = campusOnTheLine().campuses;
    const two = onTheLine({ students: pupils(100, 'P', 1), campuses: [campus, { ...campus, campus_id: 'C2' }] });
    expect(heads(foresee(two, DAY, 2028))).toEqual([null, 0, 0, null]);
  });

  test('where only headcounts were reported, today’s number is known and no later one', () => {
    const counted = onTheLine({ students: [], headcounts: [{ campus_id: 'C', on: '2025-10-01', higher_students: 200 }] });
    const forecast = foresee(counted, DAY, 2026);
    expect(heads(forecast)).toEqual([200, null]);
    expect([outcome(rowOf(forecast, 2025), 'R1-b'), outcome(rowOf(forecast, 2026), 'R1-b'), outcome(rowOf(forecast, 2026), 'R5-c')]).toEqual(['met', 'undetermined', 'met']);
    expect(rowOf(forecast, 2026)).toMatchObject({ needed: null, grades: { 4: null, 5: null }, grant: { due: null } });
  });

  test('zero makes ratios not applicable, and the counts of people are judged', () => {
    const row = rowOf(foresee(onTheLine({ students: pupils(1, 'P', 5) }), DAY, 2026), 2026);
    expect([row.students, verdictOf(row, 'R1-b')?.reason, outcome(row, 'R5-b'), row.needed?.psychologists]).toEqual([0, 'no_students', 'met', 0]);
  });
});

describe('the standards of a year', () => {
  // 294 in grade 3 are 268 in grade 4 (268.07), 295 are 269 (268.98): the campus is built for 268.
  test.each([[294, 268, 'met', null], [295, 269, 'unmet', { n: 1500n, d: 100n }]])('%i in grade 3 are %i a year later: R1-b %s', (count, n, expected, gap) => {
    const row = rowOf(foresee(onTheLine({ students: pupils(count, 'P', 3) }), DAY, 2026), 2026);
    expect([row.students, outcome(row, 'R1-b'), verdictOf(row, 'R1-b')?.gap?.value ?? null]).toEqual([n, expected, gap]);
  });

  test('are read from the records in force on 31 October of that year', () => {
    const rooms = (to: string) => onTheLine({ students: pupils(20, 'P', 3), rooms: [{ room_id: 'R', campus_id: 'C', use: 'teaching', area_m2: '4020', from: '2025-09-01', to }] });
    expect(outcome(rowOf(foresee(rooms('2026-10-31'), DAY, 2026), 2026), 'R1-b')).toBe('met');
    expect(outcome(rowOf(foresee(rooms('2026-10-30'), DAY, 2026), 2026), 'R1-b')).toBe('unmet');
    expect(rowOf(foresee(rooms('2026-10-30'), DAY, 2026), 2026).capacity.students).toBe(0);
  });

  test('ask for a training base of each major that will be there', () => {
    const programmes = [...campusOnTheLine().programmes, { programme_id: 'Q', school_id: 'S', college_id: 'H', secondary_code: '710201', higher_code: '510201', name: '计算机' }];
    const forecast = foresee(onTheLine({ programmes, students: [...pupils(10, 'P', 3), ...pupils(10, 'Q', 2)] }), DAY, 2027);
    expect([2026, 2027].map((year) => outcome(rowOf(forecast, year), 'R2-a'))).toEqual(['met', 'unmet']);
  });

  test('leave out what later years alone can tell: R1-e, R2-c, R5-h, R5-k', () => {
    const ids = rowOf(foresee(onTheLine(), DAY, 2025), 2025).verdicts.map(({ standard }) => standard);
    expect(ids).toEqual(['R1-b', 'R1-c', 'R1-d', 'R2-a', 'R2-b', 'R5-b', 'R5-c', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-i', 'R5-j']);
  });

  test('what is left of the school serves as many more or fewer secondary students', () => {
    const schools = [{ school_id: 'S', on: '2025-10-31', total_land_m2: 14_472 + 33_000, total_building_m2: 90_000, total_equipment_yuan: 9_000_000, secondary_students: 1000, secondary_teachers: 60 }];
    const future = (registered: number) => onTheLine({ schools, students: pupils(100, 'P', 1), intakes: [{ year: 2026, school_id: 'S', programme_id: 'P', registered }] });
    // 97 of the hundred are left in 2026: with three more there are a thousand again.
    expect(verdictOf(rowOf(foresee(future(3), DAY, 2026), 2026), 'S-land')).toMatchObject({ outcome: 'met', measured: { denominator: { n: 1000n } } });
    expect(outcome(rowOf(foresee(future(4), DAY, 2026), 2026), 'S-land')).toBe('unmet');
  });
});

describe('how many a campus can hold', () => {
  const capacity = (given: TypedSheets) => {
    const { students, binding } = rowOf(foresee(onTheLine(given), DAY, 2025), 2025).capacity;
    return [students, ...binding];
  };
  const posts = (post: string, count: number, given = {}) => Array.from({ length: count }, (_, at) => staffRow(`${post}${at}`, { post, ...given }));
  const others = [...posts('ideology_teacher', 1), ...posts('counsellor', 2), ...posts('psychologist', 1)];

  test('is what the tightest standard allows, and all that tie are named', () => {
    expect(capacity({})).toEqual([268, 'R1-b', 'R1-c', 'R1-d', 'R2-b']);
  });

  test('the floor of a fraction, a whole head below the next', () => {
    const land = (area_m2: string) => ({ land: [{ parcel_id: 'L', campus_id: 'C', area_m2, from: '2025-09-01' }] });
    expect(capacity(land('5400'))).toEqual([100, 'R1-c']);
    expect(capacity(land('5399.99'))).toEqual([99, 'R1-c']);
  });

  test.each<[string, TypedSheets, (string | number)[]]>([
    ['eleven teachers', { staff: [...others, ...posts('teacher', 10)] }, [198, 'R5-d']],
    ['half an ideology teacher', { staff: [...posts('ideology_teacher', 1, { share: '0.5' }), ...posts('teacher', 20), ...others.slice(1)] }, [175, 'R5-e']],
    ['one counsellor', { staff: [...others.slice(0, 2), ...others.slice(3), ...posts('teacher', 14)] }, [200, 'R5-j']],
    ['no psychologist and no counsellor', { staff: [...others.slice(0, 1), ...posts('teacher', 14)] }, [0, 'R5-i', 'R5-j']],
  ])('with %s', (_, given, expected) => expect(capacity(given)).toEqual(expected));

  test('is not said by what was not reported', () => {
    expect(rowOf(foresee(onTheLine({ rooms: [] }), DAY, 2025), 2025).capacity).toMatchObject({ students: 268, binding: ['R1-c', 'R2-b'] });
  });
});

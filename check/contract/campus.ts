/** Rows of a sheet: cells by heading. */
export type Rows = readonly Readonly<Record<string, string | number>>[];
export type Region = Readonly<Record<string, Rows>>;

export const DAY = '2025-10-31';
const FROM = { from: '2024-09-01', to: '' };

const KINDS = ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'];

/** A person of the campus; full-time teacher unless said otherwise. */
export function person(person_id: string, given: Rows[number] = {}): Rows[number] {
  return {
    person_id, name: '教师', employer_id: 'S1', stage: 'higher', campus_id: 'C1', school_id: '', post: 'teacher', employment: 'full_time', share: '', degree: 'bachelor', title: 'junior',
    qualified: 'yes', industry_expert: '', ...FROM, exception_until: '', ...given,
  };
}

export const people = (count: number, prefix: string, given: (at: number) => Rows[number] = () => ({})): Rows =>
  Array.from({ length: count }, (_, at) => person(`${prefix}${at}`, given(at)));

export const room = (room_id: string, use: string, area_m2: string): Rows[number] => ({ room_id, campus_id: 'C1', name: '', use, area_m2, share: '', ...FROM });

/** 268 students, and of everything exactly what they need (worked example 5): every standard met, and the one target that is due. */
export function wholeRegion(): Region {
  return {
    region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }],
    organisations: [
      { org_id: 'H1', name: '学院', kind: 'college', division_code: '330802' },
      { org_id: 'S1', name: '学校', kind: 'school', division_code: '330803' },
    ],
    campuses: [{ campus_id: 'C1', name: '校区', school_id: 'S1', college_id: 'H1', division_code: '330803', form: 'carved_out', status: 'recognised' }],
    programmes: [{ programme_id: 'P1', school_id: 'S1', college_id: 'H1', secondary_code: '660103', higher_code: '460103', name: '数控' }],
    students: Array.from({ length: 268 }, (_, at) => ({
      student_id: `N${at}`, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P1', school_id: 'S1', campus_id: 'C1', cohort: 2022, stage: 'higher', grade: 4, status: 'enrolled', boarder: 'yes', ...FROM,
    })),
    rooms: [room('R1', 'teaching', '2000'), room('R2', 'training', '2000'), room('R3', 'dormitory', '1742'), room('R4', 'admin', '20.00')],
    land: [{ parcel_id: 'L1', campus_id: 'C1', area_m2: '14472', share: '', ...FROM }],
    facilities: KINDS.map((kind) => ({ campus_id: 'C1', kind, present: 'yes', checked_on: DAY })),
    bases: [{ base_id: 'B1', campus_id: 'C1', name: '基地', stations: 40, majors: '460103' }],
    equipment: [
      { asset_id: 'E1', campus_id: 'C1', name: '旧', value_yuan: '2436363.63', acquired_on: '2024-12-31', owner: 'school' },
      { asset_id: 'E2', campus_id: 'C1', name: '新', value_yuan: '243636.37', acquired_on: '2025-01-01', owner: 'college' },
    ],
    staff: [
      ...people(15, 'T', (at) => ({ post: at === 0 ? 'ideology_teacher' : 'teacher', degree: at < 8 ? 'master' : 'bachelor', title: at < 5 ? 'senior_vice' : 'junior' })),
      ...people(2, 'A', () => ({ post: 'counsellor' })),
      person('M1', { post: 'psychologist' }),
      person('X1', { post: 'external_teacher', employment: 'part_time', industry_expert: 'yes' }),
    ],
    classes: [{ class_id: 'K1', campus_id: 'C1', head_id: 'T1', ...FROM }],
    teaching: [
      { campus_id: 'C1', term: '2025-1', course: '数控', kind: 'core', higher_code: '460103', person_id: 'T1', hours: 80 },
      { campus_id: 'C1', term: '2025-1', course: '实训', kind: 'practical', higher_code: '460103', person_id: 'X1', hours: 20 },
    ],
    intakes: [{ year: 2024, school_id: 'S1', programme_id: 'P1', registered: 450 }],
  };
}

/** CSV text of rows, headings from the first. */
export function csv(rows: Rows): string {
  const headings = Object.keys(rows[0] ?? {});
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))].map((cells) => `${cells.join(',')}\n`).join('');
}

/** The files of a region, one `.csv` a sheet. */
export const filesOf = (region: Region): Record<string, string> =>
  Object.fromEntries(Object.entries(region).filter(([, rows]) => rows.length > 0).map(([name, rows]) => [`${name}.csv`, csv(rows)]));

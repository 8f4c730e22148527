import { createReader, type Reading } from '../exchange/reader.ts';
import type { SheetName } from '../exchange/sheets.ts';

/** Rows as a user would type them: English column names, text cells; what is left out is empty. */
export type TypedRow = Readonly<Record<string, string | number>>;
export type TypedSheets = Partial<Readonly<Record<SheetName, readonly TypedRow[]>>>;

/** Reads typed rows through the reader that files go through. For tests and examples. */
export function readTyped(sheets: TypedSheets): Reading {
  const reader = createReader();
  for (const [name, rows] of Object.entries(sheets)) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const sheet = reader.sheet(name);
    sheet?.row(1, columns);
    rows.forEach((row, index) => sheet?.row(index + 2, columns.map((column) => row[column] ?? '')));
  }
  return reader.finish();
}

const FROM = '2025-09-01';

/**
 * A region with one campus of 268 students that stands exactly on the line of every standard whose line
 * can be stood on: 15 m² of rooms, 54 m² of land, 6.5 m² of dormitory and 10 000 yuan of equipment each.
 */
export function campusOnTheLine(): Record<'region' | 'organisations' | 'campuses' | 'rooms' | 'land' | 'facilities' | 'bases'
  | 'equipment' | 'staff' | 'classes' | 'teaching' | 'programmes' | 'students', TypedRow[]> {
  return {
    region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }],
    organisations: [
      { org_id: 'H', name: '学院', kind: 'college', division_code: '330802' },
      { org_id: 'S', name: '学校', kind: 'school', division_code: '330803' },
    ],
    campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'recognised' }],
    rooms: [
      { room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '4000', from: FROM },
      { room_id: 'R2', campus_id: 'C', use: 'admin', area_m2: '40', share: '50%', from: FROM },
      { room_id: 'R3', campus_id: 'C', use: 'dormitory', area_m2: '1742', from: FROM },
      { room_id: 'R4', campus_id: 'C', use: 'canteen', area_m2: '900', from: FROM },
    ],
    land: [{ parcel_id: 'L', campus_id: 'C', area_m2: '14472', from: FROM }],
    facilities: ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'].map((kind) => (
      { campus_id: 'C', kind, present: 'yes', checked_on: FROM })),
    bases: [{ base_id: 'B', campus_id: 'C', name: '基地', stations: 60, majors: '460103' }],
    equipment: [
      { asset_id: 'E1', campus_id: 'C', name: '旧', value_yuan: '2436363.63', acquired_on: '2024-12-31', owner: 'school' },
      { asset_id: 'E2', campus_id: 'C', name: '新', value_yuan: '243636.37', acquired_on: '2025-01-01', owner: 'college' },
    ],
    staff: staffOnTheLine(),
    classes: Array.from({ length: 6 }, (_, i) => ({ class_id: `K${i}`, campus_id: 'C', head_id: 'T1', from: FROM })),
    teaching: [
      { campus_id: 'C', term: '2025-1', course: '数控', kind: 'core', higher_code: '460103', person_id: 'T1', hours: 80 },
      { campus_id: 'C', term: '2025-1', course: '实训', kind: 'practical', higher_code: '460103', person_id: 'X1', hours: 20 },
    ],
    programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', secondary_code: '660103', higher_code: '460103', name: '数控' }],
    students: Array.from({ length: 268 }, (_, i) => studentRow(`N${i}`)),
  };
}

/** 15 full-time teachers (one for ideology; 8 masters, 5 seniors), an expert, two counsellors, a psychologist. */
function staffOnTheLine(): TypedRow[] {
  const teachers = Array.from({ length: 15 }, (_, i) => staffRow(`T${i}`, {
    post: i === 0 ? 'ideology_teacher' : 'teacher', degree: i < 8 ? 'master' : 'bachelor', title: i < 5 ? 'senior_vice' : 'junior',
  }));
  return [
    ...teachers,
    staffRow('X1', { post: 'external_teacher', employment: 'part_time', industry_expert: 'yes' }),
    staffRow('A1', { post: 'counsellor' }),
    staffRow('A2', { post: 'counsellor' }),
    staffRow('M1', { post: 'psychologist' }),
  ];
}

export function staffRow(person_id: string, given: TypedRow): TypedRow {
  return {
    person_id, name: '师', employer_id: 'S', stage: 'higher', campus_id: 'C', post: 'teacher', employment: 'full_time',
    degree: 'bachelor', title: 'none', qualified: 'yes', from: FROM, ...given,
  };
}

export function studentRow(student_id: string, given: TypedRow = {}): TypedRow {
  return {
    student_id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P', school_id: 'S', campus_id: 'C', cohort: 2022,
    stage: 'higher', grade: 4, status: 'enrolled', boarder: 'yes', from: FROM, ...given,
  };
}

import { studentRow, type TypedRow, type TypedSheets } from '../core/check/made-dataset.ts';

/** A college, a school, a payer and one campus, with the calendar of the school year that begins on 1 September 2025. For tests. */
export function dutyWorld(): TypedSheets {
  return {
    region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }],
    organisations: [
      { org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }, { org_id: 'S', name: '学校', kind: 'school', division_code: '330803' },
      { org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }, { org_id: 'F', name: '企业', kind: 'enterprise', division_code: '330803' },
    ],
    campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'recognised', opened_on: '2024-09-01', payer_id: 'G' }],
    programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', secondary_code: '660103', higher_code: '460103', name: '数控' }],
    calendar: [{ college_id: 'H', academic_year: 2025, first_day: '2025-09-01' }],
  };
}

/** A student of the first year from 1 September 2025, fifteen years old. */
export const newcomer = (student_id: string, given: TypedRow = {}): TypedRow =>
  studentRow(student_id, { cohort: 2025, stage: 'secondary', grade: 1, birth_date: '2010-02-28', campus_id: '', from: '2025-09-01', ...given });

/** An agreement that all four signed on a day. */
export const signed = (student_id: string, on: string, given: TypedRow = {}): TypedRow =>
  ({ student_id, signed_student_on: on, signed_guardian_on: on, signed_school_on: on, signed_college_on: on, places: 'S;S;S;C;C', copies_issued: 3, ...given });

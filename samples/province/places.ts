import { intakes, programmes } from '../../core/exchange/sheets/enrolment.ts';
import { organisations, parks, region } from '../../core/exchange/sheets/places.ts';
import { campuses, schools } from '../../core/exchange/sheets/schools.ts';
import { csvFile } from './csv-file.ts';

const CITIES = 11;
const COUNTIES_OF_A_CITY = 8;
const CAMPUSES_OF_A_COLLEGE = 20;
const MAJORS = [['660301', '460301'], ['700206', '500211'], ['660303', '460305'], ['730301', '530302'], ['710201', '510201'], ['670201', '470201']] as const;

export const collegeOf = (campus: number): string => `H${Math.floor((campus - 1) / CAMPUSES_OF_A_COLLEGE) + 1}`;
export const divisionOf = (campus: number): string =>
  `33${String((campus % CITIES) + 1).padStart(2, '0')}${String((campus % COUNTIES_OF_A_CITY) + 2).padStart(2, '0')}`;
export const majorsOf = (campus: number, programme: 1 | 2): readonly [secondary: string, higher: string] =>
  MAJORS[(campus + programme) % MAJORS.length] ?? MAJORS[0];

/** Region, organisations, parks, schools, campuses, programmes and intakes: one school with one campus and two programmes each. */
export function writePlaces(folder: string, count: number, pupilsOfACampus: number): void {
  const write = {
    region: csvFile(folder, region, ['region_code', 'name', 'office_name']),
    organisations: csvFile(folder, organisations, ['org_id', 'name', 'kind', 'division_code']),
    parks: csvFile(folder, parks, ['park_id', 'name', 'division_code', 'main']),
    schools: csvFile(folder, schools, ['school_id', 'on', 'pilot_stage', 'pilot_from', 'total_land_m2', 'total_building_m2', 'total_equipment_yuan', 'secondary_students', 'secondary_teachers']),
    campuses: csvFile(folder, campuses, ['campus_id', 'name', 'school_id', 'college_id', 'division_code', 'park_id', 'form', 'status', 'opened_on', 'payer_id']),
    programmes: csvFile(folder, programmes, ['programme_id', 'school_id', 'college_id', 'campus_id', 'secondary_code', 'higher_code', 'name']),
    intakes: csvFile(folder, intakes, ['year', 'school_id', 'programme_id', 'planned', 'registered']),
  };
  write.region.row('330000', '示例省（示例数据）', '示例办公室');
  for (let city = 0; city < CITIES; city += 1) {
    write.organisations.row(`G${city}`, `示例财政${city}`, 'finance_bureau', divisionOf(city));
    write.parks.row(`Y${city}`, `示例园区${city}`, divisionOf(city), city % 3 === 0 ? 'no' : 'yes');
  }
  for (let n = 1; n <= count; n += 1) {
    if (n % CAMPUSES_OF_A_COLLEGE === 1) write.organisations.row(collegeOf(n), `示例学院${collegeOf(n)}`, 'college', divisionOf(n));
    write.organisations.row(`S${n}`, `示例中专${n}`, 'school', divisionOf(n));
    write.schools.row(`S${n}`, '2025-10-31', n % 3 === 0 ? 'starting' : 'deepening', '2022-09-01', 160_000 + n, 90_000 + n, 16_000_000, 2800 + (n % 300), 150);
    write.campuses.row(`C${n}`, `示例校区${n}`, `S${n}`, collegeOf(n), divisionOf(n), n % 4 === 0 ? `Y${n % CITIES}` : '', n % 5 === 0 ? 'new_build' : 'carved_out',
      n % 17 === 0 ? 'preparing' : 'recognised', '2023-09-01', `G${n % CITIES}`);
    for (const p of [1, 2] as const) {
      const [secondary, higher] = majorsOf(n, p);
      write.programmes.row(`P${n}-${p}`, `S${n}`, collegeOf(n), `C${n}`, secondary, higher, `示例专业${p}`);
      for (const year of [2022, 2023, 2024, 2025]) write.intakes.row(year, `S${n}`, `P${n}-${p}`, pupilsOfACampus / 10, pupilsOfACampus / 10);
    }
  }
  for (const file of Object.values(write)) file.close();
}

import { DIVISIONS } from './made-campus.ts';
import type { MadeCampus } from './made-campus.ts';
import { daysAfter, periodOff, periodOn, someDay } from './made-days.ts';
import { makeClasses, makeStudents, makeTeaching } from './made-learning.ts';
import { add, hundredths, near, nearWhole } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import { makeBases, makeEquipment, makeFacilities, makeLand, makeRooms } from './made-space.ts';
import { makeStaff } from './made-staff.ts';
import { makeTargets } from './made-targets.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** A made-up region and the day it is judged on. */
export interface MadeRegion {
  readonly seed: number;
  readonly day: string;
  readonly sheets: MadeSheets;
}

const MAJORS = ['460103', '460301', '510201', '530302', '570102K'] as const;
const SECONDARY: Readonly<Record<string, string>> = { '460103': '660103', '460301': '660301', '510201': '710201', '530302': '730301', '570102K': '770101' };

/** A region that a seed decides, most of its figures on a line of the contract or just beside one. */
export function madeRegion(seed: number): MadeRegion {
  const random = randomFrom(seed);
  const many = random.oneIn(12);
  const day = many && random.oneIn(2) ? random.pick(['2027-12-30', '2027-12-31', '2027-12-31', '2028-02-29']) : someDay(random);
  const sheets: MadeSheets = {};
  if (!random.oneIn(10)) add(sheets, 'region', { region_code: '330800', name: '测试市', office_name: '测试办' });
  add(sheets, 'organisations', { org_id: 'H1', name: '学院', kind: 'college', division_code: '330802' });
  const schools = many ? random.pick([5, 6, 7]) : random.whole(1, 3);
  let campuses = 0;
  for (let school = 1; school <= schools; school++) {
    add(sheets, 'organisations', { org_id: `S${school}`, name: `学校${school}`, kind: 'school', division_code: '330803' });
    const count = many ? 1 : random.pick([1, 1, 1, 2, 0]);
    for (let at = 0; at < count; at++) makeCampus(random, day, sheets, `S${school}`, `C${++campuses}`);
  }
  if (many) spread(random, sheets);
  if (campuses === 0) makeCampus(random, day, sheets, 'S1', 'C1');
  for (let school = 1; school <= schools; school++) makeSchool(random, day, sheets, `S${school}`, many);
  makeTargets(random, day, sheets);
  return { seed, day, sheets };
}

function makeCampus(random: Random, day: string, sheets: MadeSheets, school: string, id: string): void {
  const majors = random.shuffled(MAJORS).slice(0, random.whole(1, 3));
  const programmes = majors.map((major, at) => {
    const programme_id = `${id}P${at}`;
    add(sheets, 'programmes', { programme_id, school_id: school, college_id: 'H1', campus_id: random.pick(['', id]), secondary_code: SECONDARY[major] ?? '', higher_code: major, name: '专业', enterprises: '' });
    return programme_id;
  });
  add(sheets, 'campuses', {
    campus_id: id, name: `校区${id}`, school_id: school, college_id: 'H1', division_code: random.pick(DIVISIONS), park_id: '',
    form: random.pick(['carved_out', 'new_build']), status: random.pick(['recognised', 'recognised', 'recognised', 'preparing', 'suspended', 'closed']), opened_on: '2024-09-01', payer_id: '',
  });
  const heads = random.pick([0, 1, 17, 18, 19, 35, 36, 37, 54, 90, 108, 180, 199, 200, 201, 268, 349, 350, 351, 400, 3999, 4000, 4001, 8001, random.whole(2, 120), random.whole(2, 120)]);
  const campus: MadeCampus = { id, school, day, random, heads, programmes, majors, sheets };
  makeStudents(campus);
  makeRooms(campus);
  makeLand(campus);
  makeFacilities(campus);
  makeBases(campus);
  makeEquipment(campus);
  makeStaff(campus);
  makeClasses(campus);
  makeTeaching(campus);
}

/** Campuses in every county, or in all but one. */
function spread(random: Random, sheets: MadeSheets): void {
  const last = random.oneIn(4) ? DIVISIONS.length - 1 : DIVISIONS.length;
  sheets['campuses'] = (sheets['campuses'] ?? []).map((row, at) => ({ ...row, division_code: DIVISIONS[at % last] ?? '', status: random.oneIn(15) ? 'preparing' : 'recognised' }));
}

/** A school around the lines of the secondary stage, its campuses' part on top. */
function makeSchool(random: Random, day: string, sheets: MadeSheets, school_id: string, piloting: boolean): void {
  if (!piloting && random.oneIn(6)) return;
  const students = random.pick([500, 1000, 1234, 0]);
  const inside = (sheet: string, figure: string): number => (sheets[sheet] ?? [])
    .filter((row) => (sheets['campuses'] ?? []).some((campus) => campus['campus_id'] === row['campus_id'] && campus['school_id'] === school_id))
    .reduce((total, row) => total + Math.round(Number(row[figure]) * 100), 0);
  const row = {
    school_id, pilot_stage: random.pick(['deepening', 'starting', '']), ...pilot(random, day, piloting),
    total_land_m2: hundredths(near(random, students * 3300) + inside('land', 'area_m2')),
    total_building_m2: hundredths(near(random, students * 2000) + inside('rooms', 'area_m2')),
    total_equipment_yuan: hundredths(near(random, students * 250_000) + inside('equipment', 'value_yuan')),
    secondary_students: students, secondary_teachers: random.oneIn(10) ? 0 : nearWhole(random, Math.ceil(students / 20)),
  };
  add(sheets, 'schools', { on: random.pick([day, daysAfter(day, -40)]), ...row });
  if (random.oneIn(4)) add(sheets, 'schools', { on: random.pick([daysAfter(day, 1), daysAfter(day, -41)]), ...row, ...(random.oneIn(2) ? pilot(random, day, piloting) : {}), secondary_students: 2, secondary_teachers: 1 });
}

function pilot(random: Random, day: string, piloting: boolean): { pilot_from: string; pilot_to: string } {
  if (!piloting && random.oneIn(8)) return { pilot_from: '', pilot_to: '' };
  const { from, to } = random.oneIn(piloting ? 20 : 6) ? periodOff(random, day) : periodOn(random, day);
  return { pilot_from: from, pilot_to: to };
}

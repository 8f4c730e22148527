import { DIVISIONS } from './made-campus.ts';
import { periodOff, periodOn } from './made-days.ts';
import { add, nearWhole } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import type { Random } from './random.ts';

const ELSEWHERE: readonly (readonly [code: string, place: string])[] = [
  ['11', '330106'], ['70', ''], ['80', ''], ['85', ''], ['46', ''], ['65', ''], ['75', '330881'], ['501', '330822'],
];

/** Parks, services, intakes, graduates and their destinations: what the region's targets are counted from. */
export function makeTargets(random: Random, day: string, sheets: MadeSheets): void {
  makeParks(random, day, sheets);
  makeIntakes(random, day, sheets);
  makeGraduates(random, day, sheets);
}

function someProgramme(random: Random, sheets: MadeSheets): { programme_id: string; school_id: string } {
  const row = random.pick(sheets['programmes'] ?? []);
  return { programme_id: String(row['programme_id']), school_id: String(row['school_id']) };
}

function makeParks(random: Random, day: string, sheets: MadeSheets): void {
  if (random.oneIn(5)) return;
  const count = random.whole(1, 3);
  const parks = Array.from({ length: count }, (_, at) => `K${at}`);
  for (const park_id of parks) add(sheets, 'parks', { park_id, name: '园区', division_code: random.pick(DIVISIONS), main: random.pick(['yes', 'yes', 'no']) });
  sheets['campuses'] = (sheets['campuses'] ?? []).map((row) => (random.oneIn(2) ? { ...row, park_id: random.pick(parks) } : row));
  if (random.oneIn(4)) return;
  for (const park_id of parks) {
    if (random.oneIn(3)) add(sheets, 'services', { park_id, programme_id: someProgramme(random, sheets).programme_id, ...(random.oneIn(3) ? periodOff(random, day) : periodOn(random, day)) });
  }
}

function makeIntakes(random: Random, day: string, sheets: MadeSheets): void {
  if (random.oneIn(4)) return;
  const everywhere = (sheets['schools'] ?? []).length >= 5;
  for (const year of new Set([2024, 2027, Math.min(Number(day.slice(0, 4)), 2027)])) {
    const lines = { 2024: [450], 2027: [500, 1000, 1001] }[year] ?? [60];
    let left = nearWhole(random, random.pick(lines));
    const rows = random.shuffled(sheets['programmes'] ?? []).slice(0, everywhere || random.oneIn(3) ? 99 : random.whole(1, 3));
    for (const [at, row] of rows.entries()) {
      const registered = at === rows.length - 1 ? left : random.whole(0, Math.floor(left / 3));
      left -= registered;
      add(sheets, 'intakes', { year, school_id: row['school_id'] ?? '', programme_id: row['programme_id'] ?? '', planned: '', admitted: registered + 5, registered: random.oneIn(15) ? '' : registered });
    }
  }
}

function makeGraduates(random: Random, day: string, sheets: MadeSheets): void {
  if (random.oneIn(4)) return;
  const year = Math.min(Number(day.slice(0, 4)), 2027);
  const graduated = `${year}-06-30` <= day ? `${year}-06-30` : `${year}-01-01`;
  const count = random.pick([0, 5, 10, 20]);
  const local = nearWhole(random, Math.ceil(count * 0.6));
  for (let at = 0; at < count; at++) {
    const student_id = `G${at}`;
    const row = { student_id, name: '毕业生', sex: 1, birth_date: '2004-05-05', id_number: '', ...someProgramme(random, sheets), campus_id: '', cohort: year - 5, stage: 'higher', grade: 5, class_id: '', boarder: '' };
    add(sheets, 'students', { ...row, status: 'graduated', from: graduated, to: '' });
    if (random.oneIn(8)) continue;
    const [code, place] = at < local ? ['10', '330803'] : random.pick(ELSEWHERE);
    add(sheets, 'destinations', { student_id, code, employer_id: '', employer_credit_code: '', workplace_division: place, industry: '', contract: '', wage_band: '', recorded_on: `${year}-08-31` });
    // A later and an earlier record do not count.
    if (random.oneIn(4)) add(sheets, 'destinations', { student_id, code: '70', employer_id: '', employer_credit_code: '', workplace_division: '', industry: '', contract: '', wage_band: '', recorded_on: random.pick([`${year}-09-01`, `${year}-05-01`]) });
  }
}

import { daysAfter, periodOff, periodOn } from './made-days.ts';
import { madeRegion } from './made-region.ts';
import type { MadeRegion } from './made-region.ts';
import { add, near, nearWhole } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** A made region with a future: secondary students, intakes planned, campuses left open, records that end, grants. */
export interface MadeFuture extends MadeRegion {
  readonly to: number;
}

export function madeFuture(seed: number): MadeFuture {
  const region = madeRegion(seed);
  const random = randomFrom(seed ^ 0xf0ca57);
  const { day, sheets } = region;
  const start = Number(day.slice(0, 4)) - (day.slice(5) >= '09-01' ? 0 : 1);
  sheets['campuses'] = (sheets['campuses'] ?? []).map((row) => ({ ...row, opened_on: random.pick(['', '2024-09-01', `${start - 1}-10-31`, `${start - 1}-11-01`, `${start + 2}-09-01`]) }));
  sheets['programmes'] = (sheets['programmes'] ?? []).map((row) => (random.oneIn(4) ? { ...row, campus_id: '' } : row));
  if (!random.oneIn(8)) makePupils(random, day, start, sheets);
  if (!random.oneIn(6)) makeIntakes(random, start, sheets);
  if (!random.oneIn(6)) makeGrants(random, start, sheets);
  makeChanges(random, day, sheets);
  return { ...region, to: start + random.whole(0, 7) };
}

function makePupils(random: Random, day: string, start: number, sheets: MadeSheets): void {
  for (const [at, programme] of (sheets['programmes'] ?? []).entries()) {
    for (const grade of [1, 2, 3]) {
      const heads = random.pick([0, 1, 45, random.whole(0, 60)]);
      for (let number = 0; number < heads; number++) {
        add(sheets, 'students', {
          student_id: `z${at}-${grade}-${number}`, name: '学生', sex: 1, birth_date: '2009-02-28', id_number: '', programme_id: programme['programme_id'] ?? '', school_id: programme['school_id'] ?? '',
          campus_id: '', cohort: start + 1 - grade, stage: 'secondary', grade, status: random.pick(['enrolled', 'enrolled', 'enrolled', 'repeating', 'suspended']), class_id: '', boarder: '',
          ...(random.oneIn(30) ? periodOff(random, day) : periodOn(random, day)),
        });
      }
    }
  }
}

function makeIntakes(random: Random, start: number, sheets: MadeSheets): void {
  const there = new Set((sheets['intakes'] ?? []).map((row) => `${row['year']} ${row['programme_id']}`));
  for (const programme of sheets['programmes'] ?? []) {
    for (let year = start - 2; year <= start + 4; year++) {
      if (random.oneIn(3) || there.has(`${year} ${programme['programme_id']}`)) continue;
      const heads = nearWhole(random, random.pick([0, 45, 90]));
      add(sheets, 'intakes', {
        year, school_id: programme['school_id'] ?? '', programme_id: programme['programme_id'] ?? '', planned: random.pick(['', String(heads)]),
        admitted: random.pick(['', '', String(heads + 2)]), registered: year <= start ? random.pick(['', String(heads + 1)]) : '',
      });
    }
  }
}

function makeGrants(random: Random, start: number, sheets: MadeSheets): void {
  for (let year = start - 2; year <= start + 2; year++) {
    if (!random.oneIn(3)) add(sheets, 'grant_standards', { fiscal_year: year, college_id: 'H1', yuan_per_student: random.pick(['15000', '14999.99', '12000.01', '0']) });
  }
  for (const campus of sheets['campuses'] ?? []) {
    if (random.oneIn(3)) add(sheets, 'grant_headcounts', { campus_id: campus['campus_id'] ?? '', on: `${start - random.whole(0, 2)}-10-31`, students: random.whole(0, 90) });
  }
}

/** Records of later years, and some of today's that end on one of the days looked at or beside it. */
function makeChanges(random: Random, day: string, sheets: MadeSheets): void {
  const later = (): string => `${Number(day.slice(0, 4)) + random.whole(1, 4)}-${random.pick(['10-30', '10-31', '11-01'])}`;
  for (const sheet of ['rooms', 'land', 'staff']) sheets[sheet] = (sheets[sheet] ?? []).map((row) => (row['to'] === '' && random.oneIn(3) ? { ...row, to: later() } : row));
  sheets['equipment'] = (sheets['equipment'] ?? []).map((row) => (row['retired_on'] === '' && random.oneIn(3) ? { ...row, retired_on: later() } : row));
  for (const campus of sheets['campuses'] ?? []) {
    if (!random.oneIn(2)) continue;
    const campus_id = campus['campus_id'] ?? '';
    add(sheets, 'rooms', { room_id: `new${campus_id}`, campus_id, name: '', use: 'teaching', area_m2: (near(random, 90_000) / 100).toFixed(2), share: '', from: later(), to: '' });
    add(sheets, 'land', { parcel_id: `new${campus_id}`, campus_id, area_m2: '5400', share: '', from: later(), to: daysAfter(day, 3000) });
  }
}

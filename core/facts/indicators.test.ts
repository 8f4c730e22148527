import { expect, test } from 'vitest';
import { readTyped, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { countiesOnMap, parksOnMap } from './network.ts';
import { regionRowsOf } from './region-rows.ts';
import { yearSeries } from './year-series.ts';

const rowsOf = (sheets: TypedSheets) => regionRowsOf(readTyped(sheets).dataset);
const school = (school_id: string, pilot_from: string, pilot_to = ''): TypedRow => ({
  school_id, on: '2024-09-01', pilot_stage: 'starting', pilot_from, pilot_to, total_land_m2: 1, total_building_m2: 1, total_equipment_yuan: 1,
  secondary_students: 1, secondary_teachers: 1,
});
const intake = (year: number, registered: number | '', planned: number | '' = ''): TypedRow => ({ year, school_id: 'S1', programme_id: 'P', registered, planned });
const campus = (campus_id: string, division_code: string, status: string, park_id = ''): TypedRow => ({
  campus_id, name: '校区', school_id: 'S1', college_id: 'H', division_code, form: 'new_build', status, park_id,
});

test('1.2-b: schools and intake year by year; a year that falls is marked, one that stands still is not', () => {
  const rows = rowsOf({
    schools: [school('S1', '2024-05-29'), school('S2', '2024-05-29', '2025-12-30')],
    intakes: [intake(2024, 450), intake(2025, 450), intake(2026, 449), intake(2027, '', 500)],
  });
  expect(yearSeries(rows, date('2026-10-31')).map((y) => [y.year, y.schools, y.intake, y.planned, y.schools_fell, y.intake_fell])).toEqual([
    [2024, 2, 450, false, false, false],
    [2025, 1, 450, false, true, false],
    [2026, 1, 449, false, false, true],
    [2027, 1, 500, true, false, false],
  ]);
});

test('1.2-b: a year without any report is unknown, not zero, and nothing falls from it', () => {
  const rows = rowsOf({ schools: [school('S1', '2024-05-29')], intakes: [intake(2026, '', '')] });
  expect(yearSeries(rows, date('2025-10-31')).map((y) => [y.year, y.intake, y.intake_fell])).toEqual([[2024, null, false], [2025, null, false], [2026, null, false]]);
});

test('1.1-b, 1.2-a: a county is located by a recognised campus, served through a park; a closed campus is off the map', () => {
  const rows = rowsOf({
    campuses: [campus('C1', '330802', 'recognised', 'Y1'), campus('C2', '330803', 'preparing'), campus('C3', '330803', 'closed')],
    parks: [
      { park_id: 'Y1', name: '园区一', division_code: '330802', main: 'yes' },
      { park_id: 'Y2', name: '园区二', division_code: '330881', main: 'no' },
    ],
    services: [{ park_id: 'Y2', programme_id: 'P', from: '2025-01-01', to: '2025-10-31' }],
  });
  const counties = new Map(quzhou2024.header.counties.map(({ code, name }) => [code, name]));
  const on = (day: string) => countiesOnMap(rows, date(day), counties).map((c) => [c.code, c.located, c.served, c.campuses.join()]);
  expect(on('2025-10-31')).toEqual([
    ['330802', true, true, 'C1'], ['330803', false, false, 'C2'], ['330822', false, false, ''],
    ['330824', false, false, ''], ['330825', false, false, ''], ['330881', false, true, ''],
  ]);
  expect(on('2025-11-01').at(-1)).toEqual(['330881', false, false, '']);
  expect(parksOnMap(rows, date('2025-10-31')).map((p) => [p.park_id, p.located, p.served, p.campuses.join()])).toEqual([['Y1', true, false, 'C1'], ['Y2', false, true, '']]);
});

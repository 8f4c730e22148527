import { describe, expect, test } from 'vitest';
import { campusOnTheLine, readTyped } from '../check/made-dataset.ts';
import { date } from '../values/plain-date.ts';
import { campusRowsOf, type CampusRows } from './campus-rows.ts';
import { siteListOf } from './site-lists.ts';

const ON = date('2025-10-31');

function rows(): CampusRows {
  const { rooms: _, land: __, equipment: ___, bases: ____, ...rest } = campusOnTheLine();
  const { dataset, problems } = readTyped({
    ...rest,
    land: [{ parcel_id: 'P1', campus_id: 'C', area_m2: '1000', share: '0.5', from: '2025-09-01' }, { parcel_id: 'P2', campus_id: 'C', area_m2: '300', share: '1', from: '2025-11-01' }],
    rooms: [{ room_id: 'R2', campus_id: 'C', name: '实训楼', use: 'training', area_m2: '80.5', share: '1', from: '2025-09-01', to: '2025-10-31' }, { room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '60', share: '1', from: '2025-09-01', to: '2025-10-30' }],
    bases: [{ base_id: 'B1', campus_id: 'C', name: '数控基地', stations: 40, majors: '460103' }, { base_id: 'B2', campus_id: 'C', name: '电子基地', stations: 20, majors: '460103' }],
    equipment: [
      { asset_id: 'E2', campus_id: 'C', base_id: 'B1', name: '车床', value_yuan: '120000.50', acquired_on: '2025-01-01', share: '0.25', owner: 'enterprise', agreement_until: '2026-08-31' },
      { asset_id: 'E1', campus_id: 'C', name: '投影', value_yuan: '8000', acquired_on: '2024-12-31', retired_on: '2025-11-01', share: '1', owner: 'school' },
      { asset_id: 'E3', campus_id: 'C', name: '旧机', value_yuan: '9000', acquired_on: '2020-01-01', retired_on: '2025-10-31', share: '1', owner: 'school' },
    ],
  });
  expect(problems).toEqual([]);
  const [campus] = campusRowsOf(dataset);
  if (campus === undefined) throw new Error('there is no campus');
  return campus;
}

describe('what a campus has, to be signed', () => {
  test('M4-a: document 6 has parcels and rooms in use on the day, each by its share, with owner and certificate as they were recorded and a dash where nobody did', () => {
    const list = siteListOf('sites', rows(), new Map([['room R2', { owner: '某县国资中心', certificate_no: null }], ['land P2', { owner: '他人', certificate_no: '1' }]]), ON);
    expect(list.rows.map((row) => row.slice(0, 7))).toEqual([['土地', 'P1', '', '', '1000', '50%', '500'], ['房间', 'R2', '实训楼', '实训用房', '80.5', '100%', '80.5']]);
    expect(list.rows.map((row) => row.slice(-2))).toEqual([['—', '—'], ['某县国资中心', '—']]);
    expect(list.note).toContain('土地 500 平方米，房间 80.5 平方米');
    expect(list.note).toContain('1 处场地没有登记产权单位');
    const known = { owner: '学校', certificate_no: '浙（2024）1号' };
    const whole = siteListOf('sites', rows(), new Map([['room R2', known], ['land P1', known]]), ON);
    expect(whole.rows.map((row) => row.slice(-2))).toEqual([['学校', '浙（2024）1号'], ['学校', '浙（2024）1号']]);
    expect(whole.note).not.toContain('没有登记');
  });

  test('M4-b, R2-b: document 7 has what is not retired on the day, with its base, share and whether it is of this year; a base without any is named', () => {
    const list = siteListOf('equipment', rows(), new Map(), ON);
    expect(list.rows).toEqual([
      ['', 'E1', '投影', '8000.00', '2024-12-31', '100%', '中职学校', '', '否'],
      ['数控基地（40 工位）', 'E2', '车床', '120000.50', '2025-01-01', '25%', '企业', '2026-08-31', '是'],
    ]);
    expect(list.note).toContain('基地 2 个，在用设备 2 台件，本年（2025）新增 1 台件。没有登记设备的基地：电子基地（20 工位）。');
  });
});

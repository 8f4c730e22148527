import { bases, facilities, land, rooms } from '../../../core/exchange/sheets/campus.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

type Parcel = readonly [parcel: string, campus: string, area: string, from: string, to?: string];
type Room = readonly [campus: string, use: string, name: string, areas: readonly string[], from: string, to?: string];
type Base = readonly [base: string, campus: string, name: string, stations: number, majors: string];

/** C1 grows with its first full year; C3 has exactly 54 m² for each of its 39; C7 has too little. */
const LAND: readonly Parcel[] = [
  ['L11', 'C1', '2600', '2023-09-01'],
  ['L12', 'C1', '1600', '2025-07-15'],
  ['L21', 'C2', '2200', '2023-09-01'],
  ['L31', 'C3', '2106', '2023-09-01'],
  ['L41', 'C4', '9800', '2025-03-01'],
  ['L51', 'C5', '2450', '2025-06-01'],
  ['L61', 'C6', '15000', '2025-09-15'],
  ['L71', 'C7', '1500', '2024-09-01'],
];

/**
 * Teaching and administration, by the autumn heads: C1 705.00 m² until summer 2025 (14.6875 for 48,
 * exactly 15 for 47), then 1 155.00 (exactly 15 for 77). C2 584.22 (14.98 for 39). C3 loses its
 * building on 20 September 2025 and keeps a dormitory of 858.00 (22 for 39). The workshop W1 is
 * used by two campuses, 60 % and 40 %.
 */
const ROOMS: readonly Room[] = [
  ['C1', 'teaching', '教室', ['88.20', '88.20', '88.20', '88.20'], '2023-09-01'],
  ['C1', 'training', '机电实训室', ['140.00'], '2023-09-01'],
  ['C1', 'library', '图书阅览室', ['60.20'], '2023-09-01'],
  ['C1', 'sports_hall', '室内体育馆', ['92.00'], '2023-09-01'],
  ['C1', 'admin', '教师办公室', ['60.00'], '2023-09-01'],
  ['C1', 'laboratory', '电气实验室', ['90.00'], '2025-08-15'],
  ['C1', 'dormitory', '1号宿舍楼', ['156.00', '156.00'], '2023-09-01'],
  ['C1', 'dormitory', '2号宿舍楼', ['208.00'], '2025-08-20'],
  ['C1', 'canteen', '食堂', ['180.00'], '2023-09-01'],
  ['C2', 'teaching', '教室', ['76.00', '76.00'], '2023-09-01'],
  ['C2', 'teaching', '借用教室', ['60.00'], '2024-12-01', '2025-08-31'],
  ['C2', 'laboratory', '汽车电器实验室', ['84.50'], '2023-09-01'],
  ['C2', 'library', '阅览室', ['42.72'], '2023-09-01'],
  ['C2', 'admin', '办公室', ['65.00'], '2023-09-01'],
  ['C2', 'dormitory', '宿舍', ['120.00', '120.00'], '2023-09-01'],
  ['C2', 'canteen', '食堂', ['96.50'], '2023-09-01'],
  ['C3', 'teaching', '教学楼教室', ['92.00', '92.00', '92.00', '92.00'], '2023-09-01', '2025-09-20'],
  ['C3', 'training', '机器人实训室', ['186.00'], '2023-09-01', '2025-09-20'],
  ['C3', 'admin', '办公室', ['72.40'], '2023-09-01', '2025-09-20'],
  ['C3', 'dormitory', '宿舍楼', ['286.00', '286.00', '286.00'], '2023-09-01'],
  ['C4', 'teaching', '教室', ['98.00', '98.00', '98.00', '98.00'], '2025-06-01'],
  ['C4', 'training', '汽车制造实训中心', ['1260.00'], '2025-09-01'],
  ['C4', 'admin', '办公室', ['120.00'], '2025-06-01'],
  ['C4', 'dormitory', '宿舍楼', ['640.00'], '2025-08-01'],
  ['C5', 'teaching', '教室', ['84.00', '84.00'], '2025-06-01'],
  ['C5', 'dormitory', '宿舍', ['260.00'], '2025-06-01'],
  ['C7', 'teaching', '教室', ['75.00', '75.00', '75.00'], '2024-09-01'],
  ['C7', 'training', '实训室', ['135.00'], '2024-09-01'],
  ['C7', 'admin', '办公室', ['60.00'], '2024-09-01'],
  ['C7', 'dormitory', '宿舍', ['196.00'], '2024-09-01'],
];
const WORKSHOP: readonly Row<typeof rooms>[] = [
  { room_id: 'W1', campus_id: 'C1', name: '共建实训车间', use: 'training', area_m2: '600.00', share: '0.6', from: '2025-08-01' },
  { room_id: 'W1', campus_id: 'C2', name: '共建实训车间', use: 'training', area_m2: '600.00', share: '40%', from: '2025-08-01' },
];

const BASES: readonly Base[] = [
  ['J11', 'C1', '机电综合实训基地', 60, '460301;460103'],
  ['J12', 'C1', '信息技术实训基地', 48, '510201'],
  ['J21', 'C2', '汽车检测与维修实训基地', 40, '500211;500212'],
  ['J31', 'C3', '电子产品装配实训室', 24, '510103'],
  ['J41', 'C4', '汽车制造实训基地', 80, '460701'],
  ['J71', 'C7', '特种纸检测实训室', 30, '470208'],
];

const KINDS = ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'];
/** What was seen at each inspection: `+` there, `-` not there, `.` not looked at; in the order of KINDS. */
const INSPECTIONS: readonly (readonly [campus: string, on: string, seen: string])[] = [
  ['C1', '2024-09-20', '+++++-'], ['C1', '2025-03-20', '++++++'], ['C1', '2025-09-18', '++++++'],
  ['C2', '2024-09-23', '++++.-'], ['C2', '2025-03-24', '+++++-'], ['C2', '2025-09-22', '++++++'],
  ['C3', '2024-09-25', '++++++'], ['C3', '2025-09-25', '--++++'],
  ['C4', '2025-09-28', '+-+++.'],
  ['C5', '2025-09-29', '..+.+.'],
  ['C7', '2024-10-10', '-+-++-'],
];

/** Land, rooms, facilities and training bases of the campuses. */
export function premises(): readonly Table[] {
  let number = 0;
  return [
    table(land, LAND.map(([parcel_id, campus_id, area_m2, from, to]) => ({ parcel_id, campus_id, area_m2, from, to: to ?? null }))),
    table(rooms, [...ROOMS.flatMap(([campus_id, use, name, areas, from, to]) => areas.map((area_m2, index) => {
      number += 1;
      return {
        room_id: `R${String(number).padStart(3, '0')}`, campus_id, use, area_m2, from, to: to ?? null,
        name: areas.length > 1 ? `${name}${index + 1}` : name,
      };
    })), ...WORKSHOP]),
    table(facilities, INSPECTIONS.flatMap(([campus_id, checked_on, seen]) => KINDS.flatMap((kind, index) =>
      seen[index] === '.' ? [] : [{ campus_id, kind, present: seen[index] === '+', checked_on }]))),
    table(bases, BASES.map(([base_id, campus_id, name, stations, majors]) => ({ base_id, campus_id, name, stations, majors }))),
  ];
}

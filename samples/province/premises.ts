import { bases, equipment, facilities, land, rooms } from '../../core/exchange/sheets/campus.ts';
import { csvFile } from './csv-file.ts';
import { majorsOf } from './places.ts';

const USES = ['teaching', 'teaching', 'teaching', 'laboratory', 'training', 'training', 'library', 'admin', 'dormitory', 'dormitory', 'canteen', 'other'];
const ROOMS = 60;
const ASSETS = 400;
const KINDS = ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'];

/** Land, rooms, facilities, bases and equipment; sizes vary so that some campuses pass and some do not. */
export function writePremises(folder: string, count: number, higherOfACampus: number): void {
  const write = {
    land: csvFile(folder, land, ['parcel_id', 'campus_id', 'area_m2', 'share', 'from', 'to']),
    rooms: csvFile(folder, rooms, ['room_id', 'campus_id', 'name', 'use', 'area_m2', 'share', 'from', 'to']),
    facilities: csvFile(folder, facilities, ['campus_id', 'kind', 'present', 'checked_on']),
    bases: csvFile(folder, bases, ['base_id', 'campus_id', 'name', 'stations', 'majors']),
    equipment: csvFile(folder, equipment, ['asset_id', 'campus_id', 'base_id', 'name', 'value_yuan', 'acquired_on', 'retired_on', 'share', 'owner', 'agreement_until']),
  };
  // Two thirds of the rooms teach, a sixth sleeps: 15 and 6.5 m² for each student, give or take a tenth.
  const teaching = (higherOfACampus * 15) / ((ROOMS * 8) / USES.length);
  const dormitory = (higherOfACampus * 6.5) / ((ROOMS * 2) / USES.length);
  for (let n = 1; n <= count; n += 1) {
    const wealth = 0.93 + (n % 21) / 100;
    for (let parcel = 1; parcel <= 3; parcel += 1) write.land.row(`L${n}-${parcel}`, `C${n}`, (higherOfACampus * 18 * wealth).toFixed(2), '', '2023-09-01', '');
    for (let r = 0; r < ROOMS; r += 1) {
      const use = USES[r % USES.length] ?? '';
      const area = (use === 'dormitory' ? dormitory : teaching) * wealth;
      write.rooms.row(`R${n}-${r}`, `C${n}`, `房间${r}`, use, area.toFixed(2), r % 15 === 14 ? '0.9' : '', '2023-09-01', r === 11 ? '2025-06-30' : '');
    }
    for (const year of [2024, 2025]) for (const kind of KINDS) write.facilities.row(`C${n}`, kind, n % 9 === 0 && kind === 'clinic' ? 'no' : 'yes', `${year}-09-20`);
    for (const p of [1, 2] as const) write.bases.row(`J${n}-${p}`, `C${n}`, `实训基地${p}`, 120, n % 25 === 0 ? '460103' : majorsOf(n, p)[1]);
    for (let a = 0; a < ASSETS; a += 1) {
      const value = ((higherOfACampus * 10_000) / ASSETS) * wealth * (0.8 + (a % 5) / 10);
      const owner = a % 20 === 7 ? 'enterprise' : a % 10 === 3 ? 'college' : 'school';
      write.equipment.row(`A${n}-${a}`, `C${n}`, `J${n}-${(a % 2) + 1}`, `设备${a}`, value.toFixed(2), `${2015 + (a % 11)}-0${(a % 9) + 1}-15`,
        a % 50 === 49 ? '2025-06-30' : '', a % 33 === 0 ? '0.75' : '', owner, owner === 'enterprise' ? '2027-12-31' : '');
    }
  }
  for (const file of Object.values(write)) file.close();
}

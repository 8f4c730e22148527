import { mkdirSync } from 'node:fs';
import { writePeople } from './province/people.ts';
import { writePlaces } from './province/places.ts';
import { writePremises } from './province/premises.ts';
import { writeRoll } from './province/roll.ts';

/** How large a province to make; students and staff are spread evenly over the campuses. */
export interface ProvinceSize {
  readonly campuses: number;
  readonly students: number;
  readonly staff: number;
}
export const PROVINCE: ProvinceSize = { campuses: 400, students: 500_000, staff: 30_000 };

/**
 * Writes a province of sample data into a folder, one `.csv` a sheet, for measuring speed and memory: valid, without
 * warnings, judged differently from campus to campus, and the same on every run.
 */
export function writeProvince(folder: string, size: ProvinceSize = PROVINCE): void {
  mkdirSync(folder, { recursive: true });
  const pupils = Math.floor(size.students / size.campuses);
  const higher = Math.floor((pupils * 2) / 5);
  writePlaces(folder, size.campuses, pupils);
  writePremises(folder, size.campuses, higher);
  writePeople(folder, size.campuses, Math.floor(size.staff / size.campuses));
  writeRoll(folder, size.campuses, pupils);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    process.stderr.write('node samples/province.ts FOLDER\n');
    process.exitCode = 2;
  } else writeProvince(folder);
}

import { students } from '../../core/exchange/sheets/students.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { withCheck } from '../quzhou/generate/identity.ts';
import { csvFile } from './csv-file.ts';

const CLASSES = 12;
const DAYS = 365;
const SEQUENCES = ['996', '997', '998', '999'];

/** The roll of autumn 2025, the same number at each campus, a fifth in each grade: two of five are in the higher stage. */
export function writeRoll(folder: string, count: number, perCampus: number): void {
  const file = csvFile(folder, students, ['student_id', 'name', 'sex', 'birth_date', 'id_number', 'programme_id', 'school_id', 'campus_id', 'cohort', 'stage', 'grade', 'status', 'class_id', 'boarder', 'from', 'to']);
  const births = [1, 2, 3, 4, 5].map((grade) => Array.from({ length: DAYS }, (_, day) => addDays(date(`${2010 - grade}-09-01`), day)));
  for (let n = 1; n <= count; n += 1) {
    for (let k = 0; k < perCampus; k += 1) {
      const serial = (n - 1) * perCampus + k;
      const grade = (k % 5) + 1;
      const higher = grade >= 4;
      const birth = births[grade - 1]?.[Math.floor(serial / 5) % DAYS] ?? '';
      const round = Math.floor(serial / 5 / DAYS);
      const sequence = SEQUENCES[round % SEQUENCES.length] ?? '';
      // 339… was never the code of a place: with the sequences of centenarians, nobody's id.
      const id = withCheck(`339${String(Math.floor(round / SEQUENCES.length)).padStart(3, '0')}${birth.replaceAll('-', '')}${sequence}`);
      const status = k % 97 === 0 ? 'suspended' : grade === 5 ? 'internship' : 'enrolled';
      file.row(`${2026 - grade}${String(serial).padStart(7, '0')}`, `示例生${serial}`, round % 2 === 0 ? 2 : 1, birth, id, `P${n}-${(k % 2) + 1}`, `S${n}`, higher ? `C${n}` : '',
        2026 - grade, higher ? 'higher' : 'secondary', grade, status, higher ? `K${n}-${(k % CLASSES) + 1}` : '', k % 10 === 9 ? 'no' : 'yes', '2025-09-01', '');
    }
  }
  file.close();
}

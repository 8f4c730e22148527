import { classes, staff, teaching } from '../../core/exchange/sheets/staff.ts';
import { csvFile } from './csv-file.ts';
import { collegeOf, majorsOf } from './places.ts';

const CLASSES = 12;
const HIGHER_TEACHERS = 30;
const EXPERTS = 9;
const DEGREES = ['master', 'bachelor', 'master', 'doctor', 'bachelor'];
const TITLES = ['intermediate', 'senior_vice', 'junior', 'intermediate', 'senior_full', 'intermediate'];
const KINDS = ['core', 'professional', 'practical', 'core', 'public'];

/** Posts (`perCampus` rows for each campus), classes, and the hours of two terms. */
export function writePeople(folder: string, count: number, perCampus: number): void {
  const write = {
    staff: csvFile(folder, staff, ['person_id', 'name', 'employer_id', 'stage', 'campus_id', 'school_id', 'post', 'employment', 'share', 'degree', 'title', 'qualified', 'dual_qualified', 'industry_expert', 'from', 'to', 'exception_until']),
    classes: csvFile(folder, classes, ['class_id', 'campus_id', 'head_id', 'from', 'to']),
    teaching: csvFile(folder, teaching, ['campus_id', 'term', 'course', 'kind', 'higher_code', 'person_id', 'hours']),
  };
  for (let n = 1; n <= count; n += 1) {
    for (let k = 0; k < perCampus; k += 1) {
      const [post, employment] = postOf(k);
      const secondary = post === 'secondary';
      // Every eighth campus lends one of its teachers to both stages.
      const person = secondary && k === perCampus - 1 && n % 8 === 0 ? `T${n}-4` : `T${n}-${k}`;
      write.staff.row(person, `示例${n}老师${k}`, k % 6 === 5 ? collegeOf(n) : `S${n}`, secondary ? 'secondary' : 'higher', secondary ? '' : `C${n}`, secondary ? `S${n}` : '',
        secondary ? 'teacher' : post, employment, k % 10 === 4 && post === 'teacher' ? '0.5' : '', DEGREES[k % DEGREES.length] ?? '', TITLES[k % TITLES.length] ?? '',
        n % 30 === 0 && k === 6 ? 'no' : 'yes', k % 2 === 0 ? 'yes' : 'no', post === 'external_teacher' ? 'yes' : '', '2024-09-01', '', '');
    }
    for (let c = 1; c <= CLASSES; c += 1) write.classes.row(`K${n}-${c}`, `C${n}`, n % 12 === 0 && c === 1 ? '' : `T${n}-${c + 5}`, '2025-09-01', '');
    for (const term of ['2024-2', '2025-1']) {
      for (let lesson = 0; lesson < 40; lesson += 1) {
        const expert = lesson % 4 === 1 ? HIGHER_TEACHERS + 5 + (lesson % EXPERTS) : lesson % HIGHER_TEACHERS;
        write.teaching.row(`C${n}`, term, `课程${lesson}`, KINDS[lesson % KINDS.length] ?? '', majorsOf(n, lesson % 2 === 0 ? 1 : 2)[1], `T${n}-${expert}`, 32 + (lesson % 5) * 8);
      }
    }
  }
  for (const file of Object.values(write)) file.close();
}

function postOf(k: number): readonly [post: string, employment: string] {
  if (k < 2) return ['ideology_teacher', 'full_time'];
  if (k < HIGHER_TEACHERS) return ['teacher', 'full_time'];
  if (k < HIGHER_TEACHERS + 3) return ['counsellor', 'full_time'];
  if (k === HIGHER_TEACHERS + 3) return ['psychologist', 'full_time'];
  if (k === HIGHER_TEACHERS + 4) return ['part_time_counsellor', 'part_time'];
  return k < HIGHER_TEACHERS + 5 + EXPERTS ? ['external_teacher', 'external'] : ['secondary', 'full_time'];
}

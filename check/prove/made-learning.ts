import type { MadeCampus } from './made-campus.ts';
import { daysAfter, periodOff, periodOn } from './made-days.ts';
import { add } from './made-sheets.ts';
import { twoLatestTerms } from './naive-posts.ts';

/** N students, or a headcount only, or neither. */
export function makeStudents(campus: MadeCampus): void {
  const { id, school, random, day, sheets } = campus;
  const counts = campus.heads > 420 || random.oneIn(5);
  if (random.oneIn(15)) return;
  if (counts) {
    const boarders = random.pick(['', String(campus.heads), String(Math.floor(campus.heads / 2))]);
    add(sheets, 'headcounts', { campus_id: id, on: random.pick([day, daysAfter(day, -30)]), higher_students: campus.heads, boarders });
    if (random.oneIn(2)) add(sheets, 'headcounts', { campus_id: id, on: daysAfter(day, 1), higher_students: campus.heads + 99, boarders: '' });
    if (random.oneIn(2)) add(sheets, 'headcounts', { campus_id: id, on: daysAfter(day, -31), higher_students: campus.heads + 7, boarders: '' });
    return;
  }
  const boarding = random.pick(['yes', 'yes', 'no', '']);
  let number = 0;
  const student = (more: Readonly<Record<string, string | number>>): void => add(sheets, 'students', {
    student_id: `${id}s${number++}`, name: '学生', sex: random.pick([1, 2]), birth_date: '2006-02-28', id_number: '', programme_id: random.pick(campus.programmes), school_id: school, campus_id: id,
    cohort: random.pick([2022, 2023, 2024]), stage: 'higher', grade: random.pick([4, 5]), status: random.pick(['enrolled', 'enrolled', 'repeating', 'internship']), class_id: '',
    boarder: random.oneIn(3) ? random.pick(['yes', 'no']) : boarding, ...periodOn(random, day), ...more,
  });
  for (let at = 0; at < campus.heads; at++) student({});
  for (const status of ['suspended', 'place_kept', 'withdrawn', 'transferred_out', 'completed', 'incomplete']) if (random.oneIn(4)) student({ status });
  for (let more = random.whole(0, 3); more > 0; more--) student(periodOff(random, day));
  if (random.oneIn(3)) student({ stage: 'secondary', grade: 2, campus_id: '' });
  if (random.oneIn(3) && campus.heads > 0) {
    // An earlier row of a student who is counted today.
    const now = (sheets['students'] ?? []).find((row) => row['campus_id'] === id);
    if (now !== undefined) add(sheets, 'students', { ...now, status: 'suspended', from: daysAfter(String(now['from']), -100), to: daysAfter(String(now['from']), -1) });
  }
}

export function makeClasses(campus: MadeCampus): void {
  const { id, random, day, sheets } = campus;
  if (random.oneIn(12)) return;
  const count = random.whole(1, 3);
  for (let at = 0; at < count; at++) {
    const head_id = random.pick([`${id}h0`, `${id}h0`, `${id}h1`, `${id}t0`, `${id}x0`, '', 'nobody']);
    add(sheets, 'classes', { class_id: `${id}k${at}`, campus_id: id, head_id: random.oneIn(2) ? `${id}h0` : head_id, ...(random.oneIn(6) ? periodOff(random, day) : periodOn(random, day)) });
  }
}

/** Hours around a fifth by experts, with terms and kinds that do not count. */
export function makeTeaching(campus: MadeCampus): void {
  const { id, random, day, sheets } = campus;
  if (random.oneIn(10)) return;
  const [older, latest] = twoLatestTerms(day).map(({ name }) => name);
  const lesson = (course: string, term: string, kind: string, person: string, hours: string): void =>
    add(sheets, 'teaching', { campus_id: id, term, course, kind, higher_code: '460103', person_id: `${id}${person}`, hours });
  const kinds = ['core', 'professional', 'practical'] as const;
  const many = random.whole(1, 40) * 4;
  const experts = (many / 4) * 100 + random.pick([0, 0, -1, 1, 100, -100]);
  if (!random.oneIn(8)) {
    lesson('数控', latest ?? '', random.pick(kinds), 't0', String(many));
    if (experts > 0) lesson('实训', random.pick([older ?? '', latest ?? '']), random.pick(kinds), 'x0', (experts / 100).toFixed(2));
  }
  if (random.oneIn(2)) lesson('思政', latest ?? '', random.pick(['ideology', 'public']), 't0', '64');
  lesson('旧课', `${Number(day.slice(0, 4)) - 3}-1`, 'core', random.pick(['t0', 'x0']), '100');
  if (random.oneIn(3)) lesson('将来', `${Number(day.slice(0, 4)) + 1}-1`, 'core', random.pick(['t0', 'x0']), '100');
}

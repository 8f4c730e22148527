/** Codes of two figures that a student number is put together from (C5). */
export interface ClassCode {
  readonly year: number;
  readonly school: string;
  readonly major: string;
  readonly class: string;
}

const CLASS_ID = /^(\d{4})(\d{2})(\d{2})(\d{2})$/;
const STUDENT_ID = /^(\d{10})(\d{2})$/;
const MOST_IN_CLASS = 99;
const two = (n: number): string => String(n).padStart(2, '0');

/** `2026010102`: year, school, major, class. */
export function classIdOf({ year, school, major, class: at }: ClassCode): string {
  return `${year}${school}${major}${at}`;
}

/** The codes of a class of new students; null for an id of another form. */
export function classCodeOf(class_id: string): ClassCode | null {
  const match = CLASS_ID.exec(class_id);
  return match === null ? null : { year: Number(match[1]), school: match[2] as string, major: match[3] as string, class: match[4] as string };
}

/** The class and place in it that a student number names; null for a number of another form. */
export function placeOf(student_id: string): { readonly class_id: string; readonly seq: number } | null {
  const match = STUDENT_ID.exec(student_id);
  return match === null ? null : { class_id: match[1] as string, seq: Number(match[2]) };
}

/** Numbers for newcomers of classes, in their order, each class without a gap after those who have a number; null where a class has no number left. */
export function numberStudents(classes: readonly string[], taken: readonly string[]): readonly (string | null)[] {
  const last = new Map<string, number>();
  for (const id of taken) {
    const place = placeOf(id);
    if (place !== null) last.set(place.class_id, Math.max(last.get(place.class_id) ?? 0, place.seq));
  }
  return classes.map((class_id) => {
    const next = (last.get(class_id) ?? 0) + 1;
    last.set(class_id, next);
    return next > MOST_IN_CLASS ? null : `${class_id}${two(next)}`;
  });
}

/** Classes for so many newcomers of a major: as few as hold them, as even as can be. */
export function classesFor(many: number, per_class: number, code: Omit<ClassCode, 'class'>): readonly string[] {
  const classes = Math.max(1, Math.ceil(many / Math.max(1, per_class)));
  return Array.from({ length: many }, (_, at) => classIdOf({ ...code, class: two(Math.floor((at * classes) / many) + 1) }));
}

/** Which form of roll number somebody gets (C5): by citizen id, by a number of the authority, or a temporary one. */
export type RollForm = 'G' | 'J' | 'L';

const SERIAL = /^\d{18}$/;

/** What stands in the way of a lasting roll number (C5); null: nothing. Only a temporary one, or none, is replaced. */
export function numberInTheWay(asked: { readonly form: 'G' | 'J'; readonly serial: string | null; readonly reason: string }, known: { readonly form: RollForm | null; readonly has_id: boolean }): 'number_for_life' | 'no_citizen_id' | 'serial_wrong' | 'reason_missing' | null {
  if (known.form === 'G' || known.form === 'J') return 'number_for_life';
  if (asked.form === 'G' && !known.has_id) return 'no_citizen_id';
  if (asked.form === 'J' && !SERIAL.test(asked.serial ?? '')) return 'serial_wrong';
  return asked.reason.trim() === '' ? 'reason_missing' : null;
}

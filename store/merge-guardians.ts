/** A row of the register of guardians. */
export interface GuardianRow {
  readonly student_id: string;
  readonly name: string;
  readonly relation: string;
  /** As the register keeps it: the same text for the same number. */
  readonly phone: string | null;
}

/** A guardian who has an account, with all students that they were ever recorded for. */
export interface FoundGuardian {
  readonly person_id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly students: readonly string[];
}

export interface Guarded {
  readonly student_id: string;
  readonly relation: string;
}

/** People who are there and lack students, and people who are not there. */
export interface MergedGuardians {
  readonly known: readonly { readonly person_id: number; readonly students: readonly Guarded[] }[];
  readonly unknown: readonly { readonly name: string; readonly phone: string | null; readonly students: readonly Guarded[] }[];
}

/**
 * Who of a school's register of guardians is one and the same person: who has the same name and phone; without a
 * phone, who has the same name for the same student. Two people with one phone stay two. A guardianship that was
 * ended is not begun again by the register.
 */
export function mergeGuardians(rows: readonly GuardianRow[], there: readonly FoundGuardian[]): MergedGuardians {
  const byPhone = new Map(there.filter(({ phone }) => phone !== null).map((one) => [`${one.phone}\n${one.name}`, one]));
  const byStudent = new Map(there.flatMap((one) => one.students.map((student): [string, FoundGuardian] => [`${student}\n${one.name}`, one])));
  const known = new Map<number, Guarded[]>();
  const unknown = new Map<string, { name: string; phone: string | null; students: Guarded[] }>();
  for (const { student_id, name, relation, phone } of rows) {
    if (byStudent.has(`${student_id}\n${name}`)) continue;
    const found = phone === null ? undefined : byPhone.get(`${phone}\n${name}`);
    if (found !== undefined) {
      known.set(found.person_id, [...(known.get(found.person_id) ?? []), { student_id, relation }]);
      continue;
    }
    const key = phone === null ? `student\n${student_id}\n${name}` : `phone\n${phone}\n${name}`;
    const person = unknown.get(key) ?? { name, phone, students: [] };
    person.students.push({ student_id, relation });
    unknown.set(key, person);
  }
  return { known: [...known].map(([person_id, students]) => ({ person_id, students })), unknown: [...unknown.values()] };
}

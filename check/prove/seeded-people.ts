import { citizenIdFlaw } from '../../core/values/citizen-id.ts';
import type { Random } from './random.ts';

/** Somebody whose id and whose guardian's phone must never be seen anywhere as they are. */
export interface SeededPerson {
  readonly student_id: string;
  readonly citizen_id: string;
  readonly phone: string;
}

const PREFIX = '330802';
const CHECK_CHARACTERS = '0123456789X';
const [FIRST_YEAR, LAST_YEAR, DAYS] = [2003, 2008, 28];

/** So many different people with sound citizen ids and mobile phones. */
export function seededPeople(random: Random, many: number): SeededPerson[] {
  const people = new Map<string, SeededPerson>();
  while (people.size < many) {
    const citizen_id = soundId(random);
    const phone = `199${String(random.whole(10_000_000, 99_999_999))}`;
    people.set(citizen_id, { student_id: `Q${String(people.size + 1).padStart(5, '0')}`, citizen_id, phone });
  }
  return [...people.values()];
}

function soundId(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const born = `${random.whole(FIRST_YEAR, LAST_YEAR)}${two(random.whole(1, 12))}${two(random.whole(1, DAYS))}`;
  const start = `${PREFIX}${born}${String(random.whole(0, 999)).padStart(3, '0')}`;
  const last = [...CHECK_CHARACTERS].find((character) => citizenIdFlaw(start + character) === null);
  if (last === undefined) throw new Error(`no check character for ${start}`);
  return start + last;
}

/** Two files as a school would send them. */
export function filesOf(people: readonly SeededPerson[]): readonly { readonly name: string; readonly text: string }[] {
  const students = people.map(({ student_id, citizen_id }) =>
    `${student_id},某某,1,${citizen_id.slice(6, 10)}-${citizen_id.slice(10, 12)}-${citizen_id.slice(12, 14)},${citizen_id},P11,S1,C1,2022,higher,4,enrolled,2025-09-01`);
  const guardians = people.map(({ student_id, phone }) => `${student_id},某父,父亲,${phone}`);
  return [
    { name: 'students.csv', text: ['student_id,name,sex,birth_date,id_number,programme_id,school_id,campus_id,cohort,stage,grade,status,from', ...students].join('\n') },
    { name: 'guardians.csv', text: ['student_id,name,relation,phone', ...guardians].join('\n') },
  ];
}

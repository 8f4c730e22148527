import type { Choice } from '../../core/journals/field.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

export interface Chosen {
  readonly of: Choice;
  readonly id: string;
  readonly name: string;
}

/** Who may have a part in a base. */
const PARTIES = ['college', 'school', 'enterprise', 'park', 'government'];

/** Staff in reach of the campus, its school or its college, each person once; names that are borne twice are told apart by their number. */
async function personsOf(tx: Transaction, places: readonly string[]): Promise<Chosen[]> {
  const staff = await loadRows(tx, 'staff', {}, '(r.campus_id = any($2::text[]) or r.school_id = any($2::text[]) or r.employer_id = any($2::text[]))', places);
  const people = new Map(staff.map(({ person_id, name }): [string, Chosen] => [person_id, { of: 'person', id: person_id, name: `${name}（${person_id}）` }]));
  return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What ids of entries at a campus are chosen from, as far as it is in reach: its bases, institutions and firms, majors of its school, staff. */
export async function choicesAt(tx: Transaction, campus_id: string): Promise<Chosen[]> {
  const [campus] = await loadRows(tx, 'campuses', {}, 'r.key = $2', campus_id);
  const [bases, organisations, programmes] = [
    await loadRows(tx, 'bases', {}, 'r.campus_id = $2', campus_id), await loadRows(tx, 'organisations', {}, 'r.kind = any($2::text[])', PARTIES),
    await loadRows(tx, 'programmes', {}, 'r.school_id = $2', campus?.school_id ?? ''),
  ];
  const persons = await personsOf(tx, [campus_id, campus?.school_id, campus?.college_id].filter((id) => id !== undefined));
  return [
    ...bases.map(({ base_id, name }): Chosen => ({ of: 'base', id: base_id, name })), ...organisations.map(({ org_id, name }): Chosen => ({ of: 'organisation', id: org_id, name })),
    ...persons,
    ...new Map(programmes.map(({ higher_code, name }) => [higher_code, { of: 'major', id: higher_code, name: `${higher_code} ${name}` } as const])).values(),
  ];
}

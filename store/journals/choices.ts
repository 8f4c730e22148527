import type { Choice, Values } from '../../core/journals/field.ts';
import type { JournalKind } from '../../core/journals/journal-kind.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

export interface Chosen {
  readonly of: Choice;
  readonly id: string;
  readonly name: string;
}

/** Who may have a part in a base. */
const PARTIES = ['college', 'school', 'enterprise', 'park', 'government'];

const OF_PLACES = '(r.campus_id = any($2::text[]) or r.school_id = any($2::text[]) or r.employer_id = any($2::text[]))';

/** The campus with its school and its college: whose staff may be named there. */
async function placesOf(tx: Transaction, campus_id: string): Promise<string[]> {
  const [campus] = await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.key = $2', campus_id));
  return [campus_id, campus?.school_id, campus?.college_id].filter((id) => id !== undefined);
}

/** The person that an entry names and whom nobody could have chosen: in no register, of another place, or out of the actor's reach; null where there is none. */
export async function strangerIn(tx: Transaction, { fields }: Pick<JournalKind, 'fields'>, values: Values, campus_id: string): Promise<string | null> {
  for (const [name, { of }] of Object.entries(fields)) {
    const id = values[name];
    if (of !== 'person' || typeof id !== 'string') continue;
    const places = await placesOf(tx, campus_id);
    const known = await loadRows(tx, 'staff', {}, 'r.person_id = $2', id);
    if (!known.some((row) => [row.campus_id, row.school_id, row.employer_id].some((at) => at !== null && places.includes(at)))) return id;
  }
  return null;
}

/** Staff in reach of the campus, its school or its college, each person once; names that are borne twice are told apart by their number. */
async function personsOf(tx: Transaction, places: readonly string[]): Promise<Chosen[]> {
  const staff = await loadRows(tx, 'staff', {}, OF_PLACES, places);
  const people = new Map(staff.map(({ person_id, name }): [string, Chosen] => [person_id, { of: 'person', id: person_id, name: `${name}（${person_id}）` }]));
  return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What ids of entries at a campus are chosen from, as far as it is in reach: its bases, institutions and firms, majors of its school, staff, land and rooms. */
export async function choicesAt(tx: Transaction, campus_id: string): Promise<Chosen[]> {
  const [campus] = await loadRows(tx, 'campuses', {}, 'r.key = $2', campus_id);
  const [bases, organisations, programmes] = [
    await loadRows(tx, 'bases', {}, 'r.campus_id = $2', campus_id), await loadRows(tx, 'organisations', {}, 'r.kind = any($2::text[])', PARTIES),
    await loadRows(tx, 'programmes', {}, 'r.school_id = $2', campus?.school_id ?? ''),
  ];
  const [land, rooms] = [await loadRows(tx, 'land', {}, 'r.campus_id = $2', campus_id), await loadRows(tx, 'rooms', {}, 'r.campus_id = $2', campus_id)];
  const sites = new Map([...land.map(({ parcel_id }) => [parcel_id, parcel_id] as const), ...rooms.map(({ room_id, name }) => [room_id, name === null ? room_id : `${room_id} ${name}`] as const)]);
  const persons = await personsOf(tx, await placesOf(tx, campus_id));
  return [
    ...bases.map(({ base_id, name }): Chosen => ({ of: 'base', id: base_id, name })), ...organisations.map(({ org_id, name }): Chosen => ({ of: 'organisation', id: org_id, name })),
    ...persons, ...[...sites].map(([id, name]): Chosen => ({ of: 'site', id, name })),
    ...new Map(programmes.map(({ higher_code, name }) => [higher_code, { of: 'major', id: higher_code, name: `${higher_code} ${name}` } as const])).values(),
  ];
}

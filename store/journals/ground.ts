import type { Ground } from '../../core/journals/refusals.ts';
import type { Area } from '../../core/journals/journal-kind.ts';
import { overlappingTeachers } from '../../core/teachers/overlapping.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';
import { loadEntries } from './entries.ts';

/** What is known of a campus when an entry is recorded or moved; null where there is no such campus. To be called within `tx.whole`. */
export async function groundOf(whole: Transaction, { area, campus_id, today }: { readonly area: Area; readonly campus_id: string; readonly today: PlainDate }): Promise<Ground | null> {
  const rows = await loadCampusRows(whole, campus_id);
  if (rows === null) return null;
  const programmes = await loadRows(whole, 'programmes', {}, 'r.school_id = $2', rows.campus.school_id);
  return {
    today, standing: await loadEntries(whole, { area, campuses: [campus_id] }), bases: new Set(rows.bases.map(({ base_id }) => base_id)),
    organisations: new Set((await loadRows(whole, 'organisations', {})).map(({ org_id }) => org_id)),
    sites: new Set([...rows.land.map(({ parcel_id }) => `land ${parcel_id}`), ...rows.rooms.map(({ room_id }) => `room ${room_id}`)]),
    overlapping: new Set(overlappingTeachers(rows, today).map(({ person_id }) => person_id)), majors: new Set(programmes.map(({ higher_code }) => higher_code)),
  };
}

/** The labels of a campus, so that those have its entries in reach who have it. To be called within `tx.whole`. */
export async function campusLabels(whole: Transaction, campus_id: string): Promise<readonly string[] | null> {
  const [row] = await whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = $2', [whole.actor.region_id, `campus:${campus_id}`]);
  return row?.scopes ?? null;
}

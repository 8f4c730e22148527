import { mayTouch } from '../core/access/reach.ts';
import { siteListOf, type SiteListName } from '../core/facts/site-lists.ts';
import type { StaffList } from '../core/teachers/staff-lists.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadCampusRows } from './campus-rows.ts';
import { standing } from './known-time.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead } from './within-reach.ts';

/** Document 6 or 7 of a campus that the actor may take out; null where there is none in reach. */
export async function siteListIn(tx: Transaction, name: SiteListName, { campus_id, on }: { readonly campus_id: string; readonly on: PlainDate }): Promise<StaffList | null> {
  const [campus] = await tx.query<{ scopes: string[] }>(
    `select r.scopes from register_campuses r where r.region_id = $1 and r.campus_id = $2 and ${standing('r')} and ($3::text[] is null or r.scopes && $3)`, [tx.actor.region_id, campus_id, labelsToRead(tx, 'conditions')]);
  if (campus === undefined || !mayTouch(tx.actor.reach, 'conditions', 'export', campus.scopes)) return null;
  const rows = await tx.whole((whole) => loadCampusRows(whole, campus_id));
  if (rows === null) return null;
  const list = siteListOf(name, rows, on);
  await tx.audit({ action: 'campus.list', object: `campuses/${campus_id}`, detail: { list: name, on, rows: list.rows.length } });
  return list;
}

import { mayTouch } from '../core/access/reach.ts';
import { siteListOf, type SiteListName, type SiteTitles } from '../core/facts/site-lists.ts';
import type { StaffList } from '../core/teachers/staff-lists.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadCampusRows } from './campus-rows.ts';
import { loadEntries } from './journals/entries.ts';
import { standing } from './known-time.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead } from './within-reach.ts';

/** What was recorded last of each parcel and room. To be called within `tx.whole`. */
async function titlesAt(whole: Transaction, campus_id: string): Promise<SiteTitles> {
  const entries = await loadEntries(whole, { area: 'bases', campuses: [campus_id], kinds: ['site_titles'] });
  return new Map(entries.toReversed().map(({ values: { site, site_id, owner, certificate_no } }) => [`${String(site)} ${String(site_id)}`, { owner: String(owner), certificate_no: certificate_no === null || certificate_no === undefined ? null : String(certificate_no) }]));
}

/** Document 6 or 7 of a campus that the actor may take out; null where there is none in reach. */
export async function siteListIn(tx: Transaction, name: SiteListName, { campus_id, on }: { readonly campus_id: string; readonly on: PlainDate }): Promise<StaffList | null> {
  const [campus] = await tx.query<{ scopes: string[] }>(
    `select r.scopes from register_campuses r where r.region_id = $1 and r.campus_id = $2 and ${standing('r')} and ($3::text[] is null or r.scopes && $3)`, [tx.actor.region_id, campus_id, labelsToRead(tx, 'conditions')]);
  if (campus === undefined || !mayTouch(tx.actor.reach, 'conditions', 'export', campus.scopes)) return null;
  const rows = await tx.whole((whole) => loadCampusRows(whole, campus_id));
  if (rows === null) return null;
  const list = siteListOf(name, rows, await tx.whole((whole) => titlesAt(whole, campus_id)), on);
  await tx.audit({ action: 'campus.list', object: `campuses/${campus_id}`, detail: { list: name, on, rows: list.rows.length } });
  return list;
}

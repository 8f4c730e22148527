import { journalList } from '../../core/journals/journal-list.ts';
import type { JournalKind } from '../../core/journals/journal-kind.ts';
import { staffList, staffListSheet, type StaffList, type StaffListName } from '../../core/teachers/staff-lists.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { printDocument } from '../../paper/print-document.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';
import { loadEntries } from './entries.ts';

/** Document 8 or 9 of a campus. To be called within `tx.whole`, of a campus in reach. */
export async function staffListOf(whole: Transaction, name: StaffListName, { campus_id, on }: { readonly campus_id: string; readonly on: PlainDate }): Promise<StaffList | null> {
  const rows = await loadCampusRows(whole, campus_id);
  const names = new Map((await loadRows(whole, 'organisations', {})).map((one) => [one.org_id, one.name]));
  return rows === null ? null : staffList(name, rows, { on, nameOf: (id) => names.get(id) ?? id });
}

/** The entries of a kind at a campus as a list. */
export async function journalListOf(tx: Transaction, kind: JournalKind, { campus_id, campus, on }: { readonly campus_id: string; readonly campus: string; readonly on: PlainDate }): Promise<StaffList> {
  return journalList(kind, await loadEntries(tx, { area: kind.area, campuses: [campus_id], kinds: [kind.id] }), { campus, on });
}

/** A list as a PDF of A4 pages, lying. */
export async function listPaper(tx: Transaction, list: StaffList): Promise<Uint8Array> {
  const region = await readRegion(tx);
  const [now] = await tx.query<{ at: string }>('select clock_timestamp() as at');
  return printDocument(staffListSheet(list), {
    issuer: list.title, number: list.title, version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at: now?.at ?? '', wide: true,
  });
}

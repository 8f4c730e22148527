import { earmarkAccount, earmarkEntries, type Earmark } from '../../core/funding/earmark-entries.ts';
import type { Entry } from '../../core/funding/entry.ts';
import { loadRows, type AsKnown } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import { bringUp } from '../ledger/bring-up.ts';
import type { Transaction } from '../transaction.ts';
import { standingEarmarks, touching } from './standing.ts';

/**
 * M5-g: brings what the books hold of an earmark to what the registers say: budgets, payments and spending that came in by a file are posted,
 * what was corrected there is taken back and posted anew, both in their own month or the first that is open. What a file says was spent is
 * posted also where it is more than there was. With the region locked for facts and its authority over funds.
 */
export async function bringEarmarkUp(deciding: Transaction, earmark: Earmark, at: Instant): Promise<void> {
  await deciding.whole(async (whole) => {
    const account = earmarkAccount(earmark);
    await bringUp(deciding, { wanted: touching(account, await entriesOfSchool(whole, earmark.school_id)), standing: await standingEarmarks(whole, [account]), at });
  });
}

/** R4-g: the same of every earmark there is, before the books of a term or a year are closed. */
export async function bringAllEarmarksUp(deciding: Transaction, at: Instant): Promise<void> {
  await deciding.whole(async (whole) => {
    const of = { campuses: await loadRows(whole, 'campuses', {}), budgets: await loadRows(whole, 'budgets', {}), payments: await loadRows(whole, 'payments', {}), spending: await loadRows(whole, 'spending', {}) };
    await bringUp(deciding, { wanted: earmarkEntries(of), standing: await standingEarmarks(whole), at });
  });
}

/** What the registers say of the earmarks of a school and its campuses. To be called within `tx.whole`. */
export async function entriesOfSchool(whole: Transaction, school_id: string, known: AsKnown = {}): Promise<Entry[]> {
  const campuses = await loadRows(whole, 'campuses', known, 'r.school_id = $2', school_id);
  const ids = campuses.map(({ campus_id }) => campus_id);
  const ofCampuses = 'r.campus_id = any($2::text[])';
  return earmarkEntries({
    campuses, budgets: await loadRows(whole, 'budgets', known, ofCampuses, ids), spending: await loadRows(whole, 'spending', known, ofCampuses, ids),
    payments: await loadRows(whole, 'payments', known, 'r.to_id = any($2::text[])', [school_id, ...ids]),
  });
}

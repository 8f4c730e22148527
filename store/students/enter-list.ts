import { placeAfter } from '../../core/students/roll-rows.ts';
import type { Goes } from '../../core/students/roll-list.ts';
import { loadRows } from '../campus-rows.ts';
import type { Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { enterChanges, type Entering } from './enter-changes.ts';
import { ADVANCE } from './roll-change.ts';
import type { RollList } from './roll-lists.ts';

/** Enters everybody of an approved list who goes, in bulk; how many they were. Null when a row was changed meanwhile. */
export async function enterList(whole: Transaction, stamp: Stamp, { on, entries }: RollList, entering: Entering): Promise<number | null> {
  const going = entries.filter((one): one is Goes => one.outcome === 'goes');
  const ids = [...new Set(going.map(({ last }) => last.programme_id))];
  const programmes = new Map((await loadRows(whole, 'programmes', {}, 'r.key = any($2::text[])', ids)).map((one) => [one.programme_id, one]));
  const name = entering.change === 'step_up' ? entering.change : null;
  const changes = going.map(({ last, next }) => {
    return { on, before: last.row, to: placeAfter(last, next, { name }, programmes.get(last.programme_id) ?? null), papers: [] };
  });
  return await enterChanges(whole, stamp, entering, changes) === null ? null : changes.length;
}

/** Whether a keeper's grades advanced already on that day, and nobody undid it. */
export async function isAdvanced(whole: Transaction, keeper_id: string, on: RollList['on']): Promise<boolean> {
  const rows = await whole.arrays(
    `select 1 from roll_changes c where c.region_id = $1 and c.keeper_id = $2 and c.change = '${ADVANCE}' and c.on_date = $3
       and not exists (select 1 from roll_changes u where u.region_id = c.region_id and u.undoes = c.change_id) limit 1`, [whole.actor.region_id, keeper_id, on]);
  return rows.length > 0;
}

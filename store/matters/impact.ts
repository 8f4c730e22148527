import { campusResult } from '../../core/check/check.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { changedPack } from '../../core/policy/changed-pack.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import { frozen, type FrozenVerdict } from '../snapshot-content.ts';
import type { Transaction } from '../transaction.ts';

/** A verdict that another value would change. */
export interface ChangedVerdict {
  readonly campus_id: string;
  readonly campus: string;
  readonly before: FrozenVerdict;
  readonly after: FrozenVerdict;
}

export interface Impact {
  /** The day that is judged: the first on which the value would hold, or today where that is later. */
  readonly on: PlainDate;
  readonly campuses: number;
  readonly changes: readonly ChangedVerdict[];
}

/** What another value of a parameter would change in the verdicts of all campuses, by what is recorded now. To be called within `tx.whole`. */
export async function parameterImpact(
  whole: Transaction, pack: Pack, proposed: { readonly key: string; readonly value: string; readonly from: PlainDate }, today: PlainDate,
): Promise<Impact> {
  const on = proposed.from > today ? proposed.from : today;
  const now = judgingOn(pack, on);
  const then = judgingOn(changedPack(pack, [{ ...proposed, matter_id: '', decided_on: today, reason: '' }]), on);
  const changes: ChangedVerdict[] = [];
  let campuses = 0;
  for (const { campus_id } of await loadRows(whole, 'campuses', {})) {
    const rows = await loadCampusRows(whole, campus_id);
    const [before, after] = [rows && campusResult(rows, now), rows && campusResult(rows, then)];
    if (before === null || after === null) continue;
    campuses += 1;
    for (const [at, verdict] of before.verdicts.entries()) {
      const other = after.verdicts[at];
      if (other !== undefined && other.outcome !== verdict.outcome) changes.push({ campus_id, campus: before.name, before: frozen(verdict), after: frozen(other) });
    }
  }
  return { on, campuses, changes };
}

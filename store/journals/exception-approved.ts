import type { Problem } from '../../core/exchange/problem.ts';
import { overlappingTeachers } from '../../core/teachers/overlapping.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadCampusRows } from '../campus-rows.ts';
import { cellsOf } from '../matters/row-cells.ts';
import { lockFacts } from '../record-stamp.ts';
import { correctRecord } from '../register-changes.ts';
import type { Transaction } from '../transaction.ts';
import type { StoredEntry } from './entries.ts';

/** R5-b: the end of an approved exception stands in the register of staff, at each full-time post of the person at the campus. Null, or why it cannot be written. */
export async function exceptionApproved(tx: Transaction, { entry_id, campus_id, values }: StoredEntry, today: PlainDate): Promise<readonly Problem[] | null> {
  await lockFacts(tx);
  return tx.decided(['staff'], (deciding) => deciding.whole(async (whole) => {
    const rows = await loadCampusRows(whole, campus_id);
    const person = rows === null ? undefined : overlappingTeachers(rows, today).find(({ person_id }) => person_id === values['person_id']);
    for (const post of person?.higher ?? []) {
      const answer = await correctRecord(whole, 'staff', post.row, { ...cellsOf('staff', post), exception_until: String(values['until']) }, `重合例外 ${entry_id}：${String(values['why'])}`);
      if (answer.outcome === 'problems') return answer.problems;
      if (answer.outcome !== 'done') throw new Error(`the post of an excepted teacher: ${answer.outcome}`);
    }
    return null;
  }));
}

import { teachingRefusal } from '../../core/teaching/refusals.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { exact } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { bringIn } from '../import.ts';
import { lockFacts } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { refused, refusedAs, type Taught } from './answer.ts';
import { listOfferings, type Offering } from './offering.ts';
import { addTermEntry, isOver, termOfCollege } from './terms.ts';
import { whoActs } from './who.ts';

/** M3-e: closes a term of a college: the hours taught at its campuses go into the register of teaching, once, all or nothing. */
export async function closeTerm(tx: Transaction, { college_id, term }: { readonly college_id: string; readonly term: string }, today: PlainDate): Promise<Taught<{ readonly rows: number }>> {
  const stamp = await lockFacts(tx);
  const who = await whoActs(tx);
  if (stamp === null || !who.holds('college_academic', college_id)) return refusedAs('not_yours');
  const days = await tx.whole((whole) => termOfCollege(whole, college_id, term));
  if (days === null) return refusedAs('no_term');
  if (days.closed) return refusedAs('term_closed');
  if (!isOver(days, today)) return refusedAs('closing_early');
  const offerings = await tx.whole((whole) => listOfferings(whole, { college_id, term }));
  const missing = offerings.filter(({ staff_no, taught_hours }) => staff_no === null || taught_hours === null);
  if (missing.length > 0) return refused(...missing.map(({ class_id, course }) => teachingRefusal('hours_missing', `${class_id} ${course}`)));
  const rows = await tx.whole((whole) => teachingRows(whole, offerings));
  await addTermEntry(tx, { ...days, act: 'close', entry_no: days.entry_no + 1 });
  await tx.audit({ action: 'term.close', object: `terms/${college_id}/${term}`, detail: { offerings: offerings.length, rows: rows.length } });
  if (rows.length > 0) {
    const answer = await tx.whole((whole) => whole.decided(['staff', 'imports'], (deciding) => bringIn(deciding, { teaching: rows }, { stamp, name: `结课 ${term}` })));
    if (answer.outcome === 'problems') return answer;
    if (answer.outcome !== 'done' && answer.outcome !== 'unchanged') throw new Error(`teaching of a closed term: ${answer.outcome}`);
  }
  return { outcome: 'done', rows: rows.length };
}

/** Hours of the same course, major and teacher at a campus are one row, whatever the class. The register knows campuses only. */
async function teachingRows(whole: Transaction, offerings: readonly Offering[]): Promise<Row<'teaching'>[]> {
  const majors = new Map((await loadRows(whole, 'programmes', {})).map(({ programme_id, higher_code }) => [programme_id, higher_code]));
  const rows = new Map<string, Row<'teaching'>>();
  for (const { campus_id, programme_id, term, course, kind, staff_no, taught_hours } of offerings) {
    if (campus_id === null || staff_no === null || taught_hours === null) continue;
    const higher_code = majors.get(programme_id) ?? '';
    const key = [campus_id, course, higher_code, staff_no].join('\n');
    const hours = Number((rows.get(key)?.hours.n ?? 0n)) + taught_hours;
    rows.set(key, { campus_id, term, course, kind, higher_code, person_id: staff_no, hours: exact(hours), row: rows.get(key)?.row ?? rows.size + 1 });
  }
  return [...rows.values()];
}

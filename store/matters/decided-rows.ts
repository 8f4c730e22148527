import type { Row } from '../../core/exchange/sheets.ts';
import { loadRows } from '../campus-rows.ts';
import { addRecord, correctRecord, type Cells, type RecordChange } from '../register-changes.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Brought, type Decided } from './decided.ts';
import { cellsOf } from './row-cells.ts';

/** Answers a row of a register by one that says what was decided; its record names the matter. */
export async function correct<S extends 'schools' | 'campuses'>(tx: Transaction, sheet: S, row: Row<S>, changes: Cells, decided: Pick<Decided, 'matter' | 'reason'>): Promise<Brought> {
  return broughtBy(sheet, await tx.decided(['conditions'], (deciding) => deciding.whole((whole) => correctRecord(whole, sheet, row.row, { ...cellsOf(sheet, row), ...changes }, whyOf(decided)))));
}

/** Adds a report of a school that says what it said last, and what was decided. */
export async function addReport(tx: Transaction, last: Row<'schools'>, changes: Cells, decided: Pick<Decided, 'matter' | 'reason'>): Promise<Brought> {
  return broughtBy('schools', await tx.decided(['conditions'], (deciding) => deciding.whole((whole) => addRecord(whole, 'schools', { ...cellsOf('schools', last), ...changes }, whyOf(decided)))));
}

const whyOf = ({ matter, reason }: Pick<Decided, 'matter' | 'reason'>): string => `事项 ${matter.matter_id}${reason === null ? '' : `：${reason}`}`;

function broughtBy<S extends 'schools' | 'campuses'>(sheet: S, answer: RecordChange<S>): Brought {
  switch (answer.outcome) {
    case 'done': return brought({ kind: 'record', sheet, record_id: String(answer.record.record_id) });
    case 'problems': return answer;
    default: throw new Error(`the ${sheet} of a decided matter: ${answer.outcome}`);
  }
}

/** The campus that a matter is about gets another status, unless the register said so before the decision did. */
export async function setStatus(tx: Transaction, decided: Decided, status: Row<'campuses'>['status']): Promise<Brought> {
  const [campus] = await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.key = $2', decided.matter.subject));
  if (campus === undefined) throw new Error('a campus that is decided on is not there');
  return campus.status === status ? brought() : correct(tx, 'campuses', campus, { status }, decided);
}

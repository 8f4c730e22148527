import { loadRows } from '../campus-rows.ts';
import { lockFacts } from '../record-stamp.ts';
import { correctRecord } from '../register-changes.ts';
import { brought, type Bring } from './decided.ts';
import { cellsOf } from './row-cells.ts';

/** B57: the number of the decision stands in the student's row of credits; the other columns stay as they are. */
export const exemptionGranted: Bring = async (tx, { matter, details: { number }, reason }) => {
  if (number === undefined) throw new Error('an exemption without the number of its decision');
  await lockFacts(tx);
  return tx.decided(['learning'], (deciding) => deciding.whole(async (whole) => {
    const [row] = await loadRows(whole, 'credits', {}, 'r.key = $2', matter.subject);
    if (row === undefined) throw new Error('an exempted student without credits');
    const answer = await correctRecord(whole, 'credits', row.row, { ...cellsOf('credits', row), certificate_exemption: number }, `事项 ${matter.matter_id}${reason === null ? '' : `：${reason}`}`);
    if (answer.outcome === 'problems') return answer;
    if (answer.outcome !== 'done') throw new Error(`the credits of an exempted student: ${answer.outcome}`);
    return brought({ kind: 'record', sheet: 'credits', record_id: String(answer.record.record_id) });
  }));
};

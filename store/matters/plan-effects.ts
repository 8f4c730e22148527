import { writeCell } from '../../core/exchange/write.ts';
import { sheets, type Row } from '../../core/exchange/sheets.ts';
import type { Sheet } from '../../core/exchange/sheet.ts';
import { planCourse } from '../../core/plans/course.ts';
import type { PlanLine } from '../../core/plans/line.ts';
import { loadRows } from '../campus-rows.ts';
import { linesOf } from '../plan-lines.ts';
import { addRecord, correctRecord, type Cells, type RecordChange } from '../register-changes.ts';
import { brought, type Bring, type Brought } from './decided.ts';
import type { Effect } from './matter.ts';

/** M8-b: the register says what was decided: a row of the year is answered by one with the approved number, where there is none one is added. */
export const planApproved: Bring = async (tx, { matter, details: { year } }) => {
  if (year === undefined) throw new Error('a plan without its year');
  const why = `事项 ${matter.matter_id}`;
  return tx.decided(['planning'], (deciding) => deciding.whole(async (whole): Promise<Brought> => {
    const lines = await linesOf(whole, matter.matter_id, planCourse(matter.entries).revision);
    const standing = new Map((await loadRows(whole, 'intakes', {}, 'r.year = $2', year)).map((row) => [row.programme_id, row]));
    const effects: Effect[] = [];
    for (const line of lines) {
      const row = standing.get(line.programme_id);
      if (row?.planned === line.secondary_heads) continue;
      const answer = await (row === undefined ? addRecord(whole, 'intakes', cellsOf(line), why) : correctRecord(whole, 'intakes', row.row, { ...asCells(row), planned: String(line.secondary_heads) }, why));
      if (answer.outcome === 'problems') return answer;
      effects.push({ kind: 'record', sheet: 'intakes', record_id: recordOf(answer) });
    }
    return brought(...effects);
  }));
};

function recordOf(answer: RecordChange<'intakes'>): string {
  if (answer.outcome !== 'done') throw new Error(`the intake of a decided plan: ${answer.outcome}`);
  return String(answer.record.record_id);
}

function cellsOf({ year, school_id, programme_id, secondary_heads }: PlanLine): Cells {
  return { year: String(year), school_id, programme_id, planned: String(secondary_heads) };
}

function asCells(row: Row<'intakes'>): Cells {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries((sheets.intakes as Sheet).columns).map(([name, column]) => [name, writeCell(column, values[name])]));
}

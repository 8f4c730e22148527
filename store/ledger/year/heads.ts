import pg from 'pg';
import type { Dataset, Row } from '../../../core/exchange/sheets.ts';
import { dayIn, type GrantRules } from '../../../core/funding/rules.ts';
import type { Transaction } from '../../transaction.ts';
import { standingRows, type AskedYear } from './asked.ts';

/**
 * M5-f: heads by the roll where no signed sheet says them, counted by the database, as if a sheet did: only for a year in
 * which some receipt names no campus and has to be split.
 */
export async function withHeads(whole: Transaction, dataset: Dataset, asked: AskedYear, rules: GrantRules): Promise<Dataset> {
  const { fiscal_year } = asked.scope;
  if (!(dataset.grant_receipts ?? []).some((row) => row.fiscal_year === fiscal_year && row.campus_id === null)) return dataset;
  const signed = dataset.grant_headcounts ?? [];
  const rows = [...signed];
  for (const on of [dayIn(fiscal_year - 1, rules.snapshot), dayIn(fiscal_year, rules.snapshot)]) {
    const day = `${pg.escapeLiteral(on)}::date`;
    const counted = await whole.query<{ campus_id: string; students: bigint }>(
      `select r.campus_id, count(distinct r.student_id) filter (where (r.valid_to is null or r.valid_to >= ${day}) and r.status = any($1::text[])) as students
       from register_students r where ${standingRows(asked)} and r.stage = 'higher' and r.campus_id is not null and r.valid_from <= ${day} group by 1`, [[...rules.counted_statuses]]);
    for (const { campus_id, students } of counted) {
      if (!signed.some((row) => row.campus_id === campus_id && row.on === on)) rows.push({ row: 0, campus_id, on, students: Number(students) } as Row<'grant_headcounts'>);
    }
  }
  return { ...dataset, grant_headcounts: rows };
}

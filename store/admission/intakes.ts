import { HOLDING } from '../../core/admission/states.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { loadRows } from '../campus-rows.ts';
import { bringIn } from '../import.ts';
import type { Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

interface Counted {
  readonly year: number;
  readonly programme_id: string;
  readonly school_id: string;
  readonly admitted: number;
  readonly registered: number;
}

/** Which intakes are to be brought up: those that a batch speaks of, or those of some programmes in a year. */
export type WhichIntakes = { readonly batch: number } | { readonly year: number; readonly programmes: readonly string[] };

/**
 * Brings what the register of intakes says to what the admissions say: admitted without those who were found to be listed
 * twice, registered once anybody is. The plan stays as it is reported. To be called within `tx.whole`.
 */
export async function bringUpIntakes(whole: Transaction, stamp: Stamp, which: WhichIntakes): Promise<void> {
  const counted = await countedOf(whole, which);
  const before = new Map((await loadRows(whole, 'intakes', {})).map((row) => [`${row.year} ${row.programme_id}`, row]));
  const rows = counted.flatMap(({ year, programme_id, school_id, admitted, registered }, at): Row<'intakes'>[] => {
    const known = before.get(`${year} ${programme_id}`);
    const row = { year, school_id, programme_id, planned: known?.planned ?? null, admitted, registered: registered > 0 ? registered : known?.registered ?? null, row: at + 1 };
    return known !== undefined && known.admitted === admitted && known.registered === row.registered ? [] : [row];
  });
  if (rows.length === 0) return;
  const brought = await whole.decided(['planning', 'imports'], (deciding) => bringIn(deciding, { intakes: rows }, { stamp, name: '录取与注册人数' }));
  if (brought.outcome === 'problems') throw new Error(`intakes of admissions: ${JSON.stringify(brought.problems)}`);
}

async function countedOf(whole: Transaction, which: WhichIntakes): Promise<Counted[]> {
  const lines = 'batch' in which
    ? 'select distinct year, programme_id from admissions where region_id = $1 and batch = $2::bigint'
    : 'select $2::integer as year, unnest($3::text[]) as programme_id';
  const values = 'batch' in which ? [which.batch] : [which.year, which.programmes];
  return whole.query<Counted>(
    `with lines as (${lines})
     select l.year, l.programme_id, max(a.school_id) as school_id, count(*)::int as admitted, count(*) filter (where a.state = 'registered')::int as registered
     from lines l join admissions a on a.region_id = $1 and a.year = l.year and a.programme_id = l.programme_id and a.superseded_at is null
     where a.state in (${HOLDING.map((one) => `'${one}'`).join(', ')}) or not exists (
       select 1 from admission_entries e where e.region_id = $1 and e.admission_id = a.admission_id and e.act = 'duplicate')
     group by 1, 2 order by 1, 2`, [whole.actor.region_id, ...values]);
}

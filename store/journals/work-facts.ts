import { countingRules } from '../../core/facts/rules.ts';
import type { WorkFacts } from '../../core/journals/judged.ts';
import type { Area } from '../../core/journals/journal-kind.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';
import { loadEntries } from './entries.ts';

/** What the work at a campus is judged by on a day; null where there is no such campus, or no rule to count by. To be called within `tx.whole`. */
export async function workFacts(whole: Transaction, { area, campus_id, on }: { readonly area: Area; readonly campus_id: string; readonly on: PlainDate }, pack: Pack): Promise<WorkFacts | null> {
  const [rows, parameters] = [await loadCampusRows(whole, campus_id), parametersOn(pack.parameters, on)];
  const counting = countingRules(parameters);
  if (rows === null || counting === null) return null;
  const programmes = await loadRows(whole, 'programmes', {}, 'r.key = any($2::text[])', [...new Set(rows.students.map(({ programme_id }) => programme_id))]);
  const colleges = new Set((await loadRows(whole, 'organisations', {}, 'r.kind = $2', 'college')).map(({ org_id }) => org_id));
  return { rows, programmes, colleges, entries: await loadEntries(whole, { area, campuses: [campus_id] }), on, counting, parameters };
}

import type { DocumentContent } from '../core/documents/kinds.ts';
import { conditionsReport } from '../core/check/report.ts';
import { summaryOf } from '../core/check/check.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { toDecimalText } from '../core/values/exact.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Place } from './deps.ts';
import { judgeCampus, loadOrganisations, type AskedDay } from './region-verdicts.ts';

/** M4-a: what the report on a campus says on a day, dated `dated`; null when no such campus is in reach. */
export async function conditionsContent(
  tx: Transaction, { pack }: Place, campus_id: string, day: AskedDay, { dated, filled_by }: { readonly dated: PlainDate; readonly filled_by: string },
): Promise<DocumentContent<'conditions_report'> | null> {
  const judged = await judgeCampus(tx, pack, campus_id, day);
  if (judged === null) return null;
  const { result, campus, judging } = judged;
  const organisations = await loadOrganisations(tx, {});
  const nameOf = (id: string | null): string => (id === null ? '未登记' : organisations.get(id)?.name ?? id);
  const alone = { pack: judging.pack.header.id, as_of: day.on, region: null, problems: [], campuses: [result], schools: [], targets: [], summary: summaryOf(result.verdicts) };
  const rows = conditionsReport(alone, judging.pack, { region: '', schools: new Map() }).campuses[0]?.rows ?? [];
  const clauses = [...result.verdicts, ...result.composites].map(({ standard }) => standard);
  const students = result.facts?.students.value ?? null;
  return {
    dated, campus_id, campus: result.name ?? campus_id, school: nameOf(campus.school_id), college: nameOf(campus.college_id), judged_on: day.on,
    frozen: '', students: students === null ? '' : toDecimalText(students) ?? '',
    verdicts: rows.map(({ item, value, required, gap, verdict }, at) => {
      const clause = clauses[at] ?? '';
      return { clause, item: item.replace(` ${clause}`, ''), value, required, gap, outcome: verdict };
    }),
    filled_by, reviewed_by: '', responsible: '',
  };
}

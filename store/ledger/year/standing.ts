import { OF_FISCAL_YEAR, SETTLED_EVENTS } from '../../../core/funding/events.ts';
import type { AskedYear } from './asked.ts';

/** Entries of settled events of the years that are not taken back, as known at a moment of `known_on`. */
export function standingEntries({ region_id, scope, known_on }: AskedYear): string {
  const list = (fiscal: boolean): string => SETTLED_EVENTS.filter((event) => OF_FISCAL_YEAR.has(event) === fiscal).map((event) => `'${event}'`).join(', ');
  const known = (alias: string): string => (known_on === undefined ? '' : ` and ${alias}.recorded_at <= '${known_on}'`);
  return `select e.source, e.part, e.turn, e.event, e.clause, e.debit, e.credit, e.fen, e.student_id, e.year, e.valid_on, e.scopes from ledger_lines e
    where e.region_id = ${region_id} and e.turn % 2 = 0 and (e.year = ${scope.academic_year} and e.event in (${list(false)}) or e.year = ${scope.fiscal_year} and e.event in (${list(true)}))${known('e')}
      and not exists (select 1 from ledger_entries b where b.region_id = ${region_id} and b.source = e.source and b.part = e.part and b.turn = e.turn + 1${known('b')})`;
}

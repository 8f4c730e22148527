import { timedStates } from '../../core/approvals/waiting.ts';
import { JOURNALS } from '../../core/journals/journals.ts';
import type { DatedState, JournalKind } from '../../core/journals/journal-kind.ts';
import type { ValueOf } from '../../core/duties/declaration.ts';
import { columnOf, tableOf } from '../journals/journal-table.ts';
import { CAMPUSES, number, type EventSource } from './source.ts';

/** From each step that brings an entry into the state until the next one; entries that were corrected or withdrawn wait for nothing. */
function waited(kind: JournalKind, state: string, countsFrom: (value: ValueOf) => string): EventSource {
  return {
    duty: `${kind.id}_${state}`,
    sql: (value) => `with ${CAMPUSES}
      select s.entry_id || '#' || s.step_no as subject, 'journal:' || s.entry_id as about, null::text as student_id, null::text[] as student_scopes,
        s.on_date as "on", ${countsFrom(value)} as counts_from, greatest(s.on_date, n.on_date) as closed_on, coalesce(c.place, '{}') as place, n.on_date is null as still_open
      from journal_steps s join journal_entries e on e.region_id = s.region_id and e.entry_id = s.entry_id
      join ${tableOf(kind)} v on v.region_id = s.region_id and v.entry_id = s.entry_id
      left join journal_steps n on n.region_id = s.region_id and n.entry_id = s.entry_id and n.step_no = s.step_no + 1
      left join campuses c on c.campus_id = e.campus_id
      where s.region_id = $1 and s.kind = '${kind.id}' and s.to_state = '${state}'
        and not exists (select 1 from journal_entries a where a.region_id = e.region_id and a.answers = e.entry_id)`,
  };
}

/** M3-a, R4-i: so many days after a day of the entry as its severity asks, which may be told with the step itself; or so many before it. */
function dueDay(kind: JournalKind, { field, days }: DatedState): (value: ValueOf) => string {
  const from = `v.${columnOf(field)}`;
  if ('before' in days) return (value) => `${from} - ${number(value, days.before)}`;
  const code = Object.hasOwn(kind.fields, days.by) ? `v.${columnOf(days.by)}` : `s.details ->> '${days.by}'`;
  return (value) => `${from} + case ${code} ${Object.entries(days.parameters).map(([one, key]) => `when '${one}' then ${number(value, key)}`).join(' ')} end`;
}

export const journalEvents: readonly EventSource[] = JOURNALS.flatMap((kind) => (kind.way === null ? [] : [
  ...timedStates(kind.way).map(({ state }) => waited(kind, state, () => 'null::date')),
  ...kind.dated.map((dated) => waited(kind, dated.state, dueDay(kind, dated))),
]));

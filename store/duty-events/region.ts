import { dayIn, reportedOn, SCHOOL_YEARS, type EventSource } from './source.ts';

/** M4-a: a snapshot of the day on which conditions are counted; it ends when the first one is taken. */
const conditionSnapshot: EventSource = {
  duty: 'condition_snapshot',
  sql: (value) => {
    const count = dayIn('y.y', String(value('snapshot.condition')));
    return `with ${SCHOOL_YEARS}, taken as (select s.on_date, min(s.recorded_at) as at from snapshots s where s.region_id = $1 group by 1)
    select 'region#' || y.y as subject, 'region' as about, null::text as student_id, null::text[] as student_scopes, y.first as "on", null::date as counts_from,
      ${reportedOn(count, 't.at')} as closed_on, '{}'::text[] as place, t.at is null as still_open
    from years y left join taken t on t.on_date = ${count}`;
  },
};

export const regionEvents: readonly EventSource[] = [conditionSnapshot];

import { BODY } from './matters.ts';
import { held, type EventSource } from './source.ts';

export const coordinationEvents: readonly EventSource[] = [{
  // S1-e: from its day until the body has said that it read it; by the day that the circular names.
  duty: 'circular_receipt',
  sql: () => `select 'org:' || o.org_id || '#' || c.circular_id as subject, 'org:' || o.org_id as about, null::text as student_id, null::text[] as student_scopes,
      c.issued_on as "on", c.read_by as counts_from, greatest(c.issued_on, r.read_on) as closed_on, array[${BODY}] as place, r.read_on is null as still_open
    from circulars c cross join lateral unnest(c.addressed) as a(org_id) join register_organisations o on o.org_id = a.org_id and ${held('o')}
    left join circular_receipts r on r.region_id = c.region_id and r.circular_id = c.circular_id and r.org_id = a.org_id
    where c.region_id = $1 and c.issued_on <= $2::date`,
}];

import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

/** Names of people by their number in the register of staff. Who teaches a course is no secret to whoever has it in reach. To be called within `tx.whole`. */
export async function staffNames(whole: Transaction, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await whole.query<{ person_id: string; name: string }>(
    `select distinct on (f.person_id) f.person_id, f.name from register_staff f where f.region_id = $1 and f.person_id = any($2::text[]) and ${standing('f')} order by f.person_id, f.valid_from desc`,
    [whole.actor.region_id, numbers]);
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** Who can be given a course: whoever stands at the college, the school or a campus of either on a day. To be called within `tx.whole`. */
export function staffOf(whole: Transaction, organisations: readonly string[], on: PlainDate): Promise<{ readonly staff_no: string; readonly name: string }[]> {
  return whole.query(
    `select distinct on (f.person_id) f.person_id as staff_no, f.name from register_staff f left join register_campuses c on c.region_id = f.region_id and c.key = f.campus_id and ${standing('c')}
     where f.region_id = $1 and ${standing('f')} and f.valid_from <= $2::date and (f.valid_to is null or f.valid_to >= $2::date)
       and (f.employer_id = any($3::text[]) or f.school_id = any($3::text[]) or c.school_id = any($3::text[]) or c.college_id = any($3::text[])) order by f.person_id`,
    [whole.actor.region_id, on, organisations]);
}

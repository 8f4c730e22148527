import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { StoredPost } from './posts.ts';

export interface Candidate {
  readonly student_id: string;
  readonly name: string;
  readonly class_id: string | null;
  readonly programme_id: string;
  /** Whether another internship is on days of the post. */
  readonly busy: boolean;
}

/** Students whom the actor may place on a post: of its programmes, in the year of internship or the one before, in reach for writing. */
export async function candidatesFor(tx: Transaction, { programmes, from, to }: StoredPost, { on, value }: Law): Promise<Candidate[]> {
  const grade = wholeNumber(value('internship.grade'));
  const labels = tx.actor.reach.get('placements.write') ?? [];
  return tx.query<Candidate>(
    `select s.student_id, s.name, s.class_id, s.programme_id, exists (select 1 from register_internships i where i.region_id = $1 and i.student_id = s.student_id and ${standing('i')} and i.valid_from <= $7::date and i.valid_to >= $6::date) as busy
     from register_students s where s.region_id = $1 and ${standing('s')} and s.programme_id = any($2::text[]) and s.grade between $3::int - 1 and $3::int and s.status = any($5::text[])
       and s.valid_from <= $4::date and (s.valid_to is null or s.valid_to >= $4::date) and ($8::text[] is null or s.scopes && $8::text[])
     order by s.grade desc, s.class_id nulls last, s.student_id`,
    [tx.actor.region_id, programmes, grade, on satisfies PlainDate, [...AT_SCHOOL], from, to, labels === '*' ? null : labels]);
}

import { termOf } from '../../core/facts/experts.ts';
import { matchPosts, type Matched } from '../../core/internships/shortage.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { standing } from '../known-time.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { Transaction } from '../transaction.ts';
import { listPosts } from './posts.ts';

export interface TermNeed {
  /** `2025-2`. */
  readonly term: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly programmes: readonly Matched[];
}

/**
 * S2-g: the terms of internship of this school year and the next, with what each programme needs and what is offered. Who
 * needs a post is on the roll in the year of internship, or comes into it by the next; all of the region, without names.
 * Null where no rule says which year and term that is.
 */
export async function termNeeds(tx: Transaction, { on, value }: Law): Promise<TermNeed[] | null> {
  const [grade, term] = [wholeNumber(value('internship.grade')), String(value('internship.term') ?? '')];
  if (grade === null || !/^[12]$/.test(term)) return null;
  const year = academicYearOf(on);
  return tx.whole(async (whole) => {
    const posts = (await listPosts(whole, { since: termOf(on).period.from })).filter(({ closed_at, placed }) => closed_at === null || placed > 0);
    const needs: TermNeed[] = [];
    for (const ahead of [0, 1]) {
      const name = `${year + ahead}-${term}`;
      const period = periodOf(year + ahead, term);
      if (period.to < on) continue;
      const heads = await whole.query<{ programme_id: string; heads: number }>(
        `select s.programme_id, count(*)::int as heads from (select distinct on (r.student_id) r.student_id, r.programme_id, r.grade, r.status from register_students r
           where r.region_id = $1 and ${standing('r')} and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date) order by r.student_id, r.valid_from desc) s
         where s.grade = $3 and s.status = any($4::text[]) group by 1 order by 1`, [whole.actor.region_id, on, grade - ahead, [...AT_SCHOOL]]);
      const offers = posts.filter((post) => post.from <= period.to && post.to >= period.from).map(({ seats, programmes, closed_at, placed }) => ({ programmes, seats: closed_at === null ? seats : placed }));
      needs.push({ term: name, ...period, programmes: matchPosts(heads, offers) });
    }
    return needs;
  });
}

function periodOf(year: number, term: string): { readonly from: PlainDate; readonly to: PlainDate } {
  const { period } = termOf((term === '1' ? `${year}-09-01` : `${year + 1}-02-01`) as PlainDate);
  return { from: period.from, to: period.to as PlainDate };
}

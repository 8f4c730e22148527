import type { Drawable, SampleRules } from '../../core/sample-tests/draw.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import { parseExact, toDecimalText } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import type { SampleTest } from './sample-test.ts';

/** A student as the closed list has them: no name, since anybody with the list draws again. */
export interface Listed extends Drawable {
  readonly school_id: string;
}

/** The list with the rules of the draw: all that it takes to draw again. */
export interface Population {
  readonly students: readonly Listed[];
  readonly rules: SampleRules;
}

/** Who is of the grades and programmes of a test and at school on a day. To be called within `tx.whole`. */
export async function populationOn(whole: Transaction, { college_id, grades, programmes }: Pick<SampleTest, 'college_id' | 'grades' | 'programmes'>, on: PlainDate): Promise<Listed[]> {
  return whole.query<Listed>(
    `select r.student_id, r.class_id, r.school_id from register_students r join register_programmes p on p.region_id = $1 and p.key = r.programme_id and ${standing('p')}
     where r.region_id = $1 and ${standing('r')} and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date) and r.stage = 'secondary' and r.status = any($4::text[])
       and p.college_id = $2 and r.grade = any($5::bigint[]) and (cardinality($6::text[]) = 0 or r.programme_id = any($6::text[])) order by r.student_id`,
    [whole.actor.region_id, college_id, on, [...AT_SCHOOL], grades, programmes]);
}

interface Content {
  readonly rules: { readonly all: boolean; readonly minimum: number; readonly share: string };
  readonly students: readonly Listed[];
}

/** As it is kept, hashed and handed out. */
export function populationText({ students, rules }: Population): string {
  const content: Content = { rules: { all: rules.all, minimum: rules.minimum, share: toDecimalText(rules.share) ?? '' }, students };
  return canonicalJson(content);
}

export function readPopulation(text: string): Population {
  const { rules, students } = JSON.parse(text) as Content;
  const share = parseExact(rules.share);
  if (share === null) throw new Error('a list of a sample test without the share that is drawn');
  return { students, rules: { ...rules, share } };
}

/** The list of a test as it was closed; null where there is none in reach. */
export async function closedList(tx: Transaction, sample_test_id: number): Promise<string | null> {
  const [row] = await tx.query<{ content: string }>(
    'select content from sample_lists where region_id = $1 and sample_test_id = $2 and ($3::text[] is null or scopes && $3)', [tx.actor.region_id, sample_test_id, labelsToRead(tx, 'tests')]);
  return row?.content ?? null;
}

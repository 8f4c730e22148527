import { COVER_KINDS, type CoverKind, type Span } from '../../core/insurance/cover.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

export type Policies = Readonly<Record<CoverKind, readonly Span[]>>;
const NONE: Policies = { school_liability: [], internship_liability: [] };

/** The days on which the register says that students are covered, by student and kind. To be called within `tx.whole`. */
export async function policiesOf(whole: Transaction, students: readonly string[]): Promise<(student_id: string) => Policies> {
  const rows = await whole.query<{ student_id: string; kind: CoverKind; from: PlainDate; to: PlainDate }>(
    `select p.student_id, p.kind, p.valid_from as "from", p.valid_to as "to" from register_insurance p where p.region_id = $1 and p.student_id = any($2::text[]) and ${standing('p')}`,
    [whole.actor.region_id, students]);
  const byStudent = groupBy(rows, ({ student_id }) => student_id);
  return (student_id) => {
    const own = byStudent.get(student_id);
    return own === undefined ? NONE : Object.fromEntries(COVER_KINDS.map((kind) => [kind, own.filter((one) => one.kind === kind)])) as unknown as Policies;
  };
}

/** A policy that covers a student, as the student may see it. */
export interface Cover extends Span {
  readonly student_id: string;
  readonly policy_no: string;
  readonly kind: CoverKind;
}

/** What covers students of the actor's on a day or later, by the register. */
export function coverOf(tx: Transaction, students: readonly string[], on: PlainDate): Promise<Cover[]> {
  return tx.query<Cover>(
    `select p.student_id, p.policy_no, p.kind, p.valid_from as "from", p.valid_to as "to" from register_insurance p
     where p.region_id = $1 and p.student_id = any($2::text[]) and p.valid_to >= $3::date and ${standing('p')} order by p.kind desc, p.valid_from`, [tx.actor.region_id, students, on]);
}

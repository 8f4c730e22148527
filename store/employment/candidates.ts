import { amountOf } from '../../core/facts/rules.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A graduate, or somebody of the final grade who will be one. */
export interface Candidate {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  /** Null in the final grade. */
  readonly graduated_on: PlainDate | null;
  readonly scopes: readonly string[];
}

export interface AskedCandidates {
  readonly year?: number | undefined;
  readonly school_id?: string | undefined;
  readonly students?: readonly string[] | undefined;
  readonly on: PlainDate;
}

/** The grade in which the higher stage ends; null on a day without rules. */
export function finalGrade(parameters: ParametersInForce): number | null {
  const keys = ['roll.secondary_years', 'roll.higher_years'] as const;
  return keys.every((key) => parameters.has(key)) ? keys.reduce((sum, key) => sum + Number(amountOf(parameters, key).n), 0) : null;
}

/** Graduates of a year whom the actor may read, and those who will be: the final grade of the school year that ends in it. */
export function candidatesOf(tx: Transaction, { year, school_id, students, on }: AskedCandidates, grade: number | null): Promise<Candidate[]> {
  const ending = academicYearOf(on) + 1;
  return tx.query<Candidate>(
    `select * from (select distinct on (r.student_id) r.student_id, r.name, r.school_id, r.programme_id, case when r.status = 'graduated' then r.valid_from end as graduated_on, r.scopes
       from register_students r where r.region_id = $1 and ${standing('r')} and r.valid_from <= $2::date
         and (r.status = 'graduated' and ($3::integer is null or extract(year from r.valid_from) = $3::integer)
           or $4::integer is not null and ($3::integer is null or $3::integer = $5::integer) and r.stage = 'higher' and r.grade = $4::integer and r.status in ('enrolled', 'repeating', 'internship') and (r.valid_to is null or r.valid_to >= $2::date))
         and ($6::text is null or r.school_id = $6) and ($7::text[] is null or r.student_id = any($7)) and ($8::text[] is null or r.scopes && $8) and ($9::text[] is null or r.scopes && $9)
       order by r.student_id, r.valid_from desc) c order by programme_id, student_id`,
    [tx.actor.region_id, on, year ?? null, grade, ending, school_id ?? null, students ?? null, labelsToRead(tx, 'students'), labelsToRead(tx, 'employment')]);
}

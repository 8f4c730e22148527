import type { PlainDate } from '../values/plain-date.ts';
import { addMonths } from './retention.ts';

/** A destination as far as it can look made up. */
export interface Suspect {
  readonly student_id: string;
  readonly school_id: string;
  readonly employed: boolean;
  /** By id or credit code. */
  readonly employer: string | null;
  /** Token of the employer's telephone: equal for equal numbers. */
  readonly contact: string | null;
  readonly agreed_on: PlainDate | null;
  readonly insured_from: PlainDate | null;
}

export type FakeSign = 'same_contact' | 'many_at_one_employer' | 'no_insurance';

export interface FakeRules {
  readonly most: number;
  readonly insured_within: number;
  readonly on: PlainDate;
}

/** M10-b: what is looked at again, by student: one telephone for several employers, more than so many at one, no social insurance in time. Signs and nothing more. */
export function fakeSigns(suspects: readonly Suspect[], { most, insured_within, on }: FakeRules): Map<string, FakeSign[]> {
  const employed = suspects.filter((one) => one.employed);
  const employers = new Map<string, Set<string>>();
  const heads = new Map<string, number>();
  for (const { contact, employer, school_id } of employed) {
    if (contact !== null && employer !== null) employers.set(contact, new Set([...employers.get(contact) ?? [], employer]));
    if (employer !== null) heads.set(`${school_id}/${employer}`, (heads.get(`${school_id}/${employer}`) ?? 0) + 1);
  }
  const signs = new Map<string, FakeSign[]>();
  for (const { student_id, school_id, contact, employer, agreed_on, insured_from } of employed) {
    const found: FakeSign[] = [];
    if (contact !== null && (employers.get(contact)?.size ?? 0) > 1) found.push('same_contact');
    if (employer !== null && (heads.get(`${school_id}/${employer}`) ?? 0) > most) found.push('many_at_one_employer');
    if (agreed_on !== null && lacksInsurance(agreed_on, insured_from, insured_within, on)) found.push('no_insurance');
    if (found.length > 0) signs.set(student_id, found);
  }
  return signs;
}

function lacksInsurance(agreed_on: PlainDate, insured_from: PlainDate | null, within: number, on: PlainDate): boolean {
  const last = addMonths(agreed_on, within);
  return insured_from === null ? last < on : insured_from > last;
}

import type { Parameter } from '../verdict/parameter.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Named } from './content.ts';

/** What registers and the school say about one student's agreement. Null is "not reported". */
export interface AgreementFacts {
  readonly student: { readonly student_id: string; readonly name: string; readonly birth_date: PlainDate };
  readonly guardian: { readonly name: string; readonly relation: string } | null;
  readonly school: Named;
  readonly college: Named | null;
  readonly programme: { readonly programme_id: string; readonly name: string; readonly secondary_code: string | null; readonly higher_code: string | null };
  readonly cohort: number;
  /** For each of the five years; a place or a fee that nobody reported is null. */
  readonly years: readonly YearFacts[];
  readonly terms: string;
}

export interface YearFacts {
  readonly place: Named | null;
  readonly tuition_yuan: string | null;
  readonly dorm_yuan: string | null;
  readonly custody_yuan: string | null;
}

/** The parameter of a key on the day on which an agreement is drawn up; undefined where none is in force. */
export type ParameterOf = (key: string) => Parameter | undefined;

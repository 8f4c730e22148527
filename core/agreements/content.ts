import type { PlainDate } from '../values/plain-date.ts';

/** What the places and fees of a year come to, as they stand in an agreement. */
export interface AgreedYear {
  /** 1 to 5. */
  readonly year: number;
  /** `2025–2026学年`. */
  readonly academic_year: string;
  readonly place_id: string;
  readonly place: string;
  /** In yuan, as decimals; a year without a fee says 0, and never nothing. */
  readonly tuition_yuan: string;
  readonly dorm_yuan: string;
  readonly custody_yuan: string;
}

/** A part of an agreement: what one required point comes to, with the clauses that it rests on. */
export interface AgreedPart {
  readonly code: PartCode;
  readonly heading: string;
  readonly clauses: readonly string[];
  readonly text: string;
}

/** Everything that a student, a guardian, a school and a college sign: frozen, and bound by its hash. */
export interface AgreementContent {
  /** The day of the template. */
  readonly template: string;
  readonly student: { readonly student_id: string; readonly name: string; readonly birth_date: PlainDate };
  /** Null for whoever was of age when it was drawn up and has none on record. */
  readonly guardian: { readonly name: string; readonly relation: string } | null;
  readonly school: Named;
  readonly college: Named;
  readonly programme: { readonly programme_id: string; readonly name: string; readonly secondary_code: string; readonly higher_code: string };
  readonly cohort: number;
  readonly years: readonly AgreedYear[];
  readonly parts: readonly AgreedPart[];
  /** What the school adds; empty where it adds nothing. */
  readonly terms: string;
}

export interface Named {
  readonly org_id: string;
  readonly name: string;
}

/** R3-f, B25: the points that an agreement settles. Which of them it must is a value of law. */
export const PART_CODES = [
  'parties', 'major_codes', 'five_places', 'fees_by_year', 'roll_and_diploma', 'step_up_and_failure', 'certificate', 'internship_and_insurance',
  'exit_and_refund', 'safety', 'data_consent', 'copies',
] as const;
export type PartCode = (typeof PART_CODES)[number];

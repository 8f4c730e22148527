import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { AT_SCHOOL } from '../students/roll.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { certificateRequirement } from './certificate.ts';
import type { Requirement } from './requirement.ts';
import type { GraduationRules } from './rules.ts';

/** Held, freed of it by a decision, entered and to be verified, lacking, or of nobody known since no certificates were reported. */
export const CERTIFICATE_STANDINGS = ['held', 'exempted', 'unverified', 'lacking', 'not_reported'] as const;
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number];

export interface StudentCertificate {
  readonly roll: Row<'students'>;
  readonly standing: CertificateStanding;
  readonly line: Requirement;
}

/** M9-e: how everybody of the higher stage who is at school stands with the certificate that graduation asks for. Every sheet is gone through once. */
export function certificateStandings(dataset: Dataset, on: PlainDate, rules: GraduationRules): StudentCertificate[] {
  const certificates = groupBy(dataset.certificates, ({ student_id }) => student_id);
  const credits = new Map(dataset.credits?.map((row) => [row.student_id, row]));
  const rows = (dataset.students ?? []).filter((row) => row.stage === 'higher' && AT_SCHOOL.has(row.status) && inForce(row, on));
  return [...new Map(rows.map((row) => [row.student_id, row])).values()].map((roll) => {
    const own = dataset.certificates === undefined ? null : certificates.get(roll.student_id) ?? [];
    const line = certificateRequirement(own, credits.get(roll.student_id) ?? null, on, rules);
    return { roll, line, standing: standingOf(line) };
  });
}

function standingOf({ outcome, reason, missing }: Requirement): CertificateStanding {
  if (outcome === 'met') return reason === 'exempted' ? 'exempted' : 'held';
  if (outcome === 'unmet') return 'lacking';
  return missing.includes('verified') ? 'unverified' : 'not_reported';
}

export type StandingCounts = Readonly<Record<CertificateStanding | 'students', number>>;

export function standingCounts(students: readonly Pick<StudentCertificate, 'standing'>[]): StandingCounts {
  const counts = { students: students.length, held: 0, exempted: 0, unverified: 0, lacking: 0, not_reported: 0 };
  for (const { standing } of students) counts[standing] += 1;
  return counts;
}

/** Those who hold a certificate over all of whom something is known, exempted ones not among the holders; null where that is nobody. */
export function certificateRate({ students, held, not_reported }: StandingCounts): { readonly held: number; readonly of: number } | null {
  const of = students - not_reported;
  return of === 0 ? null : { held, of };
}

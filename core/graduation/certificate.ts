import { levelInNumber } from '../exchange/text-check.ts';
import type { Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { rowsOf } from '../verdict/fact.ts';
import type { GraduationRules } from './rules.ts';
import { requirement, type Requirement } from './requirement.ts';

/**
 * M9-e: a verified skill-grade certificate of the level asked for or higher, or a verified X certificate
 * of a level that qualifies, issued by the day of the audit. `certificates` is null where no sheet was
 * reported; `exemption` is the number of a decision that frees the student, counted apart (B57).
 */
export function certificateRequirement(
  certificates: readonly Row<'certificates'>[] | null,
  credits: Row<'credits'> | null,
  on: PlainDate,
  rules: GraduationRules,
): Requirement {
  const head = { clause: 'M9-e', name: 'certificate', counts: rules.certificate_counts } as const;
  const fitting = (certificates ?? []).filter((one) => qualifies(one, on, rules));
  const verified = fitting.filter(isVerified);
  if (verified.length > 0) return requirement(head, { outcome: 'met', evidence: [rowsOf('certificates', verified)] });
  if (credits !== null && credits.certificate_exemption !== null) {
    return requirement(head, { outcome: 'met', reason: 'exempted', evidence: [rowsOf('credits', [credits])] });
  }
  if (certificates === null) return requirement(head, { outcome: 'undetermined', missing: ['certificates'] });
  if (fitting.length > 0) {
    return requirement(head, { outcome: 'undetermined', missing: ['verified'], evidence: [rowsOf('certificates', fitting)] });
  }
  return requirement(head, { outcome: 'unmet', evidence: [rowsOf('certificates', certificates)] });
}

export function qualifies({ kind, level, issued_on }: Row<'certificates'>, on: PlainDate, rules: GraduationRules): boolean {
  if (issued_on > on) return false;
  return kind === 'skill' ? Number(level) <= rules.skill_level : rules.x_levels.has(level);
}

/** A skill number that names another level than its row says was not verified, whatever the row says (C8). */
export function isVerified({ kind, level, number, verified }: Row<'certificates'>): boolean {
  return verified && (kind !== 'skill' || levelInNumber(number) === level);
}

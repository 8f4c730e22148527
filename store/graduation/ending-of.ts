import type { StudentAudit } from '../../core/graduation/audit.ts';
import type { Ending } from '../../core/graduation/graduation-list.ts';
import { graduationRules, type GraduationRules } from '../../core/graduation/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { ChangeDraft } from '../../core/students/change-draft.ts';
import type { ChangeName } from '../../core/students/roll-changes.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { auditOf } from '../students/change-facts.ts';
import { keeperId, knownRoll } from '../students/known-roll.ts';
import type { Transaction } from '../transaction.ts';

/** How a change of the roll ends the higher stage; other changes do not. */
export const ENDS_AS: Readonly<Partial<Record<ChangeName, Ending>>> = { graduate: 'graduated', graduate_later: 'graduated', complete: 'completed', end_incomplete: 'incomplete' };

interface OneEnding {
  readonly audit: StudentAudit;
  readonly as: Ending;
  readonly college_id: string;
  readonly rules: GraduationRules;
}

/** What the end of one student's study rests on, as the audit stands before it is entered; null where a change ends nothing. */
export async function endingOf(whole: Transaction, student_id: string, { name, on }: Pick<ChangeDraft, 'name' | 'on'>, pack: Pack): Promise<OneEnding | null> {
  const as = ENDS_AS[name];
  const parameters = parametersOn(pack.parameters, on);
  const [rules, known] = [graduationRules(parameters), as === undefined ? null : await knownRoll(whole, student_id)];
  const audit = known === null ? null : await auditOf(whole, known, on, parameters);
  const college_id = known === null ? null : keeperId(known, 'college');
  return as === undefined || rules === null || audit === null || college_id === null ? null : { audit, as, college_id, rules };
}

import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { certificateOf } from '../graduation/certificate-of.ts';
import { knownRoll } from '../students/known-roll.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import { filesThatCount } from '../attachments.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';
import { matterObject } from './matter.ts';

/** Why a student cannot be exempted; null where they can. */
export async function notExemptable(whole: Transaction, student_id: string, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<'not_in_higher_stage' | 'no_credits_row' | 'exempted_already' | 'certificate_held' | null> {
  const known = await knownRoll(whole, student_id);
  if (known === null || known.roll.stage !== 'higher' || !AT_SCHOOL.has(known.roll.status)) return 'not_in_higher_stage';
  const { credits, line } = await certificateOf(whole, student_id, { on: today, parameters: parametersOn(pack.parameters, today) });
  if (credits === null) return 'no_credits_row';
  if (credits.certificate_exemption !== null) return 'exempted_already';
  return line?.outcome === 'met' ? 'certificate_held' : null;
}

const WHY = {
  not_in_higher_stage: held('该生不在高职段就读', 'The student is not studying in the higher stage'),
  no_credits_row: held('学分台账没有该生，请先补报', 'The register of credits has no row of the student; report it first'),
  exempted_already: held('该生已有免证决定', 'The student is exempted already'),
  certificate_held: held('该生已有符合要求并经核验的证书，无须免除', 'The student holds a verified certificate that qualifies; nothing is to be exempted'),
} as const;

export const exemptionNeeded: AskGuard = async (whole, { matter, pack, today }) => {
  const why = await notExemptable(whole, matter.subject, { pack, today });
  return why === null ? holds : WHY[why];
};

export const exemptionProof: AskGuard = async (whole, { matter, documents }) =>
  (documents.length > 0 || (await filesThatCount(whole, matterObject(matter.matter_id))).length > 0 ? holds : held('请先附上佐证材料', 'Attach the proof first'));

export const exemptionMeeting: AskGuard = async (_, { matter, given: { on }, today }) => {
  const asked = matter.entries[0]?.on;
  return on === undefined || asked !== undefined && asked <= on && on <= today ? holds : held('会议日期须在提出之日至今天之间', 'The meeting is to be between the day it was asked for and today');
};

import type { Role } from '../../access/roles.ts';
import type { Bilingual } from '../../values/bilingual.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

/** How severe a finding is (B48): the time to rectify goes by it. */
export const SEVERITIES = ['A', 'B', 'C'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_LABELS: Readonly<Record<Severity, Bilingual>> = { A: { zh: '严重', en: 'Severe' }, B: { zh: '较重', en: 'Serious' }, C: { zh: '一般', en: 'Minor' } };

const proof = guard('finding_proof', 'S3-e', '整改答复附有佐证材料', 'Proof of what was done hangs at the finding');

export function isSeverity(text: string): text is Severity {
  return (SEVERITIES as readonly string[]).includes(text);
}

const extensions = guard('extension_left', 'S3-e', '尚未到期，且未延期过', 'The day is not over, and no extension was given yet');
const extended = guard('extension_days', 'S3-e', '新期限在原期限之后、不超过规定的延长天数', 'The new day is after the old one, by no more than the days allowed');

const SCHOOL: readonly Role[] = ['school_head', 'school_registrar', 'campus_manager'];
/** Whoever examines schools opens findings and looks again at what was done; the school answers. */
const EXAMINERS: readonly Role[] = ['college_academic', 'college_programme', 'college_leadership', 'county_bureau', 'city_bureau', 'office'];

/** S3-e: what is found wanting at a school under a clause, answered by the school with proof until its day, closed by another person than who opened it. */
export const finding: MatterKind = {
  id: 'finding', clause: 'S3-e', label: { zh: '问题整改', en: 'Finding' }, about: 'school',
  opens: { by: EXAMINERS, state: 'open' },
  states: {
    // Due on the day that the finding itself names.
    open: state('待整改', 'To be rectified'),
    extension_asked: state('已申请延期，待批准', 'An extension is asked for', { workdays: 5 }),
    answered: state('已答复，待复查', 'Answered, to be looked at again', { workdays: 10 }),
    closed: state('已销号', 'Closed', { closed: true }),
  },
  steps: {
    open: [
      step('answer', '提交整改答复', 'Answer', SCHOOL, 'answered', 'S3-e', { reason: true, guards: [proof] }),
      step('ask_extension', '申请延期', 'Ask for an extension', SCHOOL, 'extension_asked', 'S3-e', { reason: true, guards: [extensions] }),
    ],
    extension_asked: [
      step('extend', '同意延期', 'Extend', EXAMINERS, 'open', 'S3-e', { reason: true, guards: [extended], apart: ['ask_extension'] }),
      step('refuse_extension', '不同意延期', 'Do not extend', EXAMINERS, 'open', 'S3-e', { reason: true, apart: ['ask_extension'] }),
    ],
    answered: [
      step('close', '复查通过，销号', 'Close', EXAMINERS, 'closed', 'S3-e', { reason: true, apart: ['open', 'answer'] }),
      step('return', '退回继续整改', 'Return', EXAMINERS, 'open', 'S3-e', { reason: true, apart: ['answer'] }),
    ],
    closed: [step('reopen', '重新整改', 'Reopen', EXAMINERS, 'open', 'S3-e', { reason: true })],
  },
};

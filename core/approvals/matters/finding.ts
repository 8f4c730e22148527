import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

/** How severe a finding is (B48): the time to rectify goes by it. */
export const SEVERITIES = ['A', 'B', 'C'] as const;
export type Severity = (typeof SEVERITIES)[number];

const proof = guard('finding_proof', 'S3-e', '整改答复附有佐证材料', 'Proof of what was done hangs at the finding');

export function isSeverity(text: string): text is Severity {
  return (SEVERITIES as readonly string[]).includes(text);
}

/** Whoever examines schools opens findings and looks again at what was done; the school answers. */
const EXAMINERS: readonly Role[] = ['college_academic', 'college_programme', 'college_leadership', 'county_bureau', 'city_bureau', 'office'];

/** S3-e: what is found wanting at a school under a clause, answered by the school with proof until its day, closed by another person than who opened it. */
export const finding: MatterKind = {
  id: 'finding', clause: 'S3-e', label: { zh: '问题整改', en: 'Finding' }, about: 'school',
  opens: { by: EXAMINERS, state: 'open' },
  states: {
    // Due on the day that the finding itself names.
    open: state('待整改', 'To be rectified'),
    answered: state('已答复，待复查', 'Answered, to be looked at again', { workdays: 10 }),
    closed: state('已销号', 'Closed', { closed: true }),
  },
  steps: {
    open: [step('answer', '提交整改答复', 'Answer', ['school_head', 'school_registrar', 'campus_manager'], 'answered', 'S3-e', { reason: true, guards: [proof] })],
    answered: [
      step('close', '复查通过，销号', 'Close', EXAMINERS, 'closed', 'S3-e', { reason: true, apart: ['open', 'answer'] }),
      step('return', '退回继续整改', 'Return', EXAMINERS, 'open', 'S3-e', { reason: true, apart: ['answer'] }),
    ],
    closed: [step('reopen', '重新整改', 'Reopen', EXAMINERS, 'open', 'S3-e', { reason: true })],
  },
};

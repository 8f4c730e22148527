import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const needed = guard('exemption_needed', 'M9-e', '该生在高职段就读，没有符合要求的证书，也没有免证决定', 'The student is of the higher stage and has neither a certificate that qualifies nor an exemption');
const proven = guard('exemption_proof', 'M9-e', '已附上佐证材料', 'Proof is attached');
const met = guard('exemption_meeting', 'M9-e', '会议日期不晚于今天，不早于提出之日', 'The committee met by today, and not before it was asked');

/** M9-e, B57: the school asks with reason and proof, the college's committee decides; nobody decides on what they asked for. */
export const certificateExemption: MatterKind = {
  id: 'certificate_exemption', clause: 'M9-e', label: { zh: '免除证书要求', en: 'Exemption from the certificate' }, about: 'student',
  opens: { by: ['school_registrar'], state: 'proposed' },
  states: {
    proposed: state('已提出，待委员会决定', 'Asked for, to be decided by the committee', { workdays: 10 }),
    granted: state('已免除', 'Exempted', { closed: true }),
    declined: state('未同意', 'Not granted', { closed: true }),
    dropped: state('已撤回', 'Taken back', { closed: true }),
  },
  steps: {
    proposed: [
      step('grant', '同意免除', 'Exempt', ['college_academic', 'college_leadership'], 'granted', 'M9-e', { guards: [needed, proven, met], reason: true, apart: ['open'] }),
      step('decline', '不同意', 'Do not exempt', ['college_academic', 'college_leadership'], 'declined', 'M9-e', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Take back', ['school_registrar'], 'dropped', 'M9-e'),
    ],
    granted: [], declined: [], dropped: [],
  },
};

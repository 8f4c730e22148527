import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const form = guard('campus_form', 'M2-a', '校区为划出的独立区域或新建的相对独立校区', 'The campus is a carved-out area or a new build of its own');
const team = guard('campus_team', 'R6-a', '校区管理团队由两校人员组成并已任命', 'The management team has members of both schools and is appointed');
const conditions = guard('conditions', 'M4-a', '各项办学标准均达标', 'Every standard is met');
const own = ['open', 'apply'];

/** M2, M4-a, R6: a campus is built, applied for, verified, recognised; then it may show the college's plate (M2-c). */
export const campusRecognition: MatterKind = {
  id: 'campus_recognition', clause: 'M4-a', label: { zh: '高职校区认定', en: 'Recognition of a campus' }, about: 'campus',
  opens: { by: ['school_head'], state: 'building' },
  states: {
    building: state('建设', 'Being built'),
    applied: state('已申请，待核验', 'Applied for, to be verified', { workdays: 15 }),
    verified: state('已核验，待认定', 'Verified, to be recognised', { workdays: 10 }),
    recognised: state('已认定', 'Recognised'),
    plated: state('已挂牌', 'Plate granted'),
    refused: state('不予认定', 'Refused', { closed: true }),
    ended: state('认定已撤销', 'Recognition withdrawn', { closed: true }),
  },
  steps: {
    building: [step('apply', '申请认定', 'Apply', ['school_head'], 'applied', 'M2-a', { guards: [form, team] })],
    applied: [
      step('verify', '核验通过', 'Verified', ['college_programme'], 'verified', 'M4-a', { guards: [form, team, conditions], apart: own }),
      step('return', '退回整改', 'Return', ['college_programme'], 'building', 'M4-a', { reason: true, apart: own }),
    ],
    verified: [
      step('recognise', '认定', 'Recognise', ['office'], 'recognised', 'M4-a', { guards: [conditions], apart: [...own, 'verify'] }),
      step('refuse', '不予认定', 'Refuse', ['office'], 'refused', 'M4-a', { reason: true, apart: [...own, 'verify'] }),
      step('return', '退回整改', 'Return', ['office'], 'building', 'M4-a', { reason: true, apart: own }),
    ],
    recognised: [
      step('grant_plate', '准予挂牌', 'Grant the plate', ['office'], 'plated', 'M2-c', { apart: own }),
      step('end', '撤销认定', 'Withdraw the recognition', ['office'], 'ended', 'M4-a', { reason: true, apart: own }),
    ],
    plated: [
      step('withdraw_plate', '收回牌子', 'Withdraw the plate', ['office'], 'recognised', 'M2-c', { reason: true, apart: own }),
      step('end', '撤销认定并收回牌子', 'Withdraw recognition and plate', ['office'], 'ended', 'M4-a', { reason: true, apart: own }),
    ],
    refused: [], ended: [],
  },
};

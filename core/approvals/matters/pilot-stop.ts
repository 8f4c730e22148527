import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

/** B48: the college or an education bureau proposes; the office decides, and the city's bureau confirms. */
export const PROPOSERS: readonly Role[] = ['college_leadership', 'county_bureau', 'city_bureau'];
const hearing = guard('hearing', 'S3-f', '听取学校意见的日期在提议之后、不晚于今日', 'The school was heard after the proposal, and not later than today');
const minutes = guard('minutes', 'S3-f', '附听证记录', 'The record of the hearing is attached');
const proposed = ['open', 'propose'];

/** S3-f: a school whose failure to rectify harms quality is stopped: it takes nobody in any more, and teaches out who is there. */
export const pilotStop: MatterKind = {
  id: 'pilot_stop', clause: 'S3-f', label: { zh: '停止学校试点', en: 'Stopping the pilot of a school' }, about: 'school',
  opens: { by: PROPOSERS, state: 'drafted' },
  states: {
    drafted: state('起草', 'Drafted'),
    proposed: state('已提议，待听取学校意见', 'Proposed, the school to be heard', { workdays: 10 }),
    heard: state('已听取意见，待决定', 'Heard, to be decided', { workdays: 10 }),
    decided: state('已决定停止，待教育局确认', 'Decided, to be confirmed by the bureau', { workdays: 5 }),
    stopped: state('已停止，经费待结清', 'Stopped, funds to be settled', { workdays: 30 }),
    settled: state('已停止，经费已结清', 'Stopped, funds settled', { closed: true }),
    rejected: state('不予停止', 'Not stopped', { closed: true }),
    withdrawn: state('已撤回', 'Withdrawn', { closed: true }),
  },
  steps: {
    drafted: [
      step('propose', '提议停止', 'Propose', PROPOSERS, 'proposed', 'S3-f', {
        reason: true, guards: [guard('failed_rectification', 'S3-f', '学校有逾期未完成或复查未通过的整改', 'The school has a finding that is overdue, or that failed when it was looked at again')],
      }),
      step('withdraw', '撤回', 'Withdraw', PROPOSERS, 'withdrawn', 'S3-f'),
    ],
    proposed: [
      step('hear', '登记听取意见', 'Record the hearing', ['office'], 'heard', 'S3-f', { reason: true, guards: [hearing, minutes], apart: proposed }),
      step('withdraw', '撤回', 'Withdraw', PROPOSERS, 'withdrawn', 'S3-f'),
    ],
    heard: [
      step('decide', '决定停止', 'Decide to stop', ['office'], 'decided', 'S3-f', { reason: true, apart: proposed }),
      step('reject', '不予停止', 'Do not stop', ['office'], 'rejected', 'S3-f', { reason: true, apart: proposed }),
    ],
    decided: [
      step('confirm', '确认停止', 'Confirm', ['city_bureau'], 'stopped', 'S3-f', { apart: [...proposed, 'hear', 'decide'] }),
      step('send_back', '退回重新决定', 'Send back', ['city_bureau'], 'heard', 'S3-f', { reason: true, apart: ['decide'] }),
    ],
    stopped: [step('settle', '登记经费结清', 'Record that funds are settled', ['office'], 'settled', 'S3-f', { reason: true, guards: [guard('settlement_paper', 'S3-f', '附结清凭证', 'The papers of the settlement are attached')] })],
    settled: [], rejected: [], withdrawn: [],
  },
};

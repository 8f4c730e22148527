import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const settled = guard('returns_settled', 'M4-a', '各校均已核验，或写明未报单位', 'Every school is verified, or those missing are named');

/** A round of collection: the office opens it with a date, it ends in a snapshot that a second person signs. */
export const collectionRound: MatterKind = {
  id: 'collection_round', clause: 'M4-a', label: { zh: '数据收集', en: 'Round of collection' }, about: 'round',
  opens: { by: ['office'], state: 'collecting' },
  states: {
    collecting: state('收集中', 'Collecting'),
    frozen: state('已冻结，待签认', 'Frozen, to be signed', { workdays: 5 }),
    signed: state('已签认', 'Signed', { closed: true }),
    cancelled: state('已取消', 'Cancelled', { closed: true }),
  },
  steps: {
    collecting: [
      step('freeze', '结束收集并冻结', 'End and freeze', ['office'], 'frozen', 'M4-a', { guards: [settled] }),
      step('cancel', '取消本轮收集', 'Cancel the round', ['office'], 'cancelled', 'M4-a', { reason: true }),
    ],
    frozen: [
      step('sign', '签认快照', 'Sign the snapshot', ['office', 'city_bureau'], 'signed', 'M4-a', { apart: ['freeze'] }),
      step('reopen', '退回继续收集', 'Reopen', ['office', 'city_bureau'], 'collecting', 'M4-a', { reason: true, apart: ['freeze'] }),
    ],
    signed: [], cancelled: [],
  },
};

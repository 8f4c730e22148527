import { guard, state, step, type MatterKind } from '../approvals/matter-kind.ts';
import { code, count, day, happened, hours, idOf, note, optional, percent, text } from './field.ts';
import { journal, journalWithWay, type JournalKind } from './journal-kind.ts';
import { BOTH, COLLEGE, SCHOOL } from './keepers.ts';

const proof = guard('acceptance_proof', 'M4-b', '已附验收材料', 'Papers of the acceptance are attached');
const registered = guard('base_registered', 'M4-b', '实训基地已登入台账', 'The base stands in the register');

/** M4-b: a base goes from the school's plan over the college's approval to its acceptance by the college. */
export const baseProject: MatterKind = {
  id: 'base_project', clause: 'M4-b', label: { zh: '基地建设项目', en: 'Project of a training base' }, about: 'campus',
  opens: { by: SCHOOL, state: 'planned' },
  states: {
    planned: state('已立项，待学院审核', 'Planned, to be approved by the college', { workdays: 10 }),
    building: state('建设中', 'Being built'),
    finished: state('已完工，待验收', 'Finished, to be accepted', { workdays: 15 }),
    accepted: state('已验收', 'Accepted', { closed: true }), stopped: state('已终止', 'Stopped', { closed: true }),
  },
  steps: {
    planned: [
      step('approve', '同意建设', 'Approve', COLLEGE, 'building', 'M4-b', { apart: ['open'] }),
      step('decline', '不同意', 'Decline', COLLEGE, 'stopped', 'M4-b', { reason: true, apart: ['open'] }),
    ],
    building: [
      step('finish', '报完工', 'Report as finished', SCHOOL, 'finished', 'M4-b', { guards: [registered] }),
      step('stop', '终止项目', 'Stop', SCHOOL, 'stopped', 'M4-b', { reason: true }),
    ],
    finished: [
      step('accept', '验收通过', 'Accept', COLLEGE, 'accepted', 'M4-b', { guards: [proof], apart: ['open', 'finish'] }),
      step('return', '退回整改', 'Return', COLLEGE, 'building', 'M4-b', { reason: true, apart: ['finish'] }),
    ],
    accepted: [], stopped: [],
  },
};

const base = { base_id: idOf('base', '基地', 'Base') };
const owner = (zh: string, en: string) => ({ owner_id: idOf('organisation', zh, en) });

export const baseJournals: readonly JournalKind[] = [
  journalWithWay(baseProject, {
    area: 'bases', heading: ['name'], help: { zh: '从立项、学院审核、建设到验收；验收须附材料，基地须已登入台账。', en: 'From plan over approval and building to acceptance, which takes papers and a base that stands in the register.' },
    fields: {
      base_id: text('基地编号', 'Base id'), name: text('基地名称', 'Name'), purpose: note('建设内容和服务的专业', 'What is built, for which majors'), budget_yuan: count('预算（元）', 'Budget (yuan)'), planned_on: happened('立项日期', 'Planned on'), due: day('计划完工日', 'To be finished by'),
    },
  }),
  journal(BOTH, {
    id: 'base_agreements', area: 'bases', clause: 'M4-c', label: { zh: '共建协议', en: 'Co-build agreements' },
    help: { zh: '每一方一条；同一基地各方份额在任何一天合计不超过 100%。', en: 'One for each party; the shares of a base add up to 100 % at most on any day.' },
    heading: ['base_id', 'owner_id'],
    fields: {
      ...base, ...owner('共建方', 'Party'), share_percent: percent('份额（%）', 'Share (%)'), agreement_no: text('协议编号', 'Agreement number'),
      from: day('起始日', 'From'), to: optional(day('截止日', 'To')),
    },
  }),
  journal(BOTH, {
    id: 'base_bookings', area: 'bases', clause: 'M4-c', label: { zh: '使用预约', en: 'Bookings' },
    help: { zh: '哪一方哪天用多少学时；一学年的学时占比与协议份额比较。', en: 'Which party uses it on which day for how many hours; those of an academic year are compared with the agreed shares.' },
    heading: ['base_id', 'on'],
    fields: { ...base, ...owner('使用方', 'Party'), on: day('使用日', 'Day'), hours: hours('学时', 'Hours'), use: text('班级或用途', 'Class or use') },
  }),
  journal(SCHOOL, {
    id: 'site_titles', area: 'bases', clause: 'M4-a', label: { zh: '场地权属', en: 'Titles of land and rooms' },
    help: { zh: '每块土地、每个房间一条：产权单位和证书编号，列入校区场地台账；以最近登记的一条为准。', en: 'One for each parcel and room: its owner and certificate, for the list of sites; the latest counts.' },
    heading: ['site_id', 'owner'],
    fields: {
      site: code('场地类别', 'Kind of site', { land: ['土地', 'Land'], room: ['房间', 'Room'] }), site_id: idOf('site', '地块或房间编号', 'Parcel or room'),
      owner: text('产权单位', 'Owner'), certificate_no: optional(text('证书编号', 'Certificate number')),
    },
  }),
];

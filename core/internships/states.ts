import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** How far an internship has come. */
export const STATES = ['planned', 'started', 'interrupted', 'ended', 'cancelled'] as const;
export type State = (typeof STATES)[number];

export const ACTS = ['train', 'start', 'visit', 'interrupt', 'resume', 'end', 'cancel', 'assess_firm', 'assess_school'] as const;
export type Act = (typeof ACTS)[number];

/** What may be done in each state, and the state that it leads to. */
export const TRANSITIONS: Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>> = {
  planned: { train: 'planned', start: 'started', cancel: 'cancelled' },
  started: { visit: 'started', interrupt: 'interrupted', end: 'ended' },
  interrupted: { visit: 'interrupted', resume: 'started', end: 'ended' },
  ended: { assess_firm: 'ended', assess_school: 'ended' },
  cancelled: {},
};

/** In these the place is held, and papers may still be signed. */
export const HELD: readonly State[] = ['planned', 'started', 'interrupted'];

interface ActHead {
  readonly name: Bilingual;
  readonly clause: string;
  /** Whoever may do it: at the student's school, or at the firm. */
  readonly roles: readonly Role[];
}

const SCHOOL: readonly Role[] = ['school_registrar', 'counsellor'];
const act = (zh: string, en: string, clause: string, ...roles: Role[]): ActHead => ({ name: { zh, en }, clause, roles });

export const ACT_HEADS: Readonly<Record<Act, ActHead>> = {
  train: act('安全培训', 'Safety training', 'S2-i', ...SCHOOL, 'enterprise'),
  start: act('开始实习', 'Start', 'S2-i', 'school_registrar'),
  visit: act('巡访', 'Visit', 'S2-i', ...SCHOOL),
  interrupt: act('中止', 'Interruption', 'S2-i', 'school_registrar', 'enterprise'),
  resume: act('恢复', 'Resumption', 'S2-i', 'school_registrar'),
  end: act('结束', 'End', 'S2-i', 'school_registrar'),
  cancel: act('取消安排', 'Cancellation', 'S2-i', 'school_registrar'),
  assess_firm: act('企业评价', 'Assessment by the firm', 'R3-d', 'enterprise'),
  assess_school: act('学校评价', 'Assessment by the school', 'R3-d', ...SCHOOL),
};

/** Whether somebody's role lets them do this with an internship of this school and firm. */
export function mayDo(one: Act, roles: readonly { readonly role: Role; readonly org_id: string | null }[], { school_id, employer_id }: { readonly school_id: string; readonly employer_id: string }): boolean {
  return roles.some(({ role, org_id }) => ACT_HEADS[one].roles.includes(role) && (role === 'enterprise' ? org_id === employer_id : role === 'counsellor' || org_id === school_id));
}

/** R3-d: what a firm without an account assessed on paper is recorded by the student's school. */
export function mayRecordForFirm(roles: readonly { readonly role: Role; readonly org_id: string | null }[], { school_id }: { readonly school_id: string }): boolean {
  return roles.some(({ role, org_id }) => role === 'school_registrar' && org_id === school_id);
}

import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';

const of = (zh: string, en: string): Bilingual => ({ zh, en });

/** M10-a: what a school does so that its graduates find work. */
export const SERVICE_KINDS = {
  course: of('就业指导课', 'Careers course'), fair: of('招聘会', 'Job fair'), guidance: of('个别指导', 'Guidance'),
} as const satisfies Record<string, Bilingual>;
export type ServiceKind = keyof typeof SERVICE_KINDS;
export const SERVICE_NAMES = Object.keys(SERVICE_KINDS) as readonly ServiceKind[];

export interface ServiceDraft {
  readonly kind: ServiceKind;
  readonly on: PlainDate;
  readonly title: string;
  readonly class_id: string | null;
  readonly student_id: string | null;
  readonly attended: number;
  readonly hours: number | null;
  readonly firms: number | null;
  readonly note: string;
}

export type ServiceRefusal = 'day_to_come' | 'hours_missing' | 'firms_missing' | 'for_whom_missing' | 'reason_missing';

/** Why a service is not recorded: a course has hours, a fair firms, guidance somebody who was guided. */
export function refusalOfService({ kind, on, class_id, student_id, hours, firms }: ServiceDraft, today: PlainDate): ServiceRefusal | null {
  if (on > today) return 'day_to_come';
  if (kind === 'course' && hours === null) return 'hours_missing';
  if (kind === 'fair' && firms === null) return 'firms_missing';
  return kind === 'guidance' && class_id === null && student_id === null ? 'for_whom_missing' : null;
}

const refused = (zh: string, en: string): Bilingual => ({ zh: `没有保存：${zh}。依据 M10-a。`, en: `Nothing was stored: ${en}. Clause M10-a.` });
export const SERVICE_REFUSALS: Readonly<Record<ServiceRefusal, Bilingual>> = {
  day_to_come: refused('日期还没有到', 'the day is yet to come'),
  hours_missing: refused('就业指导课须填写课时', 'a careers course has hours'),
  firms_missing: refused('招聘会须填写参加企业数', 'a fair has firms that came'),
  for_whom_missing: refused('个别指导须写明学生或班级', 'guidance is of a student or a class'),
  reason_missing: refused('更正或作废须写明理由', 'putting right or withdrawing takes a reason'),
};

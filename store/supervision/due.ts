import { periodOf, VISIT_DUTIES, VISIT_KINDS, VISITS_ASKED, type VisitKind, type VisitPeriod } from '../../core/supervision/visit.ts';
import { mayTouch } from '../../core/access/reach.ts';
import { whole as wholeNumber, type ValueOf } from '../../core/duties/declaration.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import type { StoredVisit } from './visit.ts';

/** A visit that a college still owes. */
export interface DueVisit extends VisitPeriod {
  readonly kind: VisitKind;
  readonly college_id: string;
  readonly school_id: string;
  readonly due_on: PlainDate;
}

/** S3-a, S3-c: what is owed among colleges and schools whose visits are in reach, the earliest last day first; what was recorded since duties were worked out is done. */
export async function dueVisits(tx: Transaction, visits: readonly StoredVisit[], value: ValueOf): Promise<DueVisit[]> {
  const rows = await tx.whole((whole) => whole.query<{ duty: string; opened_on: PlainDate; due_on: PlainDate; place: string[] }>(
    `select d.duty, d.opened_on, d.due_on, d.place from duties d where d.region_id = $1 and d.duty = any($2::text[]) and d.closed_on is null and not d.before_go_live and not d.lifted
     order by d.due_on, d.duty_key`, [tx.actor.region_id, VISIT_KINDS.map((kind) => VISIT_DUTIES[kind])]));
  return rows.flatMap(({ duty, opened_on, due_on, place }) => {
    const of = (thing: string): string => place.find((label) => label.startsWith(`${thing}:`))?.slice(thing.length + 1) ?? '';
    const kind: VisitKind = duty === VISIT_DUTIES.quality ? 'quality' : 'conduct';
    const due = { kind, college_id: of('college'), school_id: of('school'), ...periodOf(kind, opened_on), due_on };
    const scopes = [`org:${due.college_id}`, `org:${due.school_id}`, ...place.filter((label) => label.startsWith('county:'))];
    return mayTouch(tx.actor.reach, 'supervision', 'read', scopes) && visits.filter((one) => isFor(one, due)).length < (wholeNumber(value(VISITS_ASKED[kind])) ?? 0) ? [due] : [];
  });
}

/** A visit that was put right counts by the one that answers it. */
function isFor(visit: StoredVisit, due: DueVisit): boolean {
  return visit.answered_by === null && (['kind', 'college_id', 'school_id', 'year', 'term'] as const).every((name) => visit[name] === due[name]);
}

import type { PlainDate } from '../../core/values/plain-date.ts';
import { choiceOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { issueDiplomas } from './issue-diplomas.ts';

/** Somebody who has completed the secondary stage and is to be given its diploma. */
export interface DueSecondary {
  readonly change_id: number;
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly why: 'leave_after_secondary' | 'step_up';
  readonly on: PlainDate;
}

/** B37: who left after the secondary stage; B38: who stepped up, where the values of law give them one too. Without those who have theirs. */
export async function secondaryDue(tx: Transaction, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<DueSecondary[]> {
  const parameters = parametersOn(pack.parameters, today);
  const atStepUp = parameters.has('secondary_diploma.at_upgrade') && choiceOf(parameters, 'secondary_diploma.at_upgrade') === 'issued';
  const rows = await tx.query<Omit<DueSecondary, 'change_id'> & { change_id: bigint }>(
    `select c.change_id, c.student_id, s.name, s.school_id, s.programme_id, c.from_place->>'class_id' as class_id, c.change as why, c.on_date as "on"
     from roll_changes c join register_students s on s.region_id = c.region_id and s.record_id = c.added_record
     where c.region_id = $1 and c.change = any($2::text[]) and ($3::text[] is null or c.scopes && $3)
       and not exists (select 1 from roll_changes u where u.region_id = $1 and u.undoes = c.change_id) and not exists (select 1 from diplomas d where d.region_id = $1 and d.change_id = c.change_id)
     order by s.school_id, c.on_date, c.student_id`, [tx.actor.region_id, ['leave_after_secondary', ...(atStepUp ? ['step_up'] : [])], labelsToRead(tx, 'students')]);
  return rows.map(({ change_id, ...row }) => ({ ...row, change_id: Number(change_id) }));
}

export type SecondaryIssued = { readonly outcome: 'done'; readonly issued: number } | { readonly outcome: 'unknown_student' | 'day_to_come' | 'out_of_order' };

/** M9-d, B37: the school numbers its diplomas in its own series; of those named, all or none. */
export async function issueSecondary(tx: Transaction, { changes, on }: { readonly changes: readonly number[]; readonly on: PlainDate }, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<SecondaryIssued> {
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  if (on > given.today) return { outcome: 'day_to_come' };
  const own = new Set(person?.acting.flatMap(({ role, org_id }) => (role === 'school_registrar' && org_id !== null ? [org_id] : [])));
  const wanted = new Set(changes);
  const due = (await secondaryDue(tx, given)).filter(({ change_id, school_id }) => wanted.has(change_id) && own.has(school_id));
  if (stamp === null || due.length !== wanted.size || due.length === 0) return { outcome: 'unknown_student' };
  if (due.some((one) => one.on > on)) return { outcome: 'out_of_order' };
  for (const school of new Set(due.map(({ school_id }) => school_id))) {
    const diplomas = due.filter(({ school_id }) => school_id === school).map(({ change_id, student_id, name, school_id, programme_id }) =>
      ({ kind: 'secondary', student_id, name, school_id, programme_id, graduation_id: null, change_id, replaces: null } as const));
    await tx.whole((whole) => issueDiplomas(whole, diplomas, { issuer_id: school, institution: school, on, stamp }));
  }
  return { outcome: 'done', issued: due.length };
}

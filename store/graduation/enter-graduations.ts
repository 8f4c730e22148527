import { DIPLOMA_OF } from '../../core/diplomas/diploma-kinds.ts';
import { requirementJson } from '../../core/graduation/graduation-json.ts';
import type { Ending } from '../../core/graduation/graduation-list.ts';
import type { StudentAudit } from '../../core/graduation/audit.ts';
import type { GraduationRules } from '../../core/graduation/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { institutionCode } from '../diplomas/institution-codes.ts';
import { issueDiplomas, type IssuedDiploma } from '../diplomas/issue-diplomas.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** Somebody whose higher stage was ended by a change of the roll. */
export interface Ended {
  readonly audit: StudentAudit;
  readonly as: Ending;
  readonly change_id: number;
}

export interface EndedBy {
  readonly college_id: string;
  readonly on: PlainDate;
  readonly rules: GraduationRules;
  readonly matter_id: number;
  readonly entered_by: string;
  readonly approved_by: string;
}

/**
 * R3-d: writes down how the higher stage of each ended, with the checklist as it was, and numbers what each is given. Who
 * completed before names that record. To be called within `tx.whole` in the transaction that ends the roll.
 */
export async function enterGraduations(whole: Transaction, stamp: Stamp, ended: readonly Ended[], by: EndedBy): Promise<IssuedDiploma[]> {
  const institution = await institutionCode(whole, by.college_id);
  if (institution === null) throw new Error(`diplomas of ${by.college_id}, which has no code`);
  const first = await takeNumbers(whole, 'next_number', ended.length);
  const rows = ended.map(({ audit: { roll, requirements, may_continue }, as, change_id }, at) => ({
    graduation_id: first + at, student_id: roll.student_id, name: roll.name, school_id: roll.school_id, programme_id: roll.programme_id, class_id: roll.class_id, outcome: as, change_id,
    checklist: { may_continue, requirements: requirements.map(requirementJson), rules: { ...by.rules, x_levels: [...by.rules.x_levels] } },
  }));
  await whole.change(
    `insert into graduations (region_id, graduation_id, student_id, name, college_id, school_id, programme_id, class_id, outcome, on_date, checklist, replaces, change_id, matter_id,
       entered_by, approved_by, scopes, recorded_at, recorded_by)
     select $1::integer, g.graduation_id, g.student_id, g.name, $3::text, g.school_id, g.programme_id, g.class_id, g.outcome, $4::date, g.checklist,
       (select max(b.graduation_id) from graduations b where b.region_id = $1 and b.student_id = g.student_id and b.outcome = 'completed' and g.outcome = 'graduated'
         and not exists (select 1 from roll_changes u where u.region_id = $1 and u.undoes = b.change_id)),
       g.change_id, $5::bigint, $6::bigint, $7::bigint, c.scopes, $8::timestamptz, $9::text
     from jsonb_to_recordset($2::jsonb) as g(graduation_id bigint, student_id text, name text, school_id text, programme_id text, class_id text, outcome text, change_id bigint, checklist jsonb)
     join roll_changes c on c.region_id = $1 and c.change_id = g.change_id`,
    [whole.actor.region_id, JSON.stringify(rows), by.college_id, by.on, by.matter_id, by.entered_by, by.approved_by, stamp.at, whole.actor.account]);
  const due = rows.map(({ student_id, name, school_id, programme_id, graduation_id, change_id, outcome }) =>
    ({ kind: DIPLOMA_OF[outcome], student_id, name, school_id, programme_id, graduation_id, change_id, replaces: null }));
  return issueDiplomas(whole, due, { issuer_id: by.college_id, institution, on: by.on, stamp });
}

import type { RollForm } from '../../core/admission/numbering.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

const SERIAL_FIGURES = 18;

/** Gives students the number that they keep for life (C5). A temporary one is the region's code and a number of its own. */
export async function giveRollNumbers(tx: Transaction, students: readonly { readonly student_id: string; readonly form: RollForm }[], stamp: Stamp): Promise<void> {
  const first = await takeNumbers(tx, 'next_number', students.length);
  const serials = students.map(({ form }, at) => (form === 'G' ? null : `${stamp.region_code}${String(first + at).padStart(SERIAL_FIGURES - stamp.region_code.length, '0')}`));
  await tx.change(
    `insert into roll_numbers (region_id, roll_number_id, student_id, form, serial, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint - 1 + t.at, t.student_id, t.form, t.serial, r.scopes, $6, $7
     from unnest($3::text[], $4::text[], $5::text[]) with ordinality as t(student_id, form, serial, at)
       join lateral (select scopes from register_students r where r.region_id = $1 and r.student_id = t.student_id and r.superseded_at is null order by r.valid_from desc limit 1) r on true`,
    [tx.actor.region_id, first, students.map(({ student_id }) => student_id), students.map(({ form }) => form), serials, stamp.at, tx.actor.account]);
}

import { numberInTheWay, type RollForm } from '../../core/admission/numbering.ts';
import { admissionRefusal, type AdmissionRefusal, type AdmissionRefusalReason } from '../../core/admission/refusals.ts';
import { KEEPERS } from '../../core/students/roll.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import { REGISTRARS } from '../students/enter-change.ts';
import { keeperId, knownRoll } from '../students/known-roll.ts';
import type { Transaction } from '../transaction.ts';
import { holds } from './registrar.ts';

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

export interface RollNumber {
  readonly form: RollForm;
  /** Null of a number that is the citizen id. */
  readonly serial: string | null;
}

/** The number that a student in reach has now; null where none was given here. */
export async function rollNumberOf(tx: Transaction, student_id: string): Promise<RollNumber | null> {
  const [row] = await tx.query<RollNumber>('select form, serial from roll_numbers where region_id = $1 and student_id = $2 and superseded_at is null', [tx.actor.region_id, student_id]);
  return row ?? null;
}

export interface Replacing {
  readonly student_id: string;
  readonly form: 'G' | 'J';
  readonly serial: string | null;
  readonly reason: string;
}

export type Replaced = { readonly outcome: 'done' } | { readonly outcome: 'refused'; readonly refusals: readonly AdmissionRefusal[] };

/** C5, R3-a: gives the lasting number in place of a temporary one, by a record that answers it; by the registrar of whoever keeps the roll. */
export async function replaceRollNumber(tx: Transaction, { student_id, form, serial, reason }: Replacing): Promise<Replaced> {
  const stamp = await lockFacts(tx);
  const refused = (why: AdmissionRefusalReason): Replaced => ({ outcome: 'refused', refusals: [admissionRefusal(why, student_id)] });
  const known = await knownRoll(tx, student_id);
  if (stamp === null || known === null) return refused('not_on_roll');
  const keeper = KEEPERS[known.last.stage];
  const by = keeperId(known, keeper);
  if (by === null || !await holds(tx, REGISTRARS[keeper], by)) return refused('not_keeper');
  const now = await rollNumberOf(tx, student_id);
  const inTheWay = numberInTheWay({ form, serial, reason }, { form: now?.form ?? null, has_id: known.last.id_number !== null });
  if (inTheWay !== null) return refused(inTheWay);
  const lasting = form === 'G' ? null : serial;
  const taken = lasting !== null && (await tx.whole((whole) => whole.query('select 1 from roll_numbers where region_id = $1 and form = $2 and serial = $3 and superseded_at is null', [tx.actor.region_id, form, lasting]))).length > 0;
  if (taken) return refused('serial_taken');
  const [before] = await tx.query<{ roll_number_id: bigint }>(
    'update roll_numbers set superseded_at = $3 where region_id = $1 and student_id = $2 and superseded_at is null returning roll_number_id', [tx.actor.region_id, student_id, stamp.at]);
  await tx.change(
    `insert into roll_numbers (region_id, roll_number_id, student_id, form, serial, answers, reason, scopes, recorded_at, recorded_by)
     select $1, $2, $3, $4, $5, $6, $7, r.scopes, $8, $9 from register_students r where r.region_id = $1 and r.student_id = $3 and r.superseded_at is null order by r.valid_from desc limit 1`,
    [tx.actor.region_id, await takeNumbers(tx, 'next_number', 1), student_id, form, lasting, before?.roll_number_id ?? null, reason.trim(), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'roll.number', object: `students/${student_id}`, detail: { form } });
  return { outcome: 'done' };
}

import { diplomaNumber } from '../../core/diplomas/number.ts';
import { DIPLOMA_KIND_IDS, type DiplomaKindId } from '../../core/diplomas/diploma-kinds.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { newCode } from '../secret-codes.ts';
import type { Transaction } from '../transaction.ts';
import { takeSerials } from './serials.ts';

/** A certificate that is due to somebody. */
export interface DueDiploma {
  readonly kind: DiplomaKindId;
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly graduation_id: number | null;
  readonly change_id: number;
  readonly replaces: number | null;
}

export interface Issuing {
  readonly issuer_id: string;
  /** What its numbers begin with. */
  readonly institution: string;
  readonly on: PlainDate;
  readonly stamp: Stamp;
}

export interface IssuedDiploma extends DueDiploma {
  readonly diploma_id: number;
  readonly number: string;
}

/**
 * Numbers certificates in their order, those of a kind one after another, and writes them into the register with the labels
 * of the change of the roll that they rest on. To be called within `tx.whole` by whoever may write them, or by a decision.
 */
export async function issueDiplomas(whole: Transaction, due: readonly DueDiploma[], { issuer_id, institution, on, stamp }: Issuing): Promise<IssuedDiploma[]> {
  if (due.length === 0) return [];
  const year = yearOf(on);
  const numbered: (DueDiploma & { serial: number; number: string })[] = [];
  for (const kind of DIPLOMA_KIND_IDS) {
    const own = due.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    const first = await takeSerials(whole, { issuer_id, kind, year }, own.length);
    numbered.push(...own.map((one, at) => ({ ...one, serial: first + at, number: diplomaNumber(kind, { institution, year, serial: first + at }) })));
  }
  const first_id = await takeNumbers(whole, 'next_number', numbered.length);
  const rows = numbered.map((one, at) => ({ ...one, diploma_id: first_id + at, code: newCode() }));
  await whole.change(
    `insert into diplomas (region_id, diploma_id, kind, issuer_id, year, serial, number_text, code, student_id, name, school_id, programme_id, graduation_id, change_id, replaces,
       issued_on, scopes, recorded_at, recorded_by)
     select $1::integer, d.diploma_id, d.kind, $3::text, $4::integer, d.serial, d.number, d.code, d.student_id, d.name, d.school_id, d.programme_id, d.graduation_id, d.change_id, d.replaces,
       $5::date, c.scopes, $6::timestamptz, $7::text
     from jsonb_to_recordset($2::jsonb) as d(diploma_id bigint, kind text, serial integer, number text, code text, student_id text, name text, school_id text, programme_id text,
       graduation_id bigint, change_id bigint, replaces bigint)
     join roll_changes c on c.region_id = $1 and c.change_id = d.change_id`,
    [whole.actor.region_id, JSON.stringify(rows), issuer_id, year, on, stamp.at, whole.actor.account]);
  await whole.audit({
    action: 'diploma.issue', object: rows.length === 1 ? `diplomas/${first_id}` : `organisations/${issuer_id}`,
    detail: { issued: rows.length, first: rows[0]?.number, last: rows.at(-1)?.number },
  });
  return rows.map(({ serial: _, code: __, ...one }) => one);
}

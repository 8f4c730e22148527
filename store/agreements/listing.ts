import { missingParties } from '../../core/agreements/signing.ts';
import type { CopyHolder, Party } from '../../core/agreements/party.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { agreementLabels, type Signature } from './agreement.ts';
import type { Law } from './law.ts';

/** How far a student's agreement has come. */
export type AgreementState = 'signed' | 'signing' | 'not_drawn_up';

/** A new student with what became of their agreement: one line of the list, and of the ledger (document 4). */
export interface ListedAgreement {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly programme_id: string;
  readonly class_id: string | null;
  readonly cohort: number;
  readonly birth_date: PlainDate;
  readonly agreement_id: number | null;
  readonly version: number | null;
  readonly content_hash: string | null;
  readonly state: AgreementState;
  readonly signatures: readonly Pick<Signature, 'party' | 'way' | 'on'>[];
  /** Whose signature is waited for, in order; empty where all have signed or nothing is drawn up. */
  readonly missing: readonly Party[];
  /** The days in the register, also of what was signed before there were agreements here. */
  readonly registered: Readonly<Record<Party, PlainDate | null>> | null;
  readonly copies: number | null;
  readonly holders: readonly CopyHolder[];
  readonly number: string | null;
  readonly signed_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly late: boolean;
  /** Another version is being signed while this holds. */
  readonly renewing: boolean;
}

export interface AskedAgreements {
  readonly cohort: number;
  readonly school_id: string | null;
  readonly programme_id: string | null;
}

interface Row extends Omit<ListedAgreement, 'agreement_id' | 'state' | 'missing' | 'late' | 'registered' | 'copies' | 'renewing'> {
  readonly agreement_id: bigint | null;
  readonly holds: number | null;
  readonly copies: bigint | null;
  readonly by_student: PlainDate | null;
  readonly by_guardian: PlainDate | null;
  readonly by_school: PlainDate | null;
  readonly by_college: PlainDate | null;
}

/** Everybody of a year whose agreement the actor may see, in the order of schools, programmes and names. */
export async function listAgreements(tx: Transaction, { cohort, school_id, programme_id }: AskedAgreements, law: Law): Promise<ListedAgreement[]> {
  const rows = await tx.whole((whole) => whole.query<Row>(
    `with roll as (select distinct on (r.student_id) r.* from register_students r
       where r.region_id = $1 and ${standing('r')} and r.cohort = $2 and ($3::text is null or r.school_id = $3) order by r.student_id, r.valid_from desc)
     select s.student_id, s.name, s.school_id, s.programme_id, s.class_id, s.cohort, s.birth_date, a.agreement_id, v.version, v.content_hash,
       coalesce((select jsonb_agg(jsonb_build_object('party', g.party, 'way', g.way, 'on', g.signed_on) order by array_position(array['student', 'guardian', 'school', 'college'], g.party::text))
         from agreement_signatures g where g.region_id = $1 and g.agreement_id = a.agreement_id and g.version = v.version), '[]'::jsonb) as signatures,
       p.version as holds, p.number_text as number, p.signed_on, n.copies_issued as copies,
       array(select c.holder from agreement_copies c where c.region_id = $1 and c.agreement_id = a.agreement_id and c.version = p.version order by 1) as holders,
       n.signed_student_on as by_student, n.signed_guardian_on as by_guardian, n.signed_school_on as by_school, n.signed_college_on as by_college, d.due_on
     from roll s left join student_agreements a on a.region_id = $1 and a.student_id = s.student_id
       left join lateral (select v.version, v.content_hash from agreement_versions v where v.region_id = $1 and v.agreement_id = a.agreement_id order by v.version desc limit 1) v on true
       left join lateral (select p.version, p.number_text, p.signed_on from agreement_papers p where p.region_id = $1 and p.agreement_id = a.agreement_id order by p.version desc limit 1) p on true
       left join register_agreements n on n.region_id = $1 and n.key = s.student_id and ${standing('n')}
       left join lateral (select d.due_on from duty_students ds join duties d on d.region_id = $1 and d.duty_key = ds.duty_key and d.duty = 'agreement' where ds.region_id = $1 and ds.student_id = s.student_id limit 1) d on true
     where s.status not in ('withdrawn', 'transferred_out') and ($4::text is null or s.programme_id = $4) and ($5::text[] is null or s.scopes && $5::text[])
     order by s.school_id, s.programme_id, s.class_id nulls first, s.student_id`,
    [tx.actor.region_id, cohort, school_id, programme_id, agreementLabels(tx, 'read')]));
  return rows.map((row) => listed(row, law));
}

function listed({ agreement_id, holds, by_student, by_guardian, by_school, by_college, copies, ...row }: Row, law: Law): ListedAgreement {
  const days = { student: by_student, guardian: by_guardian, school: by_school, college: by_college };
  const before = (Object.entries(days) as [Party, PlainDate | null][]).flatMap(([party, on]) => (on === null ? [] : [{ party, on }]));
  const missingAfter = (signatures: readonly { readonly party: Party; readonly on: PlainDate }[]): readonly Party[] =>
    missingParties({ birth_date: row.birth_date, signatures: signatures.map((one) => ({ ...one, person_id: null })) }, law.value, law.on) ?? [];
  const isSigned = holds !== null || before.length > 0 && missingAfter(before).length === 0;
  const signed_on = row.signed_on ?? (isSigned ? before.map(({ on }) => on).toSorted().at(-1) ?? null : null);
  const drawnUp = agreement_id !== null || before.length > 0;
  const current = agreement_id === null ? before : row.signatures;
  const isDone = agreement_id === null ? isSigned : holds === row.version;
  return {
    ...row, agreement_id: agreement_id === null ? null : Number(agreement_id), registered: before.length === 0 ? null : days, copies: copies === null ? null : Number(copies), signed_on,
    state: isSigned ? 'signed' : drawnUp ? 'signing' : 'not_drawn_up', missing: isDone || !drawnUp ? [] : missingAfter(current),
    late: row.due_on !== null && (signed_on ?? law.on) > row.due_on, renewing: isSigned && !isDone,
  };
}

import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import { takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

export type CertificateAct = 'entered' | 'verified' | 'refused' | 'withdrawn';

export interface NotedCertificate {
  readonly student_id: string;
  readonly kind: string;
  readonly number: string;
  readonly act: CertificateAct;
  readonly on: PlainDate;
  readonly source: string | null;
  readonly reason: string | null;
  readonly valid_until: PlainDate | null;
  /** The record of the register that the act left; its labels are those of the act. */
  readonly record_id: number;
}

/** Writes down what was done with certificates, by whom. */
export async function noteCertificates(tx: Transaction, noted: readonly NotedCertificate[], { person, at }: { readonly person: string; readonly at: Instant }): Promise<void> {
  const first = await takeNumbers(tx, 'next_number', noted.length);
  await tx.change(
    `insert into certificate_acts (region_id, certificate_act_id, student_id, kind, number, act, on_date, source, reason, valid_until, record_id, person_id, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint + n.nth, n.student_id, n.kind, n.number, n.act, n.on_date, n.source, n.reason, n.valid_until, n.record_id, $4::bigint, r.scopes, $5::timestamptz, $6::text
     from jsonb_to_recordset($3::jsonb) as n(nth integer, student_id text, kind text, number text, act text, on_date date, source text, reason text, valid_until date, record_id bigint)
     join register_certificates r on r.region_id = $1 and r.record_id = n.record_id`,
    [tx.actor.region_id, first, JSON.stringify(noted.map(({ student_id, kind, number, act, on, source, reason, valid_until, record_id }, nth) =>
      ({ nth, student_id, kind, number, act, on_date: on, source, reason, valid_until, record_id }))), person, at, tx.actor.account]);
}

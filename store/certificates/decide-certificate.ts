import { fitsCertificate } from '../../core/exchange/text-check.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { cellsOf } from '../matters/row-cells.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockFacts } from '../record-stamp.ts';
import { correctRecord, endRecord } from '../register-changes.ts';
import { readRecord, stateOf } from '../registers.ts';
import type { Transaction } from '../transaction.ts';
import { noteCertificates } from './certificate-acts.ts';

/** What somebody finds of a certificate that another person entered. */
export interface CertificateDecision {
  /** The record that was looked at. */
  readonly record_id: number;
  readonly act: 'verify' | 'refuse' | 'withdraw';
  readonly on: PlainDate;
  /** Where it was looked up. */
  readonly source: string;
  readonly reason: string;
}

export type CertificateDecided =
  | { readonly outcome: 'done'; readonly record_id: number }
  | { readonly outcome: 'unknown_certificate' | 'changed_meanwhile' | 'same_person' | 'decided_already' | 'number_contradicts_level' | 'source_missing' | 'reason_missing' | 'day_to_come' };

const DONE = { verify: 'verified', refuse: 'refused', withdraw: 'withdrawn' } as const;

/**
 * M9-e: verified against a source on a day, refused as not genuine, or withdrawn later, each by another person than who
 * entered it. A verified certificate counts from then on; a refused or withdrawn one stands in the register no more.
 */
export async function decideCertificate(tx: Transaction, decision: CertificateDecision, today: PlainDate): Promise<CertificateDecided> {
  const stamp = await lockFacts(tx);
  const person = await actingPerson(tx);
  const record = stamp === null ? null : await readRecord(tx, 'certificates', decision.record_id);
  if (stamp === null || person === null || record === null) return { outcome: 'unknown_certificate' };
  if (stateOf(record) !== 'standing') return { outcome: 'changed_meanwhile' };
  const { values } = record;
  const [source, reason] = [decision.source.trim(), decision.reason.trim()];
  if (decision.on > today) return { outcome: 'day_to_come' };
  if (decision.act === 'verify' && source === '') return { outcome: 'source_missing' };
  if (decision.act !== 'verify' && reason === '') return { outcome: 'reason_missing' };
  // What was verified is withdrawn; what is not verified yet is verified or refused.
  if (values.verified !== (decision.act === 'withdraw')) return { outcome: 'decided_already' };
  if (await enteredBy(tx, values, person.person)) return { outcome: 'same_person' };
  if (decision.act === 'verify' && !fitsCertificate(values.kind, values.level, values.number)) return { outcome: 'number_contradicts_level' };
  const why = decision.act === 'verify' ? `核验：${source}` : reason;
  const answer = decision.act === 'verify'
    ? await correctRecord(tx, 'certificates', decision.record_id, { ...cellsOf('certificates', { ...values, row: decision.record_id }), verified: 'yes' }, why)
    : await endRecord(tx, 'certificates', decision.record_id, decision.on, why);
  if (answer.outcome === 'not_found') return { outcome: 'unknown_certificate' };
  if (answer.outcome !== 'done') return { outcome: 'changed_meanwhile' };
  const { record_id } = answer.record;
  const { student_id, kind, number } = values;
  await noteCertificates(tx, [{ student_id, kind, number, act: DONE[decision.act], on: decision.on, source: source === '' ? null : source, reason: reason === '' ? null : reason, valid_until: null, record_id }], { person: person.person, at: stamp.at });
  await tx.audit({ action: `certificate.${DONE[decision.act]}`, object: `certificates/${record_id}`, detail: { on: decision.on } });
  return { outcome: 'done', record_id };
}

/** Whether this person entered it, by whatever account: here, or as a record of the register. */
async function enteredBy(tx: Transaction, { kind, number }: { readonly kind: string; readonly number: string }, person: string): Promise<boolean> {
  const rows = await tx.whole((whole) => whole.arrays(
    `select 1 from certificate_acts a where a.region_id = $1 and a.kind = $2 and a.number = $3 and a.act = 'entered' and a.person_id = $4::bigint
     union all
     select 1 from register_certificates r join accounts c on c.region_id = r.region_id and c.account = r.recorded_by
     where r.region_id = $1 and r.kind = $2 and r.number = $3 and r.act = 'added' and c.person_id = $4::bigint limit 1`, [whole.actor.region_id, kind, number, person]));
  return rows.length > 0;
}

import type { AgreementContent } from '../../core/agreements/content.ts';
import type { Party } from '../../core/agreements/party.ts';
import { type ToSign } from '../../core/agreements/signing.ts';
import type { Action } from '../../core/access/policy-table.ts';
import type { Instant } from '../known-time.ts';
import type { NamedHash } from '../hashes.ts';
import type { Signature as SignatureOf } from '../signing/signature.ts';
import type { Transaction } from '../transaction.ts';
import { endedAmong } from './ending.ts';

/** An agreement by its last version. */
export interface Agreement {
  readonly agreement_id: number;
  readonly student_id: string;
  readonly school_id: string;
  readonly college_id: string;
  readonly cohort: number;
  readonly scopes: readonly string[];
  readonly version: number;
  readonly content: AgreementContent;
  readonly content_hash: NamedHash;
  readonly reason: string;
  readonly recorded_at: Instant;
  readonly signatures: readonly Signature[];
  /** The version that holds: signed by all, with its paper; null while there is none. */
  readonly holds: number | null;
  /** The student left after the secondary stage. */
  readonly ended: boolean;
}

export type Signature = SignatureOf<Party>;

/** Labels of the agreements with which this may be done; null for all. */
export function agreementLabels(tx: Transaction, action: Action): readonly string[] | null {
  const labels = tx.actor.reach.get(`agreements.${action}`) ?? [];
  return labels === '*' ? null : labels;
}

interface Row extends Omit<Agreement, 'agreement_id' | 'content' | 'signatures' | 'ended'> {
  readonly agreement_id: bigint;
  readonly content: string;
  readonly signatures: readonly Signature[];
}

const SIGNATURES = `coalesce((select jsonb_agg(jsonb_build_object('party', s.party, 'way', s.way, 'on', s.signed_on, 'at', to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'signer', s.signer, 'person_id', s.person_id,
    'confirmed_at', s.confirmed_at, 'device', s.device, 'address', s.address, 'file_hash', s.file_hash) order by array_position(array['student', 'guardian', 'school', 'college'], s.party::text))
  from agreement_signatures s where s.region_id = $1 and s.agreement_id = v.agreement_id and s.version = v.version), '[]'::jsonb)`;

/**
 * Agreements by their last version, as far as the actor may do this with them, in the order of their numbers. What may be
 * written or signed is asked of the database, too: what follows from it is written with the authority of the act.
 */
export async function agreementsById(tx: Transaction, ids: readonly number[], action: 'read' | 'write' | 'approve'): Promise<Agreement[]> {
  const rows = await tx.query<Row>(
    `select a.agreement_id, a.student_id, a.school_id, a.college_id, a.cohort, v.scopes, v.version, v.content, v.content_hash, v.reason, v.recorded_at, ${SIGNATURES} as signatures,
       (select max(p.version) from agreement_papers p where p.region_id = $1 and p.agreement_id = a.agreement_id) as holds
     from student_agreements a join agreement_versions v on v.region_id = $1 and v.agreement_id = a.agreement_id
       and v.version = (select max(l.version) from agreement_versions l where l.region_id = $1 and l.agreement_id = a.agreement_id)
     where a.region_id = $1 and a.agreement_id = any($2::bigint[]) and ($3::text[] is null or v.scopes && $3::text[])
       and (current_setting($4, true) = '*' or v.scopes && string_to_array(current_setting($4, true), chr(31)))
     order by a.agreement_id`, [tx.actor.region_id, ids, agreementLabels(tx, action), `app.${action}_agreements`]);
  const ended = await tx.whole((whole) => endedAmong(whole, rows.map(({ student_id }) => student_id)));
  return rows.map(({ agreement_id, content, ...row }) => ({ ...row, agreement_id: Number(agreement_id), ended: ended.has(row.student_id), content: JSON.parse(content) as AgreementContent }));
}

/** As the rules of signing look at it. */
export function toSign({ version, content_hash, content, signatures, ended }: Agreement): ToSign {
  return { ended, version, last_version: version, content_hash, birth_date: content.student.birth_date, signatures };
}

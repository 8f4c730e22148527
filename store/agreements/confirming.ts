import { guardianRequired } from '../../core/agreements/age.ts';
import { refusalOfConfirmation, type ConfirmationRefusal } from '../../core/agreements/confirmation.ts';
import { speaksFor, type Signer } from '../../core/agreements/party.ts';
import { standing } from '../known-time.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { agreementsById } from './agreement.ts';
import type { Law } from './law.ts';
import type { Read } from './signing.ts';

export interface Confirming extends Read {
  readonly party: 'student' | 'guardian';
  readonly signer: Signer;
  readonly device: string;
  readonly address: string;
}

export type ConfirmOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly agreement_id: string } }
  | { readonly outcome: 'unknown_agreement' }
  | { readonly outcome: 'confirmation_refused'; readonly why: ConfirmationRefusal | 'not_for_this_party' };

/** B23: the student, a guardian while the student is a minor, confirms in year 4 what was agreed in year 1. */
export async function confirmAgreement(tx: Transaction, { agreement_id, version, content_hash, party, signer, device, address }: Confirming, law: Law): Promise<ConfirmOutcome> {
  const stamp = await lockRegion(tx);
  const [agreement] = await agreementsById(tx, [agreement_id], 'approve');
  if (stamp === null || agreement === undefined) return { outcome: 'unknown_agreement' };
  const minor = guardianRequired(law.value, agreement.content.student.birth_date, law.on) === true;
  if (!speaksFor(party, signer, agreement) || party === 'guardian' && !minor) return { outcome: 'confirmation_refused', why: 'not_for_this_party' };
  const { stage, confirmed } = await tx.whole(async (whole) => {
    const [row] = await whole.query<{ stage: 'secondary' | 'higher' }>(
      `select r.stage from register_students r where r.region_id = $1 and r.student_id = $2 and ${standing('r')} and r.valid_from <= $3::date order by r.valid_from desc limit 1`,
      [tx.actor.region_id, agreement.student_id, law.on]);
    const [known] = await whole.arrays('select 1 from agreement_confirmations where region_id = $1 and agreement_id = $2 and version = $3', [tx.actor.region_id, agreement_id, agreement.holds]);
    return { stage: row?.stage ?? null, confirmed: known !== undefined };
  });
  const why = refusalOfConfirmation({ same_content: agreement.version === version && agreement.content_hash === content_hash, complete: agreement.holds === agreement.version, stage, confirmed }, law.value);
  if (why !== null) return { outcome: 'confirmation_refused', why };
  await tx.change(
    'insert into agreement_confirmations (region_id, agreement_id, version, party, confirmed_on, device, address, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [tx.actor.region_id, agreement_id, version, party, law.on, device.slice(0, 400), address, agreement.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'agreement.confirmed', object: `agreements/${agreement_id}`, detail: { version, party } });
  return { outcome: 'done', value: { agreement_id: String(agreement_id) } };
}

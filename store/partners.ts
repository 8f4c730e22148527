import { mayTouch } from '../core/access/reach.ts';
import { refusalOfAgreement, type AgreementDraft, type AgreementRefusal, type PartnerAgreement, type Party } from '../core/partners/agreement.ts';
import { partyNamed } from '../core/partners/party-named.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import { cooperationScopes } from './cooperation-labels.ts';
import { lastMoment, type Instant, type Known } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** A partner agreement as it was recorded. A later record may answer it; nothing of it changes. */
export interface RecordedAgreement extends PartnerAgreement {
  /** The number that the document bears. */
  readonly number: string;
  readonly terms: string;
  readonly signed_on: PlainDate;
  readonly document_sha256: string | null;
  /** The record that this one corrects, and why. */
  readonly answers: string | null;
  readonly reason: string | null;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly superseded_at: Instant | null;
}

export interface DraftedAgreement extends AgreementDraft {
  readonly number: string;
  readonly terms: string;
  readonly signed_on: PlainDate;
  readonly document_sha256: string | null;
}

const COLUMNS = `agreement_id::text, number, parties, programmes, valid_from as "from", valid_to as "to", terms, signed_on, document_sha256,
  answers::text, reason, scopes, recorded_at, recorded_by, superseded_at`;

/** Which of the agreements in reach: all that stand, of a party, of a programme; as known at a moment. */
export interface AgreementFilter {
  readonly party?: string | undefined;
  readonly programme?: string | undefined;
  readonly known_on?: Known | undefined;
}

/** Agreements that stand, those that end first before the others. Within `tx.whole` all of the region. */
export function listPartnerAgreements(tx: Transaction, { party, programme, known_on }: AgreementFilter = {}): Promise<RecordedAgreement[]> {
  const labels = tx.actor.reach.get('partners.read') ?? [];
  return tx.query<RecordedAgreement>(
    `select ${COLUMNS} from partner_agreements where region_id = $1 and ($2::text[] is null or scopes && $2)
       and ($3::text is null or parties @> array[$3]) and ($4::text is null or programmes @> array[$4])
       and case when $5::timestamptz is null then superseded_at is null else recorded_at <= $5 and (superseded_at is null or superseded_at > $5) end
     order by valid_to nulls last, partner_agreements.agreement_id`,
    [tx.actor.region_id, labels === '*' ? null : labels, party ?? null, programme ?? null, lastMoment(known_on)]);
}

/** An agreement with the records that it answers, latest first; empty when there is none in reach. */
export async function historyOfAgreement(tx: Transaction, agreement_id: string): Promise<RecordedAgreement[]> {
  const history: RecordedAgreement[] = [];
  for (let next: string | null = agreement_id; next !== null;) {
    const found: RecordedAgreement | null = await agreementById(tx, next);
    if (found === null) return history;
    history.push(found);
    next = found.answers;
  }
  return history;
}

async function agreementById(tx: Transaction, agreement_id: string): Promise<RecordedAgreement | null> {
  const labels = tx.actor.reach.get('partners.read') ?? [];
  const [row] = await tx.query<RecordedAgreement>(
    `select ${COLUMNS} from partner_agreements where region_id = $1 and agreement_id = $2::bigint and ($3::text[] is null or scopes && $3)`,
    [tx.actor.region_id, agreement_id, labels === '*' ? null : labels]);
  return row ?? null;
}

export type AgreementOutcome =
  | { readonly outcome: 'done'; readonly agreement_id: string }
  | { readonly outcome: 'not_allowed' | 'unknown_partner_agreement' | 'changed_meanwhile' }
  | { readonly outcome: 'agreement_refused'; readonly refusal: AgreementRefusal };

/** Records an agreement; by one of its parties, or by the office. A party may be named by its credit code. */
export function recordAgreement(tx: Transaction, draft: DraftedAgreement): Promise<AgreementOutcome> {
  return record(tx, draft, null);
}

/** Records an agreement anew, with the reason; the earlier record stays. Whoever is second to correct it gets a conflict. */
export async function correctAgreement(tx: Transaction, agreement_id: string, draft: DraftedAgreement, reason: string): Promise<AgreementOutcome> {
  const earlier = await agreementById(tx, agreement_id);
  if (earlier === null) return { outcome: 'unknown_partner_agreement' };
  if (!mayTouch(tx.actor.reach, 'partners', 'write', earlier.scopes)) return { outcome: 'not_allowed' };
  return record(tx, draft, { agreement_id, reason });
}

async function record(tx: Transaction, draft: DraftedAgreement, answered: { readonly agreement_id: string; readonly reason: string } | null): Promise<AgreementOutcome> {
  const stamp = await lockRegion(tx);
  const rows = await loadRows(tx, 'organisations', {});
  const named = draft.parties.map((text) => partyNamed(text, rows));
  const unknown = named.find((one) => 'why' in one);
  if (unknown !== undefined) return { outcome: 'agreement_refused', refusal: unknown };
  const parties = named.filter((one): one is Party => !('why' in one));
  const wanted = { ...draft, parties: [...new Set(parties.map(({ org_id }) => org_id))], programmes: [...new Set(draft.programmes)] };
  const programmes = await loadRows(tx, 'programmes', {});
  const refusal = refusalOfAgreement(wanted, new Map(rows.map((one) => [one.org_id, one])), new Map(programmes.map((one) => [one.programme_id, one])));
  if (refusal !== null) return { outcome: 'agreement_refused', refusal };
  const [colleges, others] = [parties.filter(({ kind }) => kind === 'college'), parties.filter(({ kind }) => kind !== 'college')];
  const scopes = await cooperationScopes(tx, colleges.map(({ org_id }) => org_id), others.map(({ org_id }) => org_id));
  if (stamp === null || !mayTouch(tx.actor.reach, 'partners', 'write', scopes)) return { outcome: 'not_allowed' };
  if (answered !== null && !await supersede(tx, answered.agreement_id, stamp.at)) return { outcome: 'changed_meanwhile' };
  return { outcome: 'done', agreement_id: await insert(tx, wanted, { answered, scopes, at: stamp.at }) };
}

async function supersede(tx: Transaction, agreement_id: string, at: Instant): Promise<boolean> {
  return await tx.change(
    'update partner_agreements set superseded_at = $3 where region_id = $1 and agreement_id = $2::bigint and superseded_at is null', [tx.actor.region_id, agreement_id, at]) > 0;
}

async function insert(
  tx: Transaction, { number, parties, programmes, from, to, terms, signed_on, document_sha256 }: DraftedAgreement,
  { answered, scopes, at }: { readonly answered: { readonly agreement_id: string; readonly reason: string } | null; readonly scopes: readonly string[]; readonly at: Instant },
): Promise<string> {
  const agreement_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into partner_agreements (region_id, agreement_id, number, parties, programmes, valid_from, valid_to, terms, signed_on, document_sha256, answers, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [tx.actor.region_id, agreement_id, number, parties, programmes, from, to, terms, signed_on, document_sha256, answered?.agreement_id ?? null, answered?.reason ?? null, scopes, at, tx.actor.account]);
  await tx.audit({
    action: answered === null ? 'partner_agreement.recorded' : 'partner_agreement.corrected', object: `partner-agreements/${agreement_id}`,
    detail: { parties, from, to, ...(document_sha256 !== null && { document_sha256 }), ...(answered !== null && { answers: answered.agreement_id, reason: answered.reason }) },
  });
  return agreement_id;
}

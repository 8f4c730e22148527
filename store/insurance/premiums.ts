import type { Entry } from '../../core/funding/entry.ts';
import { accountsOf } from '../../core/funding/events.ts';
import { premiumEntries } from '../../core/funding/premiums.ts';
import { yuanText } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Findings } from '../audit-finding.ts';
import { bringUp, lastTurns, type Turned } from '../ledger/bring-up.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/**
 * R4-j: brings what the books hold of premiums, of one school or of all, to the policies as they stand: a policy that was answered by
 * another is taken back, the other posted. With the region's authority over funds.
 */
export async function bringPremiumsUp(deciding: Transaction, school_id: string | null, { at }: Stamp): Promise<void> {
  await deciding.whole(async (whole) => {
    await numberPolicies(whole, school_id, { at });
    await bringUp(deciding, { wanted: await premiumsWanted(whole, school_id), standing: await standingPremiums(whole, school_id), at });
  });
}

const OF_SCHOOL = 'p.region_id = $1 and ($2::text is null or p.school_id = $2)';

async function numberPolicies(whole: Transaction, school_id: string | null, { at }: Pick<Stamp, 'at'>): Promise<void> {
  const fresh = await whole.query<{ policy_id: bigint; scopes: string[] }>(
    `select p.policy_id, p.scopes from insurance_policies p where ${OF_SCHOOL} and p.superseded_at is null and p.premium_fen > 0
       and not exists (select 1 from insurance_premiums n where n.region_id = p.region_id and n.policy_id = p.policy_id) order by p.policy_id`, [whole.actor.region_id, school_id]);
  if (fresh.length === 0) return;
  const first = await takeNumbers(whole, 'next_record_id', fresh.length);
  for (const [index, { policy_id, scopes }] of fresh.entries()) {
    await whole.query('insert into insurance_premiums (region_id, policy_id, record_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)',
      [whole.actor.region_id, policy_id, first + index, scopes, at, whole.actor.account]);
  }
}

async function premiumsWanted(whole: Transaction, school_id: string | null): Promise<Entry[]> {
  const rows = await whole.query<{ record_id: bigint; school_id: string; fen: bigint; from: PlainDate; recorded_on: PlainDate }>(
    `select n.record_id, p.school_id, p.premium_fen as fen, p.valid_from as "from", (p.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on
     from insurance_policies p join insurance_premiums n on n.region_id = p.region_id and n.policy_id = p.policy_id where ${OF_SCHOOL} and p.superseded_at is null`, [whole.actor.region_id, school_id]);
  return premiumEntries(rows);
}

function standingPremiums(whole: Transaction, school_id: string | null): Promise<Turned[]> {
  return lastTurns(whole, ['premium_paid'], school_id === null ? undefined : [accountsOf('premium_paid', { school: school_id }).debit]);
}

/** R4-j: every premium that the books know, against the policies. To be called within `tx.whole`. */
export async function comparePremiums(whole: Transaction, findings: Findings): Promise<void> {
  const wanted = new Map((await premiumsWanted(whole, null)).map((one) => [one.source, one]));
  const standing = new Map((await standingPremiums(whole, null)).filter(({ turn }) => turn % 2 === 0).map((one) => [one.source, one]));
  for (const source of new Set([...wanted.keys(), ...standing.keys()])) {
    const [want, found] = [wanted.get(source), standing.get(source)];
    const told = (one: Entry | undefined): string => (one === undefined ? '–' : `${one.debit} ${yuanText(one.fen)}`);
    if (told(want) !== told(found)) findings.add('posting_differs', { seq: null }, `premium_paid ${source}/1: ${told(found)} ≠ ${told(want)}`);
  }
}

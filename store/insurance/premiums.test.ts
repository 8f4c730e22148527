import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { premiumEntries, type Premium } from '../../core/funding/premiums.ts';
import { date } from '../../core/values/plain-date.ts';
import { openFindings } from '../audit-finding.ts';
import { DAY, FROM, LAW, madeInternships, TO, type MadeActor } from '../internships/made-internships.ts';
import { accountBalance } from '../ledger/balances.ts';
import { closePeriod } from '../ledger/close.ts';
import { NOW } from '../ledger/made-ledger.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { asOwner } from '../made-people.ts';
import { madeStore, type MadeRegion } from '../made-store.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { correctPolicy, listPolicies, recordPolicy } from './policies.ts';
import { bringPremiumsUp } from './premiums.ts';

type Made = Awaited<ReturnType<typeof madeInternships>>;
const POLICY = { policy_no: 'SX-1', kind: 'internship_liability', insurer: '示例保险', from: FROM, to: TO, heads: 2, premium_fen: 24_000n, proof: '发票1号' } as const;

test('R4-j: a premium is an expense of the school’s, on the day it was recorded or the first of cover; what costs nothing moves nothing', () => {
  const premium = (given: Partial<Premium> = {}): Premium => ({ record_id: 7n, school_id: 'S', fen: 24_000n, from: date('2025-09-01'), recorded_on: date('2025-08-20'), ...given });
  expect(premiumEntries([premium()])).toEqual([{ source: 7n, part: 1, event: 'premium_paid', clause: 'R4-j', debit: 'insurance:S', credit: 'bank:S', fen: 24_000n, student_id: null, year: 2025, valid_on: '2025-08-20' }]);
  expect(premiumEntries([premium({ recorded_on: date('2025-09-02') }), premium({ from: date('2025-08-31'), recorded_on: date('2025-08-31') })]).map(({ year, valid_on }) => [year, valid_on])).toEqual([[2025, '2025-09-01'], [2024, '2025-08-31']]);
  expect(premiumEntries([premium({ fen: 0n }), premium({ fen: 1n })]).map(({ fen }) => fen)).toEqual([1n]);
});

eachDatabase('premiums in the books', (database) => {
  const store = madeStore(database);
  const record = (who: MadeActor, given: object = {}) => who.as.write((tx) => recordPolicy(tx, 'S', { ...POLICY, ...given }, null, LAW));
  const balances = ({ region }: Made): Promise<bigint[]> => region.as.read((tx) => tx.whole(async (whole) => {
    const of = async (account: string): Promise<bigint> => { const { debit, credit } = await accountBalance(whole, account); return credit - debit; };
    return [await of('insurance:S'), await of('bank:S')];
  }));
  const found = async ({ actor }: MadeRegion): Promise<string[]> => {
    const findings = openFindings();
    await verifyLedger(store.db(), actor.region_id, findings);
    return findings.list().map(({ what, about }) => `${what} ${about}`.replaceAll(/ \d+\//g, ' n/'));
  };
  const allUp = ({ region }: Made) => region.as.write((tx) => tx.decided(['funds'], async (deciding) => {
    await bringPremiumsUp(deciding, null, await lockFacts(tx) as Stamp);
    await tx.audit({ action: 'ledger.close', object: 'ledger/1' });
  }));

  test('are posted with the policy by whoever records it, corrected with it, and agree with the policies', async () => {
    const made = await madeInternships(store);
    expect((await record(made.registrar)).outcome).toBe('done');
    expect((await record(made.registrar, { policy_no: 'SX-2', premium_fen: 0n })).outcome).toBe('done');
    expect(await balances(made)).toEqual([-24_000n, 24_000n]);
    const [policy] = (await made.registrar.as.read((tx) => listPolicies(tx, { school_id: 'S', since: DAY }))).filter(({ policy_no }) => policy_no === 'SX-1');
    const corrected = await made.registrar.as.write((tx) => correctPolicy(tx, policy?.policy_id ?? 0, { ...POLICY, premium_fen: 30_001n, why: '金额抄错' }));
    expect(corrected.outcome).toBe('done');
    expect(await balances(made)).toEqual([-30_001n, 30_001n]);
    const turns = await made.region.as.read((tx) => tx.arrays(`select turn, fen from ledger_entries where region_id = $1 and event = 'premium_paid' order by fen, turn`, [tx.actor.region_id]));
    expect(turns).toEqual([[0, 24_000n], [1, 24_000n], [0, 30_001n]]);
    expect(await found(made.region)).toEqual([]);
    await asOwner(database, `update insurance_policies set premium_fen = 30000 where region_id = ${made.region.actor.region_id} and superseded_at is null and premium_fen > 0`);
    expect(await found(made.region)).toEqual(['posting_differs premium_paid n/1: insurance:S 300.01 ≠ insurance:S 300.00']);
  });

  test('of policies from before they were kept in the books come up when those are closed, once; into a closed month nothing is posted', async () => {
    const made = await madeInternships(store);
    const { region_id } = made.region.actor;
    await asOwner(database, `insert into insurance_policies (region_id, policy_id, policy_no, kind, insurer, school_id, valid_from, valid_to, heads, premium_fen, proof, scopes, recorded_at, recorded_by)
      values (${region_id}, 900001, 'OLD', 'school_liability', '示例保险', 'S', '2025-09-01', '2026-08-31', 3, 9900, '发票0号', '{org:S}', '2025-08-20T08:00:00+08', 'x')`);
    await made.region.as.write((tx) => closePeriod(tx, date('2025-09-01'), NOW));
    await allUp(made);
    await allUp(made);
    expect(await balances(made)).toEqual([-9900n, 9900n]);
    expect(await made.region.as.read((tx) => tx.arrays(`select valid_on::text, period::text from ledger_entries where region_id = $1 and event = 'premium_paid'`, [region_id]))).toEqual([['2025-08-20', '2025-10-01']]);
    expect(await found(made.region)).toEqual([]);
  });
});

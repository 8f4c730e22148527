import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { campusOnTheLine } from '../../core/check/made-dataset.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { openFindings } from '../audit-finding.ts';
import { entriesBalance } from '../ledger/balances.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { madeStore } from '../made-store.ts';
import type { MadeActor } from '../matters/made-matters.ts';
import { proposalOf } from '../orders/order.ts';
import { recordAgreement } from '../partners.ts';
import { answersOf, followUpsOf, recordAnswer } from './answers.ts';
import { followUpsDue } from './follow-ups.ts';
import { atWork, graduateRow, madeEmployment, PACK, type MadeEmployment } from './made-employment.ts';
import { recordDestinations } from './record-destinations.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';

const CLAIMED = date('2025-10-15');
const YEAR_ON = date('2026-06-26');

eachDatabase('claims of firms and surveys of graduates', (database) => {
  const store = madeStore(database);
  let made: MadeEmployment;
  let [firm, head, registrar, office, finance] = [] as unknown as [MadeActor, MadeActor, MadeActor, MadeActor, MadeActor];
  beforeAll(async () => {
    made = await madeEmployment(store.db(), ['A', 'B', 'C', 'D', 'L'].map((id) => graduateRow(id)));
    const bureaus = await made.import({
      organisations: ['G', 'G2'].map((org_id) => ({ org_id, name: `财政局${org_id}`, kind: 'finance_bureau', division_code: '330803' })),
      campuses: (campusOnTheLine().campuses ?? []).map((one) => ({ ...one, status: 'preparing', payer_id: 'G' })),
    });
    if (bureaus.outcome !== 'done') throw new Error(JSON.stringify(bureaus));
    [firm, head, registrar, office, finance] = [await made.somebody('enterprise', 'F'), await made.somebody('school_head'), await made.somebody('school_registrar'), await made.somebody('office'), await made.somebody('finance_bureau', 'G')];
    const agreed = await made.as.write((tx) => recordAgreement(tx, { number: '1', parties: ['H', 'S', 'F'], programmes: ['P'], from: date('2024-09-01'), to: date('2026-08-31'), terms: '共建', signed_on: date('2024-09-01'), document_sha256: null }));
    if (agreed.outcome !== 'done') throw new Error(agreed.outcome);
    const recorded = await made.write(made.registrar, (tx) => recordDestinations(tx, [atWork('A'), atWork('B'), atWork('L'), atWork('C', { contract_kind: 'agreement', code: '10', evidence: 'agreement' })], made.given()));
    if (recorded.outcome !== 'done') throw new Error(JSON.stringify(recorded));
  });
  const claim = (heads: readonly string[], today: PlainDate = CLAIMED, who = firm) => made.open(who, 'hiring_support', 'F', { school: 'S', heads }, today);
  const idOf = (opened: Awaited<ReturnType<typeof claim>>): number => {
    if (opened.outcome !== 'done') throw new Error(JSON.stringify(opened));
    return opened.matter_id;
  };
  const step = (who: MadeActor, matter_id: number, act: string, more: Parameters<MadeEmployment['step']>[3] = {}) => made.step(who, matter_id, act, { today: CLAIMED, ...more });
  const supports = async () => (await made.as.read((tx) => tx.query<{ student_id: string; amount_fen: bigint; reason: string | null }>('select student_id, amount_fen, reason from hiring_supports where region_id = $1 order by support_id', [tx.actor.region_id]))).map(({ student_id, amount_fen, reason }) => [student_id, Number(amount_fen), reason]);

  const due = (payer_id: string) => made.as.read((tx) => tx.whole(async (whole) => {
    const found = await proposalOf(whole, { payer_id, kind: 'hiring_support', year: 2025 }, { pack: PACK, today: CLAIMED });
    if (found.outcome !== 'proposed') throw new Error(found.outcome);
    return found;
  }));
  const books = async () => Object.fromEntries((await made.as.read((tx) => entriesBalance(tx))).map(({ account, debit, credit }) => [account, credit - debit]));
  const moves = async () => (await made.as.read((tx) => tx.arrays(
    `select s.student_id, m.move, m.reference from support_movements m join hiring_supports s using (region_id, support_id) where m.region_id = $1 order by m.movement_id`, [tx.actor.region_id])));

  describe('M10-d: support', () => {
    test('is claimed for nobody who is insured for too short, has no labour contract, or was hired elsewhere; nothing is half done', async () => {
      expect(await claim(['A', 'B'], date('2025-10-14'))).toEqual({ outcome: 'support_refused', student_id: 'A', why: 'insured_too_short' });
      expect(await claim(['A', 'C'])).toEqual({ outcome: 'support_refused', student_id: 'C', why: 'no_contract' });
      expect(await claim(['D'])).toEqual({ outcome: 'support_refused', student_id: 'D', why: 'not_hired_here' });
      expect(await claim([])).toEqual({ outcome: 'nobody_goes' });
      expect((await claim(['A'], CLAIMED, office)).outcome).toBe('not_your_role');
      expect((await claim(['A'], CLAIMED, await made.somebody('enterprise', 'F2'))).outcome).toBe('unknown_subject');
      expect(await made.as.read(async (tx) => (await tx.arrays('select 1 from matters where region_id = $1', [tx.actor.region_id])).length)).toBe(0);
    });

    test('is claimed by the firm, confirmed by the school, granted by the finance bureau that pays for the school and nobody else: an amount for each head', async () => {
      const matter = idOf(await claim(['A', 'B']));
      expect(await step(finance, matter, 'grant')).toMatchObject({ outcome: 'refused', refusal: { why: 'not_now' } });
      expect(await step(firm, matter, 'confirm')).toMatchObject({ outcome: 'refused', refusal: { why: 'not_your_role' } });
      expect(await step(registrar, matter, 'confirm')).toMatchObject({ outcome: 'done' });
      expect(await supports()).toEqual([]);
      for (const other of [office, firm, registrar]) expect(await step(other, matter, 'grant')).toMatchObject({ outcome: 'refused', refusal: { why: 'not_your_role' } });
      expect((await step(await made.somebody('finance_bureau', 'G2'), matter, 'grant')).outcome).toBe('not_found');
      expect(await supports()).toEqual([]);
      expect(await step(finance, matter, 'grant')).toMatchObject({ outcome: 'done' });
      expect(await supports()).toEqual([['A', 100_000, null], ['B', 100_000, null]]);
      expect(await books()).toEqual({ 'support:G': -200_000n, 'support_payable:F': 200_000n });
      expect(await claim(['A'])).toEqual({ outcome: 'support_refused', student_id: 'A', why: 'supported_already' });
      const next = idOf(await made.open(firm, 'hiring_support', 'F', { school: 'S', heads: ['L'] }, CLAIMED));
      expect(await claim(['L'])).toEqual({ outcome: 'open_already' });
      expect(await step(firm, next, 'drop')).toMatchObject({ outcome: 'done' });
      expect((await made.see(matter)).entries.at(-1)?.effects).toEqual([{ kind: 'support', students: 2, amount_fen: '200000' }]);
    });

    test('of a false claim is taken back by another record, proposed by the office and decided by the finance bureau with the reason, once', async () => {
      const back = (heads: readonly string[], who = office) => made.open(who, 'support_clawback', 'F', { school: 'S', heads }, CLAIMED);
      expect(await back(['C'])).toEqual({ outcome: 'not_granted' });
      expect((await back(['A'], firm)).outcome).toBe('not_your_role');
      const matter = idOf(await back(['A']));
      for (const who of [office, await made.somebody('office')]) expect(await step(who, matter, 'take_back', { reason: '合同系伪造' })).toMatchObject({ outcome: 'refused', refusal: { why: 'not_your_role' } });
      expect(await step(finance, matter, 'take_back')).toMatchObject({ outcome: 'refused', refusal: { why: 'reason_missing' } });
      expect(await step(finance, matter, 'take_back', { reason: '合同系伪造' })).toMatchObject({ outcome: 'done' });
      expect(await back(['A'])).toEqual({ outcome: 'not_granted' });
      expect(await supports()).toEqual([['A', 100_000, null], ['B', 100_000, null], ['A', -100_000, '合同系伪造']]);
      expect(await books()).toEqual({ 'support:G': -100_000n, 'support_payable:F': 100_000n });
    });

    test('is paid by an order of the bureau that granted it: one makes it, another checks it, the bank confirms it; records and books say so at once', async () => {
      const [checker, other] = [await made.somebody('finance_bureau', 'G'), await made.somebody('finance_bureau', 'G2')];
      expect((await due('G2')).lines).toEqual([]);
      const { lines, digest } = await due('G');
      expect(lines).toMatchObject([{ kind: 'hiring_support', from_id: 'G', to_id: 'F', student_id: null, year: 2025, fen: 100_000n, formula: '1000.00 × 1 = 1000.00' }]);
      const make = (who: MadeActor, list = digest, payer = 'G') => made.open(who, 'order_hiring_support', payer, { year: 2025, list }, CLAIMED);
      expect((await make(office)).outcome).toBe('not_your_role');
      expect((await make(finance, 'a'.repeat(64))).outcome).toBe('list_changed');
      expect((await make(other, digest, 'G2')).outcome).toBe('nothing_to_pay');
      const order = idOf(await make(finance));
      expect(await step(finance, order, 'check')).toMatchObject({ outcome: 'refused', refusal: { why: 'same_person' } });
      expect((await step(other, order, 'check')).outcome).toBe('not_found');
      expect((await step(checker, order, 'check')).outcome).toBe('done');
      // What is on its way is not taken back before the bank has told.
      const early = idOf(await made.open(office, 'support_clawback', 'F', { school: 'S', heads: ['B'] }, CLAIMED));
      expect(await step(finance, early, 'take_back', { reason: '合同系伪造' })).toMatchObject({ outcome: 'refused', refusal: { why: 'guard', guard: { id: 'hiring_support_unpaid' } } });
      expect(await step(finance, order, 'confirm', { details: { number: 'HD-1', on: date('2025-10-16') } })).toMatchObject({ outcome: 'refused', refusal: { guard: { id: 'order_payable' } } });
      expect((await step(finance, order, 'confirm', { details: { number: 'HD-1', on: CLAIMED } })).outcome).toBe('done');
      expect(await moves()).toEqual([['A', 'due', null], ['B', 'due', null], ['A', 'dropped', null], ['B', 'paid', 'HD-1']]);
      expect(await books()).toEqual({ 'support:G': -100_000n, 'support_payable:F': 0n, 'bank:G': 100_000n });
      expect((await due('G')).lines).toEqual([]);
      expect(await step(finance, early, 'take_back', { reason: '合同系伪造' })).toMatchObject({ outcome: 'refused', refusal: { guard: { id: 'hiring_support_unpaid' } } });
      expect((await step(office, early, 'drop')).outcome).toBe('done');
    });

    test('that was paid comes back by another record, entered when the bank says so, and is never paid again; the books hold', async () => {
      const back = idOf(await made.open(office, 'support_clawback', 'F', { school: 'S', heads: ['B'] }, CLAIMED));
      expect((await step(finance, back, 'reclaim', { reason: '社会保险记录系伪造' })).outcome).toBe('done');
      expect(await books()).toEqual({ 'support:G': 0n, 'support_payable:F': 0n, 'bank:G': 100_000n, 'support_receivable:F': -100_000n });
      const enter = (number: string, on: PlainDate, matter = back) => step(finance, matter, 'confirm_return', { details: { number, on } });
      for (const on of ['2025-10-14', '2025-10-16'] as const) expect(await enter('TK-1', date(on))).toMatchObject({ outcome: 'refused', refusal: { guard: { id: 'support_return_entered' } } });
      expect((await enter('TK-1', CLAIMED)).outcome).toBe('done');
      expect(await enter('TK-1', CLAIMED)).toMatchObject({ outcome: 'refused', refusal: { why: 'closed' } });
      expect((await moves()).slice(4)).toEqual([['B', 'reclaimed', null], ['B', 'returned', 'TK-1']]);
      expect(await books()).toEqual({ 'support:G': 0n, 'support_payable:F': 0n, 'bank:G': 0n, 'support_receivable:F': 0n });
      expect((await due('G')).lines).toEqual([]);
      expect(await claim(['B'])).toEqual({ outcome: 'support_refused', student_id: 'B', why: 'supported_already' });
      const findings = openFindings();
      await verifyLedger(store.db(), made.region_id, findings);
      expect(findings.list()).toEqual([]);
      await expect(made.as.write((tx) => tx.change('update support_movements set fen = 1 where region_id = $1', [tx.actor.region_id]))).rejects.toThrow(/permission denied/);
    });
  });

  describe('1.2-c: who is asked again', () => {
    const due = (today: PlainDate) => made.as.read((tx) => tx.whole((whole) => followUpsDue(whole, { school_id: 'S', year: 2025 }, today, parametersOn(PACK.parameters, today))));
    const propose = (list: string, today: PlainDate, who = registrar) => made.open(who, 'follow_up_list', 'S', { year: 2025, list }, today);

    test('is nobody before twelve months, everybody on the day', async () => {
      expect((await due(date('2026-06-25')))?.students).toEqual([]);
      expect((await due(YEAR_ON))?.students.map(({ student_id }) => student_id)).toEqual(['A', 'B', 'C', 'D', 'L']);
      expect(await propose('0'.repeat(64), date('2026-06-25'))).toEqual({ outcome: 'nobody_goes' });
      expect(await propose('0'.repeat(64), YEAR_ON)).toEqual({ outcome: 'list_changed' });
    });

    test('is proposed by the registrar, approved by the head, asked all at once; each answers once', async () => {
      const list = (await due(YEAR_ON))?.digest ?? '';
      const matter = idOf(await propose(list, YEAR_ON));
      expect(await made.step(registrar, matter, 'approve', { today: YEAR_ON })).toMatchObject({ outcome: 'refused', refusal: { why: 'not_your_role' } });
      expect(await made.step(head, matter, 'approve', { today: YEAR_ON })).toMatchObject({ outcome: 'done' });
      expect((await made.registrar.as.read((tx) => followUpsOf(tx, ['A', 'B', 'C', 'D', 'L']))).length).toBe(5);
      expect(await propose(list, YEAR_ON)).toEqual({ outcome: 'nobody_goes' });
      const answer = (given: { code: string | null; workplace_division: string | null }) => made.write(made.student('A'), (tx) =>
        recordAnswer(tx, { kind: 'follow_up', destination_record: null, reason: null, satisfied: null, ...given }, { student_id: 'A', way: 'self', today: date('2026-07-01'), final_grade: 5 }));
      expect([await answer({ code: null, workplace_division: null }), await answer({ code: '11', workplace_division: null })].map((one) => ('why' in one ? one.why : one.outcome))).toEqual(['code_missing', 'workplace_missing']);
      expect(await answer({ code: '11', workplace_division: '330802' })).toMatchObject({ outcome: 'done' });
      expect(await answer({ code: '11', workplace_division: '330802' })).toEqual({ outcome: 'answer_refused', why: 'answered_already' });
      expect((await made.registrar.as.read((tx) => answersOf(tx, ['A']))).map(({ content }) => content)).toEqual([{ code: '11', workplace_division: '330802' }]);
    });
  });
});

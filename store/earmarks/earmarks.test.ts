import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { TypedRow } from '../../core/check/made-dataset.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { drawSpending } from '../../core/funding/spending-draw.ts';
import { date } from '../../core/values/plain-date.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { loadRows } from '../campus-rows.ts';
import { openFindings } from '../audit-finding.ts';
import type { Instant } from '../known-time.ts';
import { accountBalance } from '../ledger/balances.ts';
import { closePeriod } from '../ledger/close.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { madeStore } from '../made-store.ts';
import type { MadeActor } from '../matters/made-matters.ts';
import type { Transaction } from '../transaction.ts';
import { drawOfSpending } from './draw.ts';
import { earmarkRecords } from './earmark-records.ts';
import { answerNeed, stateNeed, type AnswerEntry, type NeedEntry } from './needs.ts';
import type { EarmarkOutcome, Given } from './outcome.ts';
import { returnSpending, type ReturnEntry } from './return-spending.ts';
import { recordSpending, type SpendingEntry } from './spend.ts';

const GIVEN: Given = { pack: quzhou2024, today: date('2025-11-20') };
const budget = (category: string, amount_yuan: string, fiscal_year = 2025) => ({ payer_id: 'G', campus_id: 'C', fiscal_year, category, amount_yuan });

eachDatabase('M5-g, S2-c: money that is there for a purpose', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  let school: MadeActor;
  let payer: MadeActor;
  let office: MadeActor;
  beforeAll(async () => {
    made = await madeMoney(store.db(), {
      students: STUDENTS ?? [], organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }],
      campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', payer_id: 'G', division_code: '330803', form: 'new_build', status: 'preparing' }],
      budgets: [budget('operation', '100'), budget('equipment', '50'), budget('operation', '900', 2024)],
      spending: [{ spending_id: 'FILE', campus_id: 'C', fund: 'grant', category: 'equipment', amount_yuan: '20', spent_on: '2025-10-01' }],
      grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 100 }, { campus_id: 'C', on: '2025-10-31', students: 120 }],
    });
    [school, payer, office] = [await made.somebody('school_finance', 'S'), await made.somebody('finance_bureau', 'G'), await made.somebody('office')];
  });
  const told = async (who: MadeActor, work: (tx: Transaction) => Promise<EarmarkOutcome>): Promise<string> => {
    const answer = await made.write(who, work);
    return answer.outcome === 'done' ? 'done' : answer.why;
  };
  let many = 0;
  const spend = (entry: Partial<SpendingEntry>, who = school): Promise<string> => told(who, (tx) => recordSpending(tx, { spending_id: `Z${++many}`, campus_id: 'C', fund: 'grant', category: 'operation', amount_yuan: '1', spent_on: date('2025-11-03'), ...entry }, GIVEN));
  const back = (entry: Partial<ReturnEntry>, who = payer): Promise<string> => told(who, (tx) => returnSpending(tx, { spending_id: 'FILE', amount_yuan: '1', reason: '用途不符', returned_on: date('2025-11-10'), ...entry }, GIVEN));
  const left = async (category: string): Promise<bigint> => {
    const { debit, credit } = await made.as.read((tx) => accountBalance(tx, `earmark:C:${category}`, 2025));
    return credit - debit;
  };

  test('what a fund is not for is refused, and so is what nobody may record; nothing is left half done', async () => {
    expect(await spend({ fund: 'dorm', category: 'teacher_training' })).toBe('category_not_allowed');
    expect(await spend({ amount_yuan: '0.001' })).toBe('too_many_decimals');
    expect(await spend({ amount_yuan: '-1' })).toBe('not_above_zero');
    expect(await spend({ spent_on: date('2025-11-21') })).toBe('day_to_come');
    expect(await spend({ spent_on: date('2024-05-28') })).toBe('no_rule');
    expect(await spend({ spending_id: ' ' })).toBe('id_missing');
    expect(await spend({ spending_id: 'FILE' })).toBe('spending_known');
    expect([await spend({ campus_id: 'C9' }), await spend({}, payer), await spend({}, office), await spend({}, await made.somebody('school_finance', 'S2'))]).toEqual(Array(4).fill('unknown_campus'));
    expect(await made.as.read((tx) => loadRows(tx, 'spending', {}))).toHaveLength(1);
  });

  test('payers who spend at once never spend more than there is', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, (_, at) => spend({ amount_yuan: '30' }, at % 2 === 0 ? school : made.finance)));
    expect(replies.filter((one) => one === 'done')).toHaveLength(3);
    expect(new Set(replies)).toEqual(new Set(['done', 'beyond_earmark']));
    expect(await spend({ amount_yuan: '10.01' })).toBe('beyond_earmark');
    expect(await spend({ amount_yuan: '10.00' })).toBe('done');
    expect(await spend({ amount_yuan: '0.01' })).toBe('beyond_earmark');
    expect(await left('operation')).toBe(0n);
    expect(await made.as.read((tx) => loadRows(tx, 'spending', {}))).toHaveLength(5);
  });

  test('what came in by a file counts, and a budget that is corrected is posted anew', async () => {
    expect(await spend({ category: 'equipment', amount_yuan: '30.01' })).toBe('beyond_earmark');
    await made.import({ budgets: [budget('equipment', '60')] });
    expect(await spend({ category: 'equipment', amount_yuan: '30.01' })).toBe('done');
    expect(await left('equipment')).toBe(999n);
    expect(await spend({ category: 'facilities', amount_yuan: '5' })).toBe('beyond_earmark');
  });

  const passedOn = (kind: string, to_id: string, amount_yuan: string, more: TypedRow = {}): TypedRow => ({ payment_id: `${kind} ${to_id}`, kind, from_id: 'H', to_id, academic_year: 2025, amount_yuan, paid_on: '2025-10-20', ...more });
  const fundLeft = async (account: string): Promise<bigint> => {
    const { debit, credit } = await made.as.read((tx) => accountBalance(tx, account));
    return credit - debit;
  };

  test('of dormitory fees and tuition share there is what was passed on, to the fen; of other money no register tells', async () => {
    expect(await spend({ fund: 'dorm', category: 'facilities', amount_yuan: '5' })).toBe('beyond_earmark');
    await made.import({ payments: [passedOn('dorm', 'C', '5'), passedOn('tuition_share', 'S', '7')] });
    expect([await spend({ fund: 'dorm', category: 'facilities', amount_yuan: '5.01' }), await spend({ fund: 'dorm', category: 'facilities', amount_yuan: '4.99' })]).toEqual(['beyond_earmark', 'done']);
    expect([await spend({ fund: 'tuition_share', amount_yuan: '7.01' }), await spend({ fund: 'tuition_share', amount_yuan: '7.00' }), await spend({ fund: 'tuition_share', amount_yuan: '0.01' })]).toEqual(['beyond_earmark', 'done', 'beyond_earmark']);
    expect(await spend({ fund: 'other', amount_yuan: '3' })).toBe('done');
    expect([await fundLeft('earmark:dorm:C'), await fundLeft('earmark:tuition_share:S'), await fundLeft('earmark:other:C')]).toEqual([1n, 0n, -300n]);
  });

  test('of eight payers at once nobody takes more of dormitory fees than is left, and what was passed on in one year serves the next', async () => {
    await made.import({ payments: [passedOn('dorm', 'C', '100.00', { payment_id: 'before', paid_on: '2024-12-20', academic_year: 2024 })] });
    const replies = await Promise.all(Array.from({ length: 8 }, (_, at) => spend({ fund: 'dorm', category: 'facilities', amount_yuan: '30' }, at % 2 === 0 ? school : made.finance)));
    expect(replies.toSorted()).toEqual([...Array<string>(5).fill('beyond_earmark'), ...Array<string>(3).fill('done')]);
    expect(await fundLeft('earmark:dorm:C')).toBe(1001n);
    expect([await spend({ fund: 'dorm', amount_yuan: '10.02' }), await spend({ spending_id: 'DORM', fund: 'dorm', amount_yuan: '10.01' })]).toEqual(['beyond_earmark', 'done']);
    expect([await back({ spending_id: 'DORM', amount_yuan: '10.02' }), await back({ spending_id: 'DORM', amount_yuan: '10.01' })]).toEqual(['beyond_spending', 'done']);
    expect(await fundLeft('earmark:dorm:C')).toBe(1001n);
  });

  test('a budget that comes in by a file after its month is closed is posted in the first open month and keeps its day', async () => {
    await made.as.write((tx) => closePeriod(tx, date('2025-10-01'), '2025-11-20T00:00:00Z' as Instant));
    await made.import({ budgets: [budget('teaching_reform', '12')] });
    expect(await left('teaching_reform')).toBe(0n);
    expect([await spend({ category: 'teaching_reform', amount_yuan: '12.01' }), await spend({ category: 'teaching_reform', amount_yuan: '12' })]).toEqual(['beyond_earmark', 'done']);
    const rows = await made.as.read((tx) => tx.arrays(`select event, valid_on::text, period::text from ledger_entries where region_id = $1 and year = 2025 and 'earmark:C:teaching_reform' in (debit, credit) order by event`, [made.region_id]));
    expect(rows).toEqual([['earmark_given', '2025-01-01', '2025-11-01'], ['earmark_spent', '2025-11-03', '2025-11-01']]);
  });

  test('what was disallowed comes back by another record, found by somebody else, and never more than was spent', async () => {
    expect(await spend({ spending_id: 'OWN', category: 'equipment', amount_yuan: '9.99' })).toBe('done');
    expect(await back({ spending_id: 'OWN' }, school)).toBe('same_person');
    expect([await back({ amount_yuan: '20.01' }), await back({ reason: ' ' }), await back({ returned_on: date('2025-09-30') }), await back({ returned_on: date('2025-11-21') })]).toEqual(['beyond_spending', 'reason_missing', 'before_spending', 'day_to_come']);
    expect([await back({ spending_id: 'NONE' }), await back({}, await made.somebody('school_finance', 'S2'))]).toEqual(['unknown_spending', 'unknown_spending']);
    expect(await spend({ category: 'equipment', amount_yuan: '0.01' })).toBe('beyond_earmark');
    expect([await back({ amount_yuan: '15' }), await back({ amount_yuan: '5.01' }), await back({ amount_yuan: '5' })]).toEqual(['done', 'beyond_spending', 'done']);
    expect(await left('equipment')).toBe(2000n);
    expect((await made.as.read((tx) => loadRows(tx, 'spending', {}))).find(({ spending_id }) => spending_id === 'FILE')?.amount_yuan).toEqual({ n: 2000n, d: 100n });
    expect(await spend({ category: 'equipment', amount_yuan: '20' })).toBe('done');
  });

  test('M5-c: a campus says what it needs with its heads, and the bureau that pays answers once', async () => {
    const state = (entry: Partial<NeedEntry>, who = school) => told(who, (tx) => stateNeed(tx, { campus_id: 'C', fiscal_year: 2025, category: 'equipment', amount_yuan: '300', purpose: '新增实训设备', ...entry }, GIVEN));
    const answer = (entry: Partial<AnswerEntry>, who = payer) => told(who, (tx) => answerNeed(tx, { need_id, answer: 'partly', amount_yuan: '200', note: '分两年安排', ...entry }, GIVEN));
    let need_id = 0;
    expect([await state({ purpose: ' ' }), await state({ amount_yuan: '0' }), await state({}, payer)]).toEqual(['purpose_missing', 'not_above_zero', 'unknown_campus']);
    expect(await state({})).toBe('done');
    const needs = async () => (await made.as.read((tx) => earmarkRecords(tx, 2025))).needs;
    expect(await needs()).toMatchObject([{ fen: '30000', students_before: 100, students: 120, answer: null }]);
    need_id = Number((await needs())[0]?.need_id);
    expect([await answer({}, school), await answer({}, office), await answer({ need_id: 999_999 })]).toEqual(['unknown_need', 'unknown_need', 'unknown_need']);
    expect([await answer({ amount_yuan: '300' }), await answer({ answer: 'granted' }), await answer({ note: '' })]).toEqual(['answer_amount', 'answer_amount', 'reason_missing']);
    expect([await answer({}), await answer({})]).toEqual(['done', 'answered_already']);
    expect(await needs()).toMatchObject([{ answer: 'partly', answer_fen: '20000', note: '分两年安排' }]);
  });

  test('M5-g: whoever spends does not draw; the list and the seed are kept, and draw the same again', async () => {
    const draw = (who: MadeActor, fiscal_year = 2025) => told(who, (tx) => drawOfSpending(tx, { campus_id: 'C', fiscal_year }, GIVEN));
    expect([await draw(school), await draw(payer, 2023), await draw(payer)]).toEqual(['unknown_campus', 'nothing_to_draw', 'done']);
    const [kept] = (await made.as.read((tx) => earmarkRecords(tx, 2025))).draws;
    expect([kept?.listed.length, kept?.size, kept?.seed.length]).toEqual([16, 3, 32]);
    expect(drawSpending(kept?.listed ?? [], kept?.seed ?? '', 3)).toHaveLength(3);
  });

  test('the books are what they say, and another bureau sees nothing of it', async () => {
    const findings = openFindings();
    await verifyLedger(store.db(), made.region_id, findings);
    expect(findings.list()).toEqual([]);
    const stranger = await made.of(await made.somebody('school_finance', 'S2'));
    expect(await stranger.read((tx) => earmarkRecords(tx, 2025))).toEqual({ returns: [], needs: [], draws: [] });
  });
});

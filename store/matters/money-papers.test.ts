import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { pdfText } from '../../check/pdf-text.ts';
import type { Details } from '../../core/approvals/details.ts';
import { sheetOf } from '../../core/documents/kinds.ts';
import type { RawCell } from '../../core/exchange/raw-cell.ts';
import { charge, payment, receipt, spending } from '../../core/funding/made-year.ts';
import { settlementJson, type LineJson } from '../../core/funding/settlement-json.ts';
import { matterOfOrder, type OrderKind } from '../../core/orders/order-kinds.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { documentWorkbook } from '../../workbook/document-workbook.ts';
import { readXlsxRows } from '../../workbook/xlsx-rows.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { enterRate } from '../billing/rates.ts';
import { listDocuments, readDocument } from '../documents-read.ts';
import { readFile } from '../files.ts';
import { madeStore } from '../made-store.ts';
import { proposalOf, settledOrder } from '../orders/order.ts';
import { idOfOpened, wordOf, type MadeActor } from './made-matters.ts';
import { fundsLeft } from './pilot-funds.ts';

const AUTUMN = date('2025-11-20');
const WINTER = date('2026-02-01');
const CLOSE = date('2026-08-31');

eachDatabase('papers of money', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  let [school, head, leader]: MadeActor[] = [];
  beforeAll(async () => {
    made = await madeMoney(store.db(), {
      students: STUDENTS ?? [], organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }],
      campuses: [{ campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', payer_id: 'G', division_code: '330803', form: 'new_build', status: 'preparing' }],
      charges: [charge('A', 'tuition', '6600'), charge('B', 'tuition', '6600')],
      receipts: [receipt('A', 'tuition', '6600'), receipt('B', 'tuition', '6600'), receipt('A', 'custody', '800'), receipt('B', 'custody', '800')],
      departures: [{ student_id: 'B', on: '2025-12-04', kind: 'withdrawn' }], custody_spending: [spending('A', '763.40'), spending('B', '812.50')],
      payments: [payment('custody', 'H', 'C', '1600', '2025-09-20')],
      grant_standards: [{ college_id: 'H', fiscal_year: 2025, yuan_per_student: '15000', kind: 'actual' }],
      grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 120 }, { campus_id: 'C', on: '2025-10-31', students: 150 }],
      grant_receipts: [{ receipt_id: 'GR1', college_id: 'H', payer_id: 'G', campus_id: 'C', fiscal_year: 2025, amount_yuan: '1400000', received_on: '2025-11-01' }],
      staff: [{ person_id: 'T9', name: '授课教师', employer_id: 'H', stage: 'higher', campus_id: 'C', post: 'teacher', employment: 'part_time', degree: 'master', title: 'senior_vice', qualified: 'yes', from: '2025-01-01' }],
      teaching: [{ campus_id: 'C', term: '2025-1', course: '数控编程', kind: 'core', higher_code: '460103', person_id: 'T9', hours: '40' }], lecture_rates: [{ title: 'senior_vice', yuan_per_hour: '100', from: '2025-09-01' }],
      spending: [{ spending_id: 'Z1', campus_id: 'C', fund: 'grant', category: 'operation', amount_yuan: '100.01', spent_on: '2025-10-01' }],
    });
    [school, head, leader] = [await made.somebody('school_finance', 'S'), await made.somebody('school_head', 'S'), await made.somebody('college_leadership', 'H')];
  });

  /** What a paper says: its content, the text of its PDF and the cells of its workbook, both without spaces. */
  const paperOf = async (matter_id: number) => {
    const { documents } = await made.as.read((tx) => listDocuments(tx, { kind: null, about: `matters/${matter_id}`, filter: '', page: 1, per_page: 10 }));
    const found = await made.as.read((tx) => readDocument(tx, documents[0]?.document_id ?? 0));
    if (found === null) throw new Error('no paper');
    const edition = found.editions[0];
    const file = await made.as.read((tx) => readFile(tx, edition?.file_hash ?? 'sha256:'));
    const cells: RawCell[][] = [];
    await readXlsxRows(await documentWorkbook(sheetOf(found.kind, found.content), found.number), () => (_, row) => cells.push(row));
    // Figures are numbers in a workbook, so that they can be summed.
    const figures = cells.flat().filter((cell) => typeof cell === 'number');
    const pdf = pdfText(file?.bytes ?? new Uint8Array());
    if (pdf === null) process.stderr.write('this machine has no pdftotext: PDFs are made, and their text was not read\n');
    return { kind: found.kind, content: found.content as Record<string, unknown>, texts: [`${JSON.stringify(cells)} ${figures.map((one) => one.toFixed(2)).join(' ')}`.replaceAll(/\s/g, ' '), ...(pdf === null ? [] : [pdf])] };
  };
  const says = (texts: readonly string[], parts: readonly string[]): void => {
    for (const text of texts) for (const part of parts) expect(text).toContain(part);
  };
  const paid = async (order: OrderKind, { who, checker, payer, on, voucher }: { readonly who: MadeActor | undefined; readonly checker: MadeActor | undefined; readonly payer: string; readonly on: typeof CLOSE; readonly voucher: string }): Promise<number> => {
    const proposal = await made.as.read((tx) => tx.whole((whole) => proposalOf(whole, { payer_id: payer, kind: order, year: 2025 }, { pack: quzhou2024, today: on })));
    const details: Details = { year: 2025, list: proposal.outcome === 'proposed' ? proposal.digest : '' };
    const matter_id = idOfOpened(await made.open(who as MadeActor, matterOfOrder(order), payer, details, on));
    expect(wordOf(await made.step(checker as MadeActor, matter_id, 'check', { today: on }))).toBe('done');
    expect(wordOf(await made.step(who as MadeActor, matter_id, 'confirm', { today: on, details: { number: voucher, on } }))).toBe('done');
    return matter_id;
  };
  /** The line that the pages show of the year on a day. */
  const shown = async (order: OrderKind, on: typeof CLOSE, kind: string): Promise<LineJson> => {
    const settled = await made.as.read((tx) => tx.whole((whole) => settledOrder(whole, { kind: order, year: 2025 }, { pack: quzhou2024, today: on })));
    const line = settled === null ? undefined : settlementJson(settled.settlement).lines.find((one) => one.kind === kind);
    if (line === undefined) throw new Error(`no line of ${kind}`);
    return line;
  };

  test('15: the request says standard, both counts of heads, weight, what is due, received and owed, and how it was worked out', async () => {
    const request = idOfOpened(await made.open(made.finance, 'grant_request', 'H', { year: 2025 }, date('2025-12-31')));
    for (let at = 0; at < 3 && (await made.see(request)).open; at += 1) {
      const { kind, state } = await made.see(request);
      const act = kind.steps[state]?.[0]?.act ?? '';
      expect(wordOf(await made.step(act === 'approve' ? leader as MadeActor : made.finance, request, act, { today: date('2025-12-31') }))).toBe('done');
    }
    const { kind, content, texts } = await paperOf(request);
    const line = await shown('grant', date('2025-12-31'), 'grant');
    expect([kind, line.due_yuan, line.paid_yuan, line.outstanding_yuan]).toEqual(['grant_request', '1950000.00', '1400000.00', '550000.00']);
    expect(content).toMatchObject({ due: line.due_yuan, received: line.paid_yuan, arrears: line.outstanding_yuan, overdue: line.overdue_yuan });
    says(texts, ['2025年生均拨款测算及请款函', '财政局', '15000', '1950000.00', '1400000.00', '550000.00', line.ratio ?? '?', '120', '150', 'M5-d']);
  });

  test('16: the distribution says batch, receipt, weighted heads, amount, voucher and for how many days it lay', async () => {
    const { kind, texts } = await paperOf(await paid('grant', { who: made.finance, checker: made.checker, payer: 'H', on: AUTUMN, voucher: 'HD-16' }));
    const line = await shown('grant', AUTUMN, 'grant_pass');
    expect([kind, line.due_yuan, line.paid_yuan, line.outstanding_yuan]).toEqual(['grant_distribution', '1400000.00', '1400000.00', '0.00']);
    says(texts, ['2025年生均拨款清分表', 'HD-16', 'GR1', '1400000.00', '2025年11月1日', '校区']);
    const days = texts.map((text) => /GR1\D{0,12}2025年11月1日[^\d]*校区[^\d]*1400000(?:\.00)?\D{0,4}(\d+)/.exec(text)?.[1]);
    expect(new Set(days)).toEqual(new Set(['19']));
  });

  test('17: the settlement of tuition says billed, collected, given back, net, ratio, due, paid and what is left, as the page does', async () => {
    const { kind, content, texts } = await paperOf(await paid('tuition_share', { who: made.finance, checker: made.checker, payer: 'H', on: WINTER, voucher: 'HD-17' }));
    const line = await shown('tuition_share', WINTER, 'tuition_share');
    // 13 200 collected, 3 960 of it due back to who left after four months: 60 % of 9 240.
    expect([kind, line.base_yuan, line.ratio, line.due_yuan, line.paid_yuan, line.outstanding_yuan]).toEqual(['tuition_settlement', '9240.00', '0.6', '5544.00', '5544.00', '0.00']);
    expect(content['schools']).toEqual([{ school: '学校', billed: '13200.00', collected: '13200.00', refunds: '3960.00', net: line.base_yuan, ratio: line.ratio, due: line.due_yuan, paid: line.paid_yuan, difference: line.outstanding_yuan }]);
    says(texts, ['学费收缴及拨付结算表', 'HD-17', '13200.00', '3960.00', '9240.00', '0.6', '5544.00', 'R4-c']);
  });

  test('18: the settlement of custody money has everybody of the campus in one run, with items, what is given back and what is claimed', async () => {
    await made.import({ receipts: [receipt('U', 'custody', '700', '2025-09-10')], custody_spending: [spending('U', '712.50')] });
    const list = { college_id: 'H', academic_year: 2025, kind: 'custody', programme_id: null, amount_yuan: '800', approval: '批文', items: '教材 381.70 元/册、校服' } as const;
    expect(await made.as.write((tx) => enterRate(tx, list))).toMatchObject({ outcome: 'done' });
    const { kind, content, texts } = await paperOf(await paid('custody_refund', { who: school, checker: head, payer: 'S', on: CLOSE, voucher: 'HD-18' }));
    const line = await shown('custody_refund', CLOSE, 'custody_refund');
    expect([kind, line.due_yuan, line.paid_yuan]).toEqual(['custody_statement', '36.60', '36.60']);
    expect(content['students']).toMatchObject([
      { student_id: 'A', received: '800.00', spent: '763.40', balance: '36.60', refunded: '36.60', claimed: '0.00' },
      { student_id: 'U', received: '700.00', spent: '712.50', balance: '-12.50', refunded: '0.00', claimed: '12.50' }]);
    expect(content['items']).toMatchObject([{ student_id: 'A', item: '教材', unit_price: '381.70', quantity: '2 册', amount: '763.40' }, { student_id: 'U', item: '教材', unit_price: '381.70', quantity: '', amount: '712.50' }]);
    says(texts, ['代管费结算单', 'HD-18', '36.60', '12.50', '教材', '381.70', '763.40', '签收', 'R4-g']);
  });

  test('19: the settlement of lecture fees says teacher, course, hours, rate and amount, before tax', async () => {
    const { kind, texts } = await paperOf(await paid('lecture_fee', { who: school, checker: head, payer: 'S', on: WINTER, voucher: 'HD-19' }));
    const line = await shown('lecture_fee', WINTER, 'lecture_fee');
    expect([kind, line.base_yuan, line.due_yuan, line.paid_yuan]).toEqual(['lecture_fees', '40.00', '4000.00', '4000.00']);
    says(texts, ['教师授课费结算表', 'HD-19', '授课教师', '数控编程', '40', '100', '4000.00', '税前', 'R4-h']);
  });

  test('23: the decision to stop names what is not settled with the school and its campuses, and what is left of each fund', async () => {
    const { funds, held, funds_note } = await made.as.read((tx) => tx.whole((whole) => fundsLeft(whole, 'S', { pack: quzhou2024, today: CLOSE })));
    expect(funds_note).toBe('');
    expect(funds).toContainEqual({ item: '代管费补收', from: '学生', to: '校区', due: '25.00', paid: '0.00', left: '25.00' });
    expect(held).toContainEqual({ campus: '校区', fund: '生均拨款', came: '1400000.00', spent: '100.01', left: '1399899.99' });
    expect(held).toContainEqual({ campus: '全校', fund: '学费分成', came: '5544.00', spent: '0.00', left: '5544.00' });
  });
});

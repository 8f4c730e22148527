import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { charge, receipt } from '../../core/funding/made-year.ts';
import { createUploadReader } from '../../core/exchange/upload-reader.ts';
import { date } from '../../core/values/plain-date.ts';
import { yuanText } from '../../core/values/fen.ts';
import { madeMoney, STUDENTS, type MadeMoney } from '../billing/made-money.ts';
import { loadRows } from '../campus-rows.ts';
import { accountBalance, entriesBalance } from '../ledger/balances.ts';
import { madeStore } from '../made-store.ts';
import { listLines, type LineAct, type LineSource, type StoredLine } from './bank-line.ts';
import { decideLine, type LineDecision } from './decide-line.ts';
import { takeFile, type FileTaken } from './take-file.ts';

const TODAY = date('2025-10-10');
const HEAD = ['流水号', '交易日期', '金额', '付款人', '学号', '摘要', '收款人'];

eachDatabase('R4-b: receipts', (database) => {
  const store = madeStore(database);
  let made: MadeMoney;
  beforeAll(async () => {
    made = await madeMoney(store.db(), {
      students: STUDENTS ?? [], charges: [charge('A', 'tuition', '6600'), charge('A', 'dorm', '1200'), charge('A', 'custody', '800'), charge('B', 'tuition', '6600'), charge('U', 'tuition', '6600')],
      receipts: [receipt('U', 'tuition', '6600', '2025-09-12', { receipt_id: 'HAND-1' })],
    });
  });
  const take = (rows: readonly (readonly string[])[], source: LineSource = 'bank', who = made.finance): Promise<FileTaken> => {
    const reader = createUploadReader('bank_lines');
    [HEAD, ...rows].forEach((cells, at) => { reader.row(at + 1, cells); });
    return made.write(who, (tx) => takeFile(tx, { college_id: 'H', source, ...reader.finish(), file: { name: '九月流水.csv', sha256: 'b'.repeat(64) } }, TODAY));
  };
  const told = (taken: FileTaken): string[] => (taken.outcome === 'done' ? [
    ...taken.rows.map((row) => `${row.reference} ${row.outcome === 'match' ? row.parts.map(({ kind, fen }) => `${kind} ${yuanText(fen)}`).join(', ') : row.outcome === 'same' ? 'same' : `${row.outcome} ${row.why}`}`),
    ...taken.problems.map(({ row, code }) => `row ${row} ${code}`)] : [taken.outcome]);
  const receipts = async (): Promise<string[]> => (await made.as.read((tx) => loadRows(tx, 'receipts', {}))).map(({ receipt_id, student_id, kind, amount_yuan, received_by }) => `${receipt_id} ${student_id} ${kind} ${amount_yuan.n / amount_yuan.d}${received_by === null ? '' : ` ${received_by}`}`).sort();
  const lines = async (...acts: LineAct[]): Promise<readonly StoredLine[]> => (await made.as.read((tx) => listLines(tx, 'H', acts, { limit: 100, offset: 0 }))).lines;
  const decide = async (reference: string, decision: Partial<LineDecision>): Promise<string> => {
    const line = (await lines('queue', 'hold', 'match', 'return')).find((one) => one.reference === reference);
    const answer = await made.write(made.finance, (tx) => decideLine(tx, { line_id: line?.line_id ?? 0, act: 'match', student_id: '', kinds: [], note: '', ...decision }, TODAY));
    return answer.outcome === 'line_refused' ? answer.why : answer.outcome;
  };

  test('good lines stand in register and books, the others are listed with why, and no bad one takes a good one with it', async () => {
    expect(told(await take([
      ['T1', '2025-09-20', '7,800.00', '', 'A', '学费和住宿费', ''], ['T2', '2025-09-20', '-5', '', 'B', '', ''], ['T3', '2025-09-20', '6600.001', '', 'B', '', ''], ['T4', '2025-09-20', '6600', '', 'Z9', '', ''],
      ['T5', '2025-09-20', '6600.01', '', 'B', '', ''], ['T6', '2025-09-20', '100', '', 'N', '', ''], ['T7', '2025-09-20', '6600', '林二', '', '', '学校'], ['T8', '2025-13-40', '1', '', 'B', '', ''],
      ['T9', '2025-10-11', '6600', '', 'B', '', ''], ['HAND-1', '2025-09-12', '6600', '', 'U', '', ''], ['T1', '2025-09-21', '800', '', 'A', '', ''], ['T10', '2025-09-20', '1', '', 'U', '', ''],
    ]))).toEqual([
      'T1 tuition 6600.00, dorm 1200.00', 'T2 refused not_above_zero', 'T3 refused too_many_decimals', 'T4 queue unknown_student', 'T5 queue above_due', 'T6 queue not_higher_stage', 'T7 queue wrong_payee',
      'T9 refused day_to_come', 'HAND-1 refused used_already', 'T10 queue nothing_due', 'row 8 not_a_date', 'row 12 duplicate_key',
    ].map((text) => text.replace('row 8', 'row 9')));
    expect(await receipts()).toEqual(['HAND-1 U tuition 6600', 'T1-1 A tuition 6600', 'T1-2 A dorm 1200']);
    const books = new Map((await made.as.read((tx) => entriesBalance(tx))).map(({ account, debit, credit }) => [account, credit - debit]));
    expect([books.get('bank:H'), books.get('tuition:H'), books.get('clearing:dorm:C')]).toEqual([-780_000n, 660_000n, 120_000n]);
  });

  test('the same line again is refused, and so is anybody else’s file', async () => {
    expect(told(await take([['T1', '2025-09-20', '7800', '', 'A', '学费和住宿费', ''], ['T11', '2025-09-22', '800', '陈一', '', '', '']]))).toEqual(['T1 refused used_already', 'T11 custody 800.00']);
    expect(told(await take([['X', '2025-09-20', '1', '', 'A', '', '']], 'bank', await made.somebody('school_finance', 'S')))).toEqual(['not_your_college']);
    expect(told(await take([['X', '2025-09-20', '1', '', 'A', '', '']], 'bank', await made.somebody('office')))).toEqual(['not_your_college']);
  });

  test('the treasury’s e-receipt for money that the bank told counts once', async () => {
    expect(told(await take([['E1', '2025-09-22', '800', '陈一', '', '代管费', ''], ['E2', '2025-09-23', '600', '', 'B', '学费', '']], 'treasury'))).toEqual(['E1 same', 'E2 tuition 600.00']);
    expect(told(await take([['T12', '2025-09-23', '600', '', 'B', '', '']]))).toEqual(['T12 same']);
    expect((await made.as.read((tx) => accountBalance(tx, 'clearing:custody:C'))).credit).toBe(80_000n);
    expect((await receipts()).filter((one) => one.includes(' B '))).toEqual(['E2 B tuition 600']);
  });

  test('a person matches, holds or gives back what is queued, once, and never above what is due', async () => {
    expect(await decide('T5', { student_id: 'B' })).toBe('above_due');
    expect(await decide('T4', { student_id: 'Z9' })).toBe('unknown_student');
    expect(await decide('T4', { act: 'hold' })).toBe('reason_missing');
    expect(await decide('T4', { act: 'hold', note: '查询付款人' })).toBe('done');
    expect(await decide('T5', { act: 'return', note: '多付，退回' })).toBe('done');
    expect(await decide('T5', { student_id: 'B' })).toBe('decided_already');
    expect(await decide('T6', { student_id: 'N' })).toBe('not_higher_stage');
    expect((await lines('queue')).map(({ reference, why }) => `${reference} ${why}`)).toEqual(['T10 nothing_due', 'T7 wrong_payee', 'T6 not_higher_stage']);
    expect((await lines('hold')).map(({ reference, note }) => `${reference} ${note}`)).toEqual(['T4 查询付款人']);
  });

  test('what a school collected is matched as collected by the school, which then owes it to the college', async () => {
    expect(await decide('T7', { student_id: 'B' })).toBe('above_due');
    expect(told(await take([['T13', '2025-09-25', '6000', '', 'B', '学费', '学校']]))).toEqual(['T13 queue wrong_payee']);
    expect(await decide('T13', { student_id: 'B' })).toBe('done');
    expect(await receipts()).toContain('T13 B tuition 6000 S');
  });
});

import { describe, expect, test } from 'vitest';
import { fenOf, yuanText } from '../values/fen.ts';
import { parseExact, ZERO } from '../values/exact.ts';
import type { FeeKind } from '../funding/student-accounts.ts';
import { matchLine, type KnownPayers, type MoneyLine, type Payer } from './match-line.ts';

const fen = (yuan: string): bigint => fenOf(parseExact(yuan) ?? ZERO);
const place = { campus_id: 'C', school_id: 'S', college_id: 'H' };
const payer = (student_id: string, name: string, due: Partial<Record<FeeKind, string>>, more: Partial<Payer> = {}): Payer => ({
  student_id, name, place, due: new Map(Object.entries(due).map(([kind, yuan]) => [kind as FeeKind, fen(yuan)])), ...more,
});
const PAYERS = [
  payer('A1', '陈一', { tuition: '6600', dorm: '1200', custody: '800' }), payer('B2', '林二', { tuition: '6600' }), payer('B3', '林二', { tuition: '6600' }),
  payer('N4', '周四', {}, { place: null }), payer('O5', '吴五', { tuition: '6600' }, { place: { ...place, college_id: 'H2' } }), payer('P6', '郑六', {}),
  payer('Q7', '冯七', { tuition: '1200', dorm: '1200', custody: '800' }),
];
const known: KnownPayers = {
  college_id: 'H', college_names: ['H', '学院'], byId: (id) => PAYERS.find(({ student_id }) => student_id === id), byName: (name) => PAYERS.filter((one) => one.name === name),
};
const told = (yuan: string, line: Partial<MoneyLine>): string => {
  const match = matchLine({ fen: fen(yuan), student_no: '', payer: '', purpose: '', receiver: '', ...line }, known);
  return match.outcome === 'queue' ? match.why : `${match.payer.student_id} ${match.parts.map((part) => `${part.kind} ${yuanText(part.fen)}`).join(', ')}`;
};

describe('R4-b: whose bill a line pays', () => {
  test('by number, by a number in the purpose, by a name that one has, and by no name that two have', () => {
    expect(told('6600', { student_no: 'A1' })).toBe('A1 tuition 6600.00');
    expect(told('6600', { purpose: '缴费 A1' })).toBe('A1 tuition 6600.00');
    expect(told('6600', { payer: '陈一' })).toBe('A1 tuition 6600.00');
    expect(told('6600', { payer: '林二' })).toBe('several_students');
    expect(told('6600', { payer: '林二', student_no: 'B3' })).toBe('B3 tuition 6600.00');
    expect(told('6600', { payer: '某人' })).toBe('unknown_student');
    expect(told('6600', { student_no: 'Z9', payer: '陈一' })).toBe('unknown_student');
  });

  test('all that is due, one fee by its amount or by its word, in part only where the fee is named', () => {
    expect(told('8600', { student_no: 'A1' })).toBe('A1 tuition 6600.00, dorm 1200.00, custody 800.00');
    expect(told('7800', { student_no: 'A1', purpose: '学费和住宿费' })).toBe('A1 tuition 6600.00, dorm 1200.00');
    expect(told('3000', { student_no: 'A1', purpose: '学费' })).toBe('A1 tuition 3000.00');
    expect(told('3000', { student_no: 'A1' })).toBe('several_fees');
    expect(told('1200', { student_no: 'Q7' })).toBe('several_fees');
  });

  test('a fen above what is due is queued, to the fen it is matched', () => {
    expect(told('6600.01', { student_no: 'B2' })).toBe('above_due');
    expect(told('6600', { student_no: 'B2' })).toBe('B2 tuition 6600.00');
    expect(told('8600.01', { student_no: 'A1' })).toBe('above_due');
    expect(told('1', { student_no: 'P6' })).toBe('nothing_due');
    expect(told('800', { student_no: 'B2', purpose: '代管费' })).toBe('nothing_due');
  });

  test('years 1 to 3, students of another college, and a school as receiver are for a person', () => {
    expect(told('6600', { student_no: 'N4' })).toBe('not_higher_stage');
    expect(told('6600', { student_no: 'O5' })).toBe('other_college');
    expect(told('6600', { student_no: 'A1', receiver: '学校' })).toBe('wrong_payee');
    expect(told('6600', { student_no: 'A1', receiver: '学院' })).toBe('A1 tuition 6600.00');
  });
});

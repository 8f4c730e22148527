import { expect, test } from 'vitest';
import type { SettlementLine } from '../settlement/queries.ts';
import { addUp, linesOfCampus } from './campus-sums.ts';

const party = (id: string) => ({ id, name: null });
const line = (kind: string, from: string, to: string, due_yuan: string | null, campus: string | null = null): SettlementLine =>
  ({ kind, from: party(from), to: party(to), campus: campus === null ? null : party(campus), due_yuan, paid_yuan: '0.01', outstanding_yuan: '-0.01' }) as SettlementLine;

test('a campus is paid by the lines to it and the share of its school, pays those from it, and the grant runs beside', () => {
  const [dorm, share, other, lecture, grant] = [line('dorm', 'H', 'C', '1'), line('tuition_share', 'H', 'S', '2'), line('tuition_share', 'H', 'S2', '3'), line('lecture_fee', 'C', 'T', '4'), line('grant', 'G', 'H', '5', 'C')];
  const found = linesOfCampus([dorm, share, other, lecture, grant], { campus: party('C'), school: party('S') });
  expect(found).toEqual({ to: [dorm, share], from: [lecture], beside: [grant] });
});

test('amounts add up to the fen, also below zero, and what is not known is not zero', () => {
  expect(addUp([line('dorm', 'H', 'C', '1200.00'), line('custody', 'H', 'C', '0.01')], 'due_yuan')).toEqual({ yuan: '1200.01', computed: '1200.00 + 0.01 = 1200.01' });
  expect(addUp([line('dorm', 'H', 'C', '1'), line('custody', 'H', 'C', '2')], 'outstanding_yuan').yuan).toBe('-0.02');
  expect(addUp([line('dorm', 'H', 'C', '1200.00'), line('custody', 'H', 'C', null)], 'due_yuan')).toEqual({ yuan: null, computed: '1200.00 + ? = ?' });
  expect(addUp([], 'paid_yuan')).toEqual({ yuan: '0.00', computed: '0.00 = 0.00' });
});

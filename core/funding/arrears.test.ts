import { expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { yuanText } from '../values/fen.ts';
import { arrearsByAge } from './arrears.ts';
import { rulesOn } from './made-year.ts';

const told = (received: bigint, as_of: string): string[] =>
  arrearsByAge(1_000_00n, received, rulesOn(as_of, 2025, 2025).grant, { fiscal_year: 2025, as_of: date(as_of) }).map(({ from, to, fen }) => `${from}–${to ?? ''} ${yuanText(fen)}`);

test('M5-e: arrears are as old as their instalment, the oldest paid first', () => {
  expect(told(0n, '2025-03-31')).toEqual(['1–30 0.00', '31–60 0.00', '61–90 0.00', '91– 0.00']);
  expect(told(0n, '2025-04-01')).toEqual(['1–30 250.00', '31–60 0.00', '61–90 0.00', '91– 0.00']);
  expect(told(0n, '2025-04-30')).toEqual(['1–30 250.00', '31–60 0.00', '61–90 0.00', '91– 0.00']);
  expect(told(0n, '2025-05-01')).toEqual(['1–30 0.00', '31–60 250.00', '61–90 0.00', '91– 0.00']);
  expect(told(249_99n, '2025-07-01')).toEqual(['1–30 250.00', '31–60 0.00', '61–90 0.00', '91– 0.01']);
  expect(told(1_000_00n, '2025-12-31')).toEqual(['1–30 0.00', '31–60 0.00', '61–90 0.00', '91– 0.00']);
});

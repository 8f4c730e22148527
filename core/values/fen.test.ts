import { expect, test } from 'vitest';
import { decimal, exact } from './exact.ts';
import { aboveZero, fenOf, shareOfFen, shareOfFenDown, yuanText } from './fen.ts';

test('yuan become whole fen and back, without a float in between', () => {
  expect([fenOf(decimal('6600.01')), fenOf(decimal('0.1')), fenOf(exact(800)), fenOf(decimal('90071992547409.93'))]).toEqual([660_001n, 10n, 80_000n, 9_007_199_254_740_993n]);
  expect([yuanText(1n), yuanText(-5n), yuanText(0n), yuanText(-123_456n)]).toEqual(['0.01', '-0.05', '0.00', '-1234.56']);
});

test('a part of a fen is refused', () => {
  expect(() => fenOf(decimal('0.001'))).toThrow('not whole fen');
});

test('a share goes up to the next fen, or down; an exact one stays', () => {
  expect([shareOfFen(5n, decimal('0.6')), shareOfFen(6n, decimal('0.6')), shareOfFenDown(6n, decimal('0.6')), shareOfFen(0n, decimal('0.6'))]).toEqual([3n, 4n, 3n, 0n]);
  expect([aboveZero(-1n), aboveZero(0n), aboveZero(1n)]).toEqual([0n, 0n, 1n]);
});

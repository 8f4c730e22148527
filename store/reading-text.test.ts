import { expect, test } from 'vitest';
import type { Reach } from '../core/access/reach.ts';
import { readingText } from './transaction.ts';

test('as many labels of other kinds are another reach, and so are those of another region', () => {
  const reads = (kind: 'conditions' | 'students'): Reach => new Map([[`${kind}.read`, '*']] as const);
  expect(readingText(reads('students'), 1)).not.toBe(readingText(reads('conditions'), 1));
  expect(readingText(reads('students'), 2)).not.toBe(readingText(reads('students'), 1));
  expect(readingText(reads('students'), 1)).toBe(readingText(reads('students'), 1));
});

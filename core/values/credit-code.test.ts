import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCreditCode } from './credit-code.ts';

describe('a unified social credit code', () => {
  test.each([
    '91350100M000100Y43', '12330800471800012G', '12330803471800020N',
    '91330803MA2DH0013P', '91330881MA29U0029D', '91330825MA28F0034C',
  ])('%s is right', (text) => {
    expect(isCreditCode(text)).toBe(true);
  });

  test.each([
    ['91350100M000100Y4Z', 'its check character is another'],
    ['91350100M000100Y4', 'one character short'],
    ['91350100M000100Y433', 'one too many'],
    ['9135010OM000100Y43', 'the letter O is not used'],
    ['91350100m000100Y43', 'small letters are not used'],
    ['', 'nothing'],
  ])('%s is not: %s', (text) => {
    expect(isCreditCode(text)).toBe(false);
  });

  test('with any one digit of the division changed is never right', () => {
    const valid = '12330800471800012G';
    fc.assert(fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const digit = (Number(valid[at]) + step) % 10;
      expect(isCreditCode(valid.slice(0, at) + digit + valid.slice(at + 1))).toBe(false);
    }));
  });
});

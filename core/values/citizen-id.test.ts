import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citizenIdFlaw } from './citizen-id.ts';

describe('a citizen id number', () => {
  test.each([
    ['11010519491231002X', 'the example of the standard'],
    ['330802200901150014', 'male'],
    ['330803200812300021', 'female'],
    ['330881200903011232', 'another county'],
    ['330821200808150043', 'a division that was renamed'],
    ['330822200802290017', 'born on a leap day'],
  ])('%s is right (%s)', (text) => {
    expect(citizenIdFlaw(text)).toBeNull();
  });

  test.each([
    ['330802200901150015', 'check_character'],
    ['330822200702290017', 'birth_date'],
    ['330802090115001', 'shape'],
    ['11010519491231002x', 'shape'],
    ['3308022009011500140', 'shape'],
    ['', 'shape'],
  ])('%s is not: %s', (text, flaw) => {
    expect(citizenIdFlaw(text)).toBe(flaw);
  });

  test('with any one digit changed is never right', () => {
    const valid = '330802200901150014';
    fc.assert(fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const digit = (Number(valid[at]) + step) % 10;
      expect(citizenIdFlaw(valid.slice(0, at) + digit + valid.slice(at + 1))).not.toBeNull();
    }));
  });
});

import { expect, test } from 'vitest';
import { pairFit } from './major-pair.ts';

test.each([
  ['660301', '460301', 'same_class'], ['700206', '500211', 'same_class'], ['770101', '570102K', 'same_class'], ['720201', '520201', 'same_class'],
  ['660301', '460103', 'same_category'], ['660301', '450301', 'other'], ['660301', '470301', 'other'], ['460301', '460301', 'other'],
])('M8-a: %s and %s are of %s', (secondary, higher, expected) => {
  expect(pairFit(secondary, higher)).toBe(expected);
});

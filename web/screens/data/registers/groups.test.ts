import { expect, test } from 'vitest';
import { sheetNames } from '../../../../core/exchange/sheets.ts';
import { GROUPS } from './groups.ts';

test('every declared sheet stands in exactly one group', () => {
  expect(GROUPS.flatMap(({ sheets }) => sheets).toSorted()).toEqual(sheetNames.toSorted());
});

import { expect, test } from 'vitest';
import { dayOfMoment } from './clock.ts';

test('the day of a moment is that of the region: it turns at four in the afternoon of UTC, over the end of a year too', () => {
  expect(dayOfMoment('2025-10-31T15:59:59.999Z')).toBe('2025-10-31');
  expect(dayOfMoment('2025-10-31T16:00:00.000Z')).toBe('2025-11-01');
  expect(dayOfMoment('2027-12-31T16:00:00.000Z')).toBe('2028-01-01');
});

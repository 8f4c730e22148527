import { expect, test } from 'vitest';
import { typedDate, typedNumber } from './typed.ts';

test('dates are read as people write them', () => {
  for (const text of ['2025-10-31', '2025/10/31', '2025年10月31日', '20251031', '２０２５－１０－３１', ' 2025.10.31 ']) {
    expect(typedDate(text), text).toBe('2025-10-31');
  }
  expect(typedDate('2025/9/1')).toBe('2025-09-01');
});

test('a day that does not exist is no date', () => {
  expect(typedDate('2025-02-29')).toBeNull();
  expect(typedDate('2024-02-29')).toBe('2024-02-29');
  expect(typedDate('10/31/2025')).toBeNull();
});

test('numbers keep every digit that was typed', () => {
  expect(typedNumber('1,950,000.00')).toBe('1950000.00');
  expect(typedNumber('４０１９．５')).toBe('4019.5');
  expect(typedNumber('12a')).toBeNull();
  expect(typedNumber('')).toBeNull();
});

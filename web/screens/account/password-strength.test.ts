import { expect, test } from 'vitest';
import { strengthOf } from './password-strength.ts';

test('one character under the least is short, the least is not', () => {
  expect(strengthOf('Kx7mWq2vT', 'office')).toBe('short');
  expect(strengthOf('Kx7mWq2vTz', 'office')).toBe('strong');
});

test.each(['office20261', 'aaaaaaaaaaaa', '0123456789', 'qwertyuiop1', 'kxmwqvtzpn'])('%s can be guessed', (password) => {
  expect(strengthOf(password, 'office')).toBe('weak');
});

test('two kinds of characters are fair, three or a long sentence are strong', () => {
  expect(strengthOf('kxmwqvtz42', '')).toBe('fair');
  expect(strengthOf('kxMwqvtz42', '')).toBe('strong');
  expect(strengthOf('river stone lantern cloud', '')).toBe('strong');
  expect(strengthOf('', '')).toBe('none');
});

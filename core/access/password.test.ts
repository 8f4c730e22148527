import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test('a password has ten characters at least, counted as people count them, and two hundred at most', () => {
  expect(passwordFault('abcdef ghi', 'office')).toBeNull();
  expect(passwordFault('abcdefghi', 'office')).toBe('too_short');
  expect(passwordFault('马牛羊鸡犬豕春夏秋', 'office')).toBe('too_short');
  expect(passwordFault('马牛羊鸡犬豕春夏秋冬', 'office')).toBeNull();
  expect(passwordFault('𠮷野家𠮷野家abc', 'office')).toBe('too_short');
  const long = 'lantern river '.repeat(15);
  expect([passwordFault(long.slice(0, 200), 'office'), passwordFault(long.slice(0, 201), 'office')]).toEqual([null, 'too_long']);
});

test('it is not made of the account’s name', () => {
  expect(passwordFault('zhangxiaoming', 'zhangxiaoming')).toBe('like_the_account');
  expect(passwordFault('Office2026!', 'office')).toBe('like_the_account');
  expect(passwordFault('my office stands at the river', 'office')).toBeNull();
  expect(passwordFault('20221082pw', '20221082')).toBe('like_the_account');
  expect(passwordFault('a bird in hand', 'b')).toBeNull();
});

test('it is none of the commonest, in whatever case, nor of a few characters again and again', () => {
  for (const common of ['1234567890', 'QWERTY123456', 'Password1234', 'woaini1314520', '1qaz2wsx3edc']) expect(passwordFault(common, 'office')).toBe('common');
  expect(passwordFault('abababababab', 'office')).toBe('common');
  expect(passwordFault('abcdabcdabcd', 'office')).toBeNull();
});

import { expect, test } from 'vitest';
import { soundAddress } from './address.ts';

test('an e-mail address is kept with its domain in small letters; what no server takes is none', () => {
  expect(soundAddress('email', ' Wang.Fang@JYJ.QZ.gov.CN ')).toBe('Wang.Fang@jyj.qz.gov.cn');
  expect(['wang', '@qz.cn', 'wang@', 'wang@qz', 'wang fang@qz.cn', 'a@qz.cn,b@qz.cn', 'a@qz.cn\r\nBcc: b@qz.cn', '"a b"@qz.cn', `${'a'.repeat(65)}@qz.cn`, '王芳@qz.cn']
    .filter((typed) => soundAddress('email', typed) !== null)).toEqual([]);
});

test('a phone is a mobile one of the mainland, however it is typed', () => {
  expect(['138 0000 0000', '+86 138-0000-0000', '008613800000000'].map((typed) => soundAddress('sms', typed))).toEqual(['13800000000', '13800000000', '13800000000']);
  expect(['12800000000', '1380000000', '138000000001', '0570-8012345', '86138'].filter((typed) => soundAddress('sms', typed) !== null)).toEqual([]);
});

import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CIPHERS, cipherOf, derive } from './cipher.ts';

const ABOUT = '1\u001fsealed:citizen_id:x';

describe.each(CIPHERS)('%s', (name) => {
  const secret = randomBytes(32);
  const cipher = cipherOf(name, secret);

  test('opens what it sealed, and no two sealings are alike', () => {
    for (const text of ['330802200801010014', '1', '', '欧阳', 'x'.repeat(500)]) {
      const [one, other] = [cipher.seal(text, ABOUT), cipher.seal(text, ABOUT)];
      expect([cipher.open(one, ABOUT), cipher.open(other, ABOUT), one.equals(other)]).toEqual([text, text, false]);
      expect(text.length > 1 && one.includes(text)).toBe(false);
    }
    const many = new Set(Array.from({ length: 2000 }, () => cipher.seal('a', ABOUT).toString('hex')));
    expect(many.size).toBe(2000);
  });

  test('opens nothing that was touched, shortened, moved to another place or sealed by another key', () => {
    const sealed = cipher.seal('330802200801010014', ABOUT);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const touched = Buffer.from(sealed);
      touched[bit >> 3] = (touched[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(cipher.open(touched, ABOUT)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1) expect(cipher.open(sealed.subarray(0, length), ABOUT)).toBeNull();
    expect(cipher.open(sealed, '2\u001fsealed:citizen_id:x')).toBeNull();
    expect(cipherOf(name, randomBytes(32)).open(sealed, ABOUT)).toBeNull();
    expect(cipherOf(name, secret).open(sealed, ABOUT)).toBe('330802200801010014');
  });
});

test('keys of different purposes have nothing in common', () => {
  const secret = randomBytes(32);
  const digest = (purpose: string): string => createHmac('sha256', derive(secret, purpose, 32)).update('').digest('hex');
  expect(digest('a')).toBe(digest('a'));
  expect(digest('a')).not.toBe(digest('b'));
});

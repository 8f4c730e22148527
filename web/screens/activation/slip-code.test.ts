import { expect, test } from 'vitest';
import { isCode } from './slip-code.ts';

test.each(['k7qm-2xdr-8h4v-n3ta', 'K7QM2XDR8H4VN3TA', ' k7qm 2xdr 8h4v n3ta ', 'o7qm-2xdr-8h4v-il3a'])('%s may be a code', (text) => {
  expect(isCode(text)).toBe(true);
});

test.each(['', 'k7qm-2xdr-8h4v-n3t', 'k7qm-2xdr-8h4v-n3taa', 'u7qm-2xdr-8h4v-n3ta', '代码-2xdr-8h4v-n3ta'])('%s is none', (text) => {
  expect(isCode(text)).toBe(false);
});

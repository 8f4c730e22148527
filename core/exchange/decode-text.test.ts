import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const TEXT = '校区编号,用途,面积\r\nC1,教室,80.5\r\n';
/** The first line of the same text, 校区编号,用途 in GB18030, and 㛃 which needs four bytes there. */
const GB18030 = [0xd0, 0xa3, 0xc7, 0xf8, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd3, 0xc3, 0xcd, 0xbe, 0x2c, 0x82, 0x30, 0xe0, 0x31];

function utf16(text: string, littleEndian: boolean): number[] {
  return [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });
}
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

describe('the text of a file', () => {
  test.each<[string, number[]]>([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8(TEXT)]],
    ['UTF-16LE with a mark', [0xff, 0xfe, ...utf16(TEXT, true)]],
    ['UTF-16BE with a mark', [0xfe, 0xff, ...utf16(TEXT, false)]],
    ['UTF-16LE without', utf16(TEXT, true)],
    ['UTF-16BE without', utf16(TEXT, false)],
  ])('in %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(TEXT);
  });

  test('in GB18030', () => {
    const decoded = decodeText(Uint8Array.from(GB18030));
    expect(decoded.startsWith('校区编号,用途,')).toBe(true);
    expect([...decoded.slice(8)]).toHaveLength(1);
    expect(decoded).not.toContain('\ufffd');
  });

  test('that is empty, or plain ASCII', () => {
    expect(decodeText(new Uint8Array())).toBe('');
    expect(decodeText(Uint8Array.from(utf8('a,b\n')))).toBe('a,b\n');
  });
});

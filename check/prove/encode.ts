export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The bytes of a text as a spreadsheet program would save it. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8': return new TextEncoder().encode(text);
    case 'utf-8-bom': return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le': return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 'utf-16be': return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    case 'gb18030': return gb18030(text);
  }
}

let table: Map<string, readonly [number, number]> | null = null;

/** The two-byte characters, asked from the decoder once: the platform has no encoder. */
function twoByteCharacters(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) found.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return found;
}

function gb18030(text: string): Uint8Array {
  table ??= twoByteCharacters();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(...pair);
    else throw new Error(`no two-byte code: ${character}`);
  }
  return Uint8Array.from(bytes);
}

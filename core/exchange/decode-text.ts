interface Decoder {
  decode(bytes: Uint8Array): string;
}
/** Part of the language's surroundings everywhere it runs, browser and server alike, though not of its library. */
declare const TextDecoder: new (encoding: string, options?: { fatal?: boolean }) => Decoder;

/** Enough of a file to tell UTF-16 without a mark by its zero bytes. */
const SAMPLE_BYTES = 4096;

/**
 * The text of a file: UTF-8 and UTF-16 with or without byte order mark, else GB18030. The mark is not
 * part of the text. Bytes that mean nothing in the encoding become `�`.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The encoding that the first bytes give away; null when only reading tells. */
function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, SAMPLE_BYTES).entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // Separators and digits have a zero byte in UTF-16; no other encoding of text has zero bytes.
  if (even === 0 && odd === 0) return null;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

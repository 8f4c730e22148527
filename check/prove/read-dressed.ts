import { readCsv } from '../../core/exchange/csv.ts';
import { decodeText } from '../../core/exchange/decode-text.ts';
import { createReader } from '../../core/exchange/reader.ts';
import type { Reading } from '../../core/exchange/reader.ts';
import type { CsvTexts } from './dress.ts';
import { ENCODINGS, encoded } from './encode.ts';

/** Reads the CSV of a made region as the product reads files: bytes in one of the encodings → text → reader. */
export function readDressed(texts: CsvTexts, seed: number): Reading {
  const reader = createReader();
  for (const [at, [name, text]] of Object.entries(texts).entries()) {
    const sheet = reader.sheet(name);
    const bytes = encoded(text, ENCODINGS[(seed + at) % ENCODINGS.length] ?? 'utf-8');
    readCsv(decodeText(bytes), (row, cells) => sheet?.row(row, cells));
  }
  return reader.finish();
}

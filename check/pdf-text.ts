import { spawnSync } from 'node:child_process';

/** What a PDF says, as poppler's pdftotext reads it, line by line without spaces; null where the machine has no pdftotext. */
export function pdfText(pdf: Uint8Array): string | null {
  const { error, stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 });
  return error === undefined ? stdout.replaceAll(/[^\S\n]+/g, '') : null;
}

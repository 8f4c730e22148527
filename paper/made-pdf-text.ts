import { spawnSync } from 'node:child_process';

/** What a line break leaves behind. */
export const UNSEEN = /[\s\u00ad\u2010-]/g;

/** What stands on the pages of a PDF, as it was set and without spaces and hyphens, for tests; null where the machine has no `pdftotext`. */
export function pdfText(pdf: Uint8Array): string | null {
  const asked = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return asked.error === undefined ? asked.stdout.replaceAll(UNSEEN, '') : null;
}

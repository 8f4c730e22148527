import type { Sheet } from '../../core/documents/sheet.ts';
import type { Language } from '../../core/values/bilingual.ts';
import { printDocument } from '../../paper/print-document.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';

/** A scenario as a PDF of A4 pages on their side; without a number, marked where data are samples. `issued_at`: when it was kept, so that it is the same paper each time. */
export async function scenarioPaper(tx: Transaction, sheet: Sheet, { number, issued_at, lang }: { readonly number: string; readonly issued_at: string; readonly lang: Language }): Promise<Uint8Array> {
  const region = await readRegion(tx);
  return printDocument(sheet, { issuer: sheet.title, number, version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at, wide: true, lang });
}

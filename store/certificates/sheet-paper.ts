import type { Sheet } from '../../core/documents/sheet.ts';
import { printDocument } from '../../paper/print-document.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';

/** A school's table of certificates on A4, of the moment at which it is taken along. */
export async function certificatePaper(tx: Transaction, sheet: Sheet, { title, issuer }: { readonly title: string; readonly issuer: string }): Promise<Uint8Array> {
  const region = await readRegion(tx);
  const [moment] = await tx.query<{ at: string }>('select clock_timestamp() as at');
  return printDocument(sheet, { issuer, number: title, version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at: moment?.at ?? '', wide: true });
}

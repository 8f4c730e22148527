import { dayInWords, type Sheet } from '../core/documents/sheet.ts';
import type { Language } from '../core/values/bilingual.ts';
import { typeset } from './compiler.ts';
import { qrSvg } from './qr-svg.ts';

/** What paper says beside the document's own content. */
export interface Frame {
  readonly issuer: string;
  readonly number: string;
  readonly version: number;
  /** By which anybody can ask whether the document is genuine; empty for what is printed without a number. */
  readonly code: string;
  /** Where they can ask, without the code: `https://…/verify`; null where the server has no public address. */
  readonly verify_page: string | null;
  /** What this version puts right; null for the first. */
  readonly replaces: { readonly version: number; readonly reason: string } | null;
  /** Sample data are marked on every page. */
  readonly sample: boolean;
  /** Whether its pages lie on their side: for tables of many columns. */
  readonly wide?: boolean;
  /** What the layout itself says; Chinese, unless it is taken along by somebody who reads English. */
  readonly lang?: Language;
  /** ISO text: when it is issued. */
  readonly issued_at: string;
}

/** The document as a PDF of A4 pages. */
export function printDocument(sheet: Sheet, frame: Frame): Uint8Array {
  const { verify_page, code } = frame;
  const verify_at = verify_page === null || code === '' ? null : `${verify_page}/${code}`;
  const printed = { wide: false, lang: 'zh', ...frame, verify_at, dated: frame.lang === 'en' ? sheet.closing.dated : dayInWords(sheet.closing.dated), qr: code === '' ? '' : qrSvg(verify_at ?? code) };
  return typeset({ sheet: JSON.stringify(sheet), frame: JSON.stringify(printed) }, Math.floor(Date.parse(frame.issued_at) / 1000));
}

import type { PlainDate } from '../values/plain-date.ts';

/** What stands on a document's pages, before it has a number: the same for paper and screen. */
export interface Sheet {
  readonly title: string;
  /** Whom it is sent to; null where it is sent to nobody in particular. */
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  /** The clauses it rests on. */
  readonly basis: readonly string[];
  readonly closing: Closing;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** A numbered point with its heading, and the clauses that it rests on. */
  | { readonly kind: 'point'; readonly heading: string; readonly text: string; readonly clauses: readonly string[] }
  | Table;

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableColumn {
  readonly heading: string;
  readonly align: 'left' | 'right' | 'center';
  /** How wide, beside the others. */
  readonly share: number;
}

/** How one party of an agreement signed: who, when, and by what that is proven. */
export interface SignatureLine {
  readonly party: string;
  readonly signer: string;
  readonly at: string;
  readonly evidence: string;
}

/** A decision closes with its issuer and day, a table with the names of those who answer for it (blank names are signed by hand), an agreement with the lines of its parties. */
export type Closing =
  | { readonly kind: 'issued'; readonly dated: PlainDate }
  | { readonly kind: 'signed'; readonly dated: PlainDate; readonly filled_by: string; readonly reviewed_by: string; readonly responsible: string }
  | { readonly kind: 'agreed'; readonly dated: PlainDate; readonly signatures: readonly SignatureLine[]; readonly seal: string };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const facts = (...rows: (readonly [string, string])[]): Block => ({ kind: 'facts', rows });

/** `column('项目', 3)`; text stands left, `right` is for figures. */
export function column(heading: string, share: number, align: TableColumn['align'] = 'left'): TableColumn {
  return { heading, share, align };
}

/** `2026年3月1日`. */
export function dayInWords(day: PlainDate): string {
  const [year = '', month = '', of = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(of)}日`;
}

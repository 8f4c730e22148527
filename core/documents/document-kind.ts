import type { Bilingual } from '../values/bilingual.ts';
import type { ContentOf, Fields } from './field.ts';
import type { SeriesId } from './series.ts';
import type { Sheet } from './sheet.ts';

/** A kind of official document: which number it gets, what it must say, and how that reads on paper. */
export interface DocumentKind<F extends Fields = Fields> {
  readonly clause: string;
  readonly label: Bilingual;
  readonly series: SeriesId;
  /** How it comes to be: by the step of a matter, or at somebody's wish. */
  readonly issuedBy: 'matter' | 'person';
  /** Who may read it: those whom it is about, or everybody who works in the pilot. */
  readonly readers: 'concerned' | 'everybody';
  /** Whether a mistake is put right by a new version under the same number; if not, it is revoked and issued anew. */
  readonly correctable: boolean;
  /** Printed across, where a table has more columns than stand on a page upright. */
  readonly wide?: true;
  readonly fields: F & { readonly dated: 'day' };
  readonly compose: (content: ContentOf<F & { readonly dated: 'day' }>) => Sheet;
}

/** Declares a kind, so that its content is typed by its fields. */
export function documentKind<const F extends Fields>(kind: DocumentKind<F>): DocumentKind<F> {
  return kind;
}

import type { Source } from './package-directory.ts';
import type { RefusalCode } from './refusal.ts';
import type { RowBatch } from './row-batch.ts';

/** What the reading thread is started with. */
export interface ThreadInput {
  readonly source: Source;
}

/** From the reading thread, in the order of the file. `sheet` and `rows` are each answered with one `Answer`. */
export type FromThread =
  | { readonly kind: 'begin'; readonly from1904: boolean }
  | { readonly kind: 'texts'; readonly texts: string[] }
  | { readonly kind: 'sheet'; readonly index: number; readonly name: string }
  | { readonly kind: 'rows'; readonly batch: RowBatch }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string };

/** To the reading thread: whether the rows of the sheet are wanted; for a batch, that it was taken. */
export interface Answer {
  readonly wanted: boolean;
}

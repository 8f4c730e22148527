import type { AgreedTab } from '../mapping/mapping-draft.ts';
import type { Inspection, ListedProblem, Preview, Stored } from './answers.ts';

/** Where an import stands. Nothing is stored before `stored`. */
export type ImportState =
  | { readonly at: 'file'; readonly fault: unknown; readonly cancelled: boolean }
  | { readonly at: 'working'; readonly what: 'here' | 'sending' | 'judging' | 'committing'; readonly done: number; readonly of: number | null }
  | { readonly at: 'here'; readonly problems: readonly ListedProblem[] }
  | { readonly at: 'columns'; readonly inspection: Inspection; readonly fault: unknown }
  | { readonly at: 'preview'; readonly preview: Preview; readonly agreed: readonly AgreedTab[] | null; readonly fault: unknown }
  | { readonly at: 'stored'; readonly stored: Stored };

export const START: ImportState = { at: 'file', fault: null, cancelled: false };

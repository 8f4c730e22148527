import type { OutcomeView, VerdictView } from '../../verdict-view.ts';

/** All that the 由来 panel shows of one figure: plain text, in the language of the page. */
export interface ProvenanceView {
  readonly title: string;
  /** The verdict that the figure belongs to; null for a plain count or sum. */
  readonly verdict: VerdictView | null;
  readonly clause: { readonly id: string; readonly wording: string } | null;
  /** How a figure without verdict was computed: `268 + 45 = 313`. */
  readonly computed?: string;
  readonly parameters: readonly ParameterLine[];
  readonly readings: readonly ReadingLine[];
  readonly rows: readonly EvidenceRows[];
  readonly reports: readonly ReportLine[];
  readonly frozen: ValueOnDay | null;
  readonly live: ValueOnDay | null;
  readonly history: readonly ValueOnDay[];
}

export interface ParameterLine {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  readonly clause: string;
  readonly source: string;
}

export interface ReadingLine {
  readonly id: string;
  readonly question: string;
  readonly chosen: string;
  /** The default rests on general knowledge that no official text was seen for. */
  readonly unverified: boolean;
  readonly alternatives: readonly { readonly label: string; readonly value: string | null; readonly unit: string; readonly outcome: OutcomeView }[];
}

export interface EvidenceRows {
  readonly sheet: string;
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** How many there are in all; the list may be shorter. */
  readonly total: number;
}

export interface ReportLine {
  readonly by: string;
  readonly on: string;
  readonly workbook: string | null;
  readonly sheet: string;
  readonly rows: readonly number[];
}

export interface ValueOnDay {
  readonly on: string;
  readonly value: string | null;
  readonly unit: string;
  readonly outcome: OutcomeView | null;
}

/** A list of row numbers as people write it: `2、3、9–12`. */
export function rowRanges(rows: readonly number[], separator: string): string {
  const parts: string[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    parts.push(end - start > 1 ? `${rows[start]}–${rows[end]}` : rows.slice(start, end + 1).join(separator));
    start = end + 1;
  }
  return parts.join(separator);
}

import type { OutcomeView, VerdictView } from '../../verdict-view.ts';

/** All that the 由来 panel shows of one figure: plain text, in the language of the page. */
export interface ProvenanceView {
  readonly title: string;
  /** The verdict that the figure belongs to; null for a plain count or sum. */
  readonly verdict: VerdictView | null;
  readonly clause: { readonly id: string; readonly wording: string } | null;
  /** How a figure without verdict was computed: `268 + 45 = 313`. */
  readonly computed?: string;
  /** What a reader must know of the figure and no other section says. */
  readonly note?: string;
  readonly parameters: readonly ParameterLine[];
  readonly readings: readonly ReadingLine[];
  readonly rows: readonly EvidenceRows[];
  readonly frozen: ValueOnDay | null;
  readonly live: ValueOnDay | null;
  readonly history: readonly ValueOnDay[];
  /** Of a trial: the verdict by the values in force, beside the one that is told. */
  readonly now?: VerdictView;
  /** What the figure concerns, where matters and duties are kept about it. */
  readonly concerns?: Concerns;
}

export interface Concerns {
  /** What matters are about: `C1`. */
  readonly subject: string;
  /** What duties are about: `campus:C1`. */
  readonly about: string;
}

export interface ParameterLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  readonly clause: string;
  readonly source: string;
  /** Of a trial: the value that is tried in its place. */
  readonly tried?: string;
}

export interface ReadingLine {
  readonly id: string;
  readonly question: string;
  readonly chosen: string;
  /** Of a trial: what is in force, where another choice is tried. */
  readonly inForce?: string;
  /** The default rests on general knowledge that no official text was seen for. */
  readonly unverified: boolean;
  readonly alternatives: readonly { readonly label: string; readonly value: string | null; readonly unit: string; readonly outcome: OutcomeView }[];
}

export interface EvidenceRows {
  readonly sheet: string;
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly EvidenceRow[];
  /** How many there are in all; the list may be shorter. */
  readonly total: number;
  /** The rows after the first `listed`; absent where no more can be fetched. */
  readonly more?: (listed: number) => Promise<readonly EvidenceRow[]>;
}

export interface EvidenceRow {
  /** The number that the office sees in its workbook; null for a record that came from no workbook. */
  readonly row: number | null;
  readonly cells: readonly string[];
  readonly report?: Report;
}

export interface Report {
  readonly by: string;
  readonly on: string;
  readonly workbook: string | null;
}

export interface ValueOnDay {
  readonly on: string;
  readonly value: string | null;
  readonly unit: string;
  readonly outcome: OutcomeView | null;
}

/** Who reported the rows: one line for each person, day and workbook, in the order of the rows. */
export function reportsOf(rows: readonly EvidenceRow[]): { readonly report: Report; readonly rows: readonly number[] }[] {
  const lines = new Map<string, { report: Report; rows: number[] }>();
  for (const { row, report } of rows) {
    if (report === undefined) continue;
    const key = JSON.stringify([report.by, report.on, report.workbook]);
    const line = lines.get(key) ?? { report, rows: [] };
    if (row !== null) line.rows.push(row);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ report, rows: numbers }) => ({ report, rows: numbers.sort((a, b) => a - b) }));
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

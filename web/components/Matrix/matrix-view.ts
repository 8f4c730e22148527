import type { OutcomeView } from '../../verdict-view.ts';

export interface MatrixColumn {
  readonly id: string;
  /** Full name: `R1-b 生均教学行政用房`. */
  readonly label: string;
  /** What fits into a narrow column: `b`. */
  readonly short: string;
  /** Columns that stand together under one head: `R1 场地`. */
  readonly group: string;
}

export interface MatrixCell {
  readonly outcome: OutcomeView;
  /** The gap, what is missing, or why not; may be empty. */
  readonly detail: string;
}

export interface MatrixView {
  /** Head of the column of row names. */
  readonly corner: string;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly (readonly MatrixCell[])[];
}

/** Neighbouring columns of one group, with how many they are. */
export function groupsOf(columns: readonly MatrixColumn[]): { label: string; span: number }[] {
  const groups: { label: string; span: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.label === column.group) last.span += 1;
    else groups.push({ label: column.group, span: 1 });
  }
  return groups;
}

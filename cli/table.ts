/** Columns of a terminal table: the first is aligned left, the others right. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? cell))));
  return [head, ...rows].map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0, at === 0)).join('  ').trimEnd());
}

function padded(cell: string, width: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return left ? `${cell}${space}` : `${space}${cell}`;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal: Chinese characters and their punctuation take two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

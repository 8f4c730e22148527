import { withGuard, withoutGuard } from '../../../core/exchange/formula-guard.ts';
import { typedNumber } from '../Field/typed.ts';

/** Cells of a spreadsheet's clipboard: tabs between cells, line ends between rows, quotes around cells that hold either. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(withoutGuard(cell));
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i] as string;
    if (quoted) {
      if (c === '"' && source[i + 1] === '"') cell += source[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else cell += c;
  }
  endCell();
  rows.push(row);
  return rows;
}

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => quote(inert(cell), /["\t\n]/)).join('\t')).join('\n');
}

/** CSV with the mark that lets Excel know it is UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quote(inert(cell), /[",\n\r]/)).join(',')).join('\r\n')}\r\n`;
}

function quote(cell: string, needed: RegExp): string {
  return needed.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A cell that a spreadsheet would take for a formula is marked as text; numbers, negative ones too, stay numbers. */
function inert(cell: string): string {
  return typedNumber(cell) === null ? withGuard(cell) : cell;
}

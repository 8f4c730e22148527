import { withoutGuard } from './formula-guard.ts';

export type PushRecord = (rowNumber: number, cells: readonly string[]) => void;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads CSV and pushes every record with its number, the first being 1: the row that a spreadsheet
 * shows, also where a quoted cell holds line ends or a record is blank. Separated by commas, tabs
 * or semicolons, whichever the first record has most of. An apostrophe that guards a formula sign is
 * taken off again.
 */
export function readCsv(text: string, push: PushRecord): void {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const separator = separatorOf(text, start);
  let cells: string[] = [];
  let rowNumber = 1;
  let at = start;
  while (at < text.length) {
    const end = text.charCodeAt(at) === QUOTE ? closingQuote(text, at) : at;
    const stop = endOfCell(text, end, separator);
    cells.push(withoutGuard(cellBetween(text, at, end, stop)));
    at = stop + 1;
    if (text.charCodeAt(stop) === separator) {
      // A separator as the very last character opens one more, empty cell.
      if (at < text.length) continue;
      cells.push('');
    }
    push(rowNumber, cells);
    rowNumber += 1;
    cells = [];
    if (text.charCodeAt(stop) === CR && text.charCodeAt(at) === LF) at += 1;
  }
}

/** The position behind the quote that closes the one at `at`; the end of the text when none does. */
function closingQuote(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1);
  while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote === -1 ? text.length : quote + 1;
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === separator || unit === LF || unit === CR) break;
  }
  return at;
}

/** The cell from `at` to `stop`, whose quoted part, if any, ends before `end`. */
function cellBetween(text: string, at: number, end: number, stop: number): string {
  if (end === at) return text.slice(at, stop);
  const closed = end - at > 1 && text.charCodeAt(end - 1) === QUOTE;
  const quoted = text.slice(at + 1, closed ? end - 1 : end);
  return (quoted.includes('""') ? quoted.replaceAll('""', '"') : quoted) + text.slice(end, stop);
}

function separatorOf(text: string, start: number): number {
  const counts = new Map([[',', 0], ['\t', 0], [';', 0]]);
  let quoted = false;
  let written = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    if (!quoted && written && (character === '\n' || character === '\r')) break;
    if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    written ||= character.trim() !== '';
  }
  const [[separator] = [',']] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return separator.charCodeAt(0);
}

import { compare, ONE } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import type { Column, ColumnKind } from './column.ts';
import { percent, readDecimal, toExact } from './decimal-text.ts';
import { isWritable, spelling, tidyId, tidyText, tidyValue } from './plain-text.ts';
import type { ProblemCode } from './problem.ts';
import { cellText } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import { readDate } from './read-date.ts';
import { textChecks } from './text-check.ts';

/** Notes a finding; gives the value of a cell that cannot be read. */
export type Report = (code: ProblemCode) => undefined;
/** The value of a cell: null when it is blank, undefined when it cannot be read (and that is reported). */
export type Convert = (raw: RawCell, report: Report) => unknown;

const MAX_TEXT_LENGTH = 500;
const SHARE_DECIMALS = 4;
const MONEY_DECIMALS = 2;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
/** Values of a column that repeat are kept once; a column of other values stops being kept. */
const MAX_KEPT = 20_000;

/** The reader of one column; `isKey` says that its text is an id. */
export function converter(column: Column, isKey: boolean): Convert {
  switch (column.kind) {
    case 'text': return textConverter(column, isKey);
    case 'reference': return kept(textConverter(column, true));
    case 'code': return kept(codeConverter(column.codes ?? {}));
    case 'yes_no': return kept(codeConverter({}, YES_NO));
    case 'list': return kept(listConverter(column));
    case 'date': return kept(dateConverter);
    case 'term': return kept(termConverter);
    default: return kept(numberConverter(column, column.kind));
  }
}

/** Remembers what texts mean, as long as they are few; texts with a finding are read anew, so that each finding is reported. */
function kept(convert: Convert): Convert {
  let known: Map<RawCell, unknown> | null = new Map();
  // Neighbouring rows often say the same.
  let last: RawCell = null;
  let lastValue: unknown = null;
  return (raw, report) => {
    if (raw === last) return lastValue;
    const before = known?.get(raw);
    if (before !== undefined) {
      last = raw;
      lastValue = before;
      return before;
    }
    let clean = true;
    const value = convert(raw, (code) => {
      clean = false;
      report(code);
    });
    if (!clean || value === undefined) return value;
    last = raw;
    lastValue = value;
    if (known !== null && known.set(raw, value).size >= MAX_KEPT) known = null;
    return value;
  };
}

function textConverter({ check, kind }: Column, isId: boolean): Convert {
  const tidy = isId || kind === 'reference' || check !== undefined ? tidyId : tidyText;
  const warning = check === undefined ? undefined : textChecks[check];
  return (raw, report) => {
    let text = tidy(cellText(raw));
    if (text === '') return null;
    if (text.length > MAX_TEXT_LENGTH || !isWritable(text)) return report('not_allowed');
    if (check === 'citizen_id') text = text.replace(/x$/, 'X');
    const code = warning?.(text) ?? null;
    if (code !== null) report(code);
    return text;
  };
}

const YES_NO: readonly (readonly [string, unknown])[] = [
  ['yes', true], ['是', true], ['1', true], ['true', true],
  ['no', false], ['否', false], ['0', false], ['false', false],
];

function codeConverter(codes: NonNullable<Column['codes']>, words: readonly (readonly [string, unknown])[] = []): Convert {
  const values = new Map<string, unknown>(words);
  for (const [key, { zh, en }] of Object.entries(codes)) {
    for (const word of [key, zh, en]) values.set(spelling(word), key);
  }
  return (raw, report) => {
    const word = spelling(cellText(raw));
    if (word === '') return null;
    return values.has(word) ? values.get(word) : report('not_allowed');
  };
}

function listConverter({ check, references }: Column): Convert {
  const tidy = check === undefined && references === undefined ? tidyText : tidyId;
  const warning = check === undefined ? undefined : textChecks[check];
  return (raw, report) => {
    const texts = cellText(raw).split(/[;；]/).map(tidy).filter((text) => text !== '');
    if (texts.length === 0) return null;
    if (texts.some((text) => text.length > MAX_TEXT_LENGTH || !isWritable(text))) return report('not_allowed');
    const code = texts.map((text) => warning?.(text) ?? null).find((found) => found !== null);
    if (code !== undefined) report(code);
    return texts;
  };
}

const dateConverter: Convert = (raw, report) => {
  const text = tidyValue(cellText(raw));
  if (text === '') return null;
  return readDate(text) ?? report('not_a_date');
};

const termConverter: Convert = (raw, report) => {
  const text = tidyValue(cellText(raw));
  if (text === '') return null;
  return /^\d{4}-[12]$/.test(text) ? text : report('not_allowed');
};

function numberConverter(column: Column, kind: ColumnKind): Convert {
  const [least, most] = kind === 'year' ? [FIRST_YEAR, LAST_YEAR] : column.range ?? [0, Number.MAX_SAFE_INTEGER];
  return (raw, report) => {
    const text = tidyValue(cellText(raw));
    if (text === '') return typeof raw === 'number' ? report('not_a_number') : null;
    if (kind === 'share') return readShare(text, report);
    const decimal = readDecimal(kind === 'year' ? text.replace(/[年级]$/, '') : text);
    if (decimal === null) return report('not_a_number');
    if (decimal.negative) return report('negative');
    if (kind === 'number') return toExact(decimal, MONEY_DECIMALS);
    if (kind === 'money') {
      return decimal.fraction.length > MONEY_DECIMALS ? report('too_many_decimals') : toExact(decimal, MONEY_DECIMALS);
    }
    if (decimal.fraction !== '') return report('too_many_decimals');
    const value = Number(decimal.whole);
    return value >= least && value <= most ? value : report('not_allowed');
  };
}

function readShare(text: string, report: Report): Exact | undefined {
  const inPercent = text.endsWith('%');
  const read = readDecimal(inPercent ? text.slice(0, -1) : text);
  if (read === null) return report('not_a_number');
  if (read.negative) return report('negative');
  const decimal = inPercent ? percent(read) : read;
  if (decimal.fraction.length > SHARE_DECIMALS) return report('too_many_decimals');
  const value = toExact(decimal, SHARE_DECIMALS);
  return compare(value, ONE) <= 0 ? value : report('not_allowed');
}

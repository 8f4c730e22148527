import { describe, expect, test } from 'vitest';
import { codeOf, lineOf } from './code-text.ts';
import { SOURCES, isTest, read } from './tree.ts';

// What the policy demands, in any way of writing it. A number of law stands in the pack, with its unit, dates and source.
const OF_LAW = new Set([15, 54, 6.5, 10_000, 18, 350, 200, 4000, 5000, 0.5, 0.6, 0.25, 0.3, 0.7, 0.8, 450, 500, 1000, 2027]);
const WATCHED = ['core/facts/', 'core/verdict/', 'core/check/', 'core/funding/', 'core/graduation/', 'core/students/'];
// Files beside the tests that make up data for them.
const MADE_DATA = /(^|\/)made-[\w-]+\.ts$/;

/** Where such a number may stand, how often at most, and why it is none of law there. */
interface Permitted { readonly file: string; readonly number: string; readonly times: number; readonly reason: string }
const PERMITTED = JSON.parse(read('check/house/law-numbers-permitted.json')) as readonly Permitted[];

interface Found { readonly file: string; readonly line: number; readonly number: string }

const LITERAL = /(?<![\w.$])(\d[\d_]*(?:\.\d+)?)n?(?![\w.])/g;
const NUMBER_AS_TEXT = /(['"])(\d+(?:\.\d+)?)\1/g;

function numbersIn(file: string, text: string): Found[] {
  const code = codeOf(text, { strings: false });
  const literals = [...codeOf(text, { strings: true }).matchAll(LITERAL)].map((match) => ({ at: match.index, written: match[1] ?? '' }));
  const texts = [...code.matchAll(NUMBER_AS_TEXT)].map((match) => ({ at: match.index, written: match[2] ?? '' }));
  return [...literals, ...texts].sort((a, b) => a.at - b.at)
    .map(({ at, written }) => ({ file, line: lineOf(code, at), number: String(Number(written.replaceAll('_', ''))) }))
    .filter((found) => OF_LAW.has(Number(found.number)));
}

function notPermitted(found: readonly Found[], permitted: readonly Permitted[]): Found[] {
  return found.filter(({ file, number }) => {
    const times = found.filter((other) => other.file === file && other.number === number).length;
    return times > (permitted.find((one) => one.file === file && one.number === number)?.times ?? 0);
  });
}

const all = SOURCES
  .filter((path) => WATCHED.some((folder) => path.startsWith(folder)) && !isTest(path) && !MADE_DATA.test(path))
  .flatMap((path) => numbersIn(path, read(path)));

describe('numbers of law stand in the pack', () => {
  test('none stands bare in facts, verdicts, the check and the money', () => {
    expect(notPermitted(all, PERMITTED).map(({ file, line, number }) => `${file}:${line} ${number}`)).toEqual([]);
  });

  test('every permission is used and has a reason', () => {
    const idle = PERMITTED.filter((one) => one.reason.length < 15 || all.filter((found) => found.file === one.file && found.number === one.number).length < one.times);
    expect(idle).toEqual([]);
  });

  test('a number of law is seen however it is written', () => {
    const seen = (text: string): string[] => numbersIn('a.ts', text).map((found) => found.number);
    expect(seen("rooms >= 15n * students; exact('0.60'); value > 10_000; teachers * 18 >= n; d <= 6.5;")).toEqual(['15', '0.6', '10000', '18', '6.5']);
    expect(seen('a15; x[1]; 150; 2015; 0.55; // 15\n"第15条"')).toEqual([]);
    expect(notPermitted([{ file: 'a.ts', line: 1, number: '15' }], [{ file: 'a.ts', number: '15', times: 1, reason: 'length of a code' }])).toEqual([]);
  });
});

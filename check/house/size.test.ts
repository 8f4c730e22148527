import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILES, ROOT, isGenerated, isTest, read } from './tree.ts';

const FILE_LINES = 250;
const TEST_FILE_LINES = 500;
const FUNCTION_LINES = 70;

/** Longest lengths by file; only those over the limit, as in size-exceptions.json. */
type Lengths = Readonly<Record<string, number>>;

const exceptions = JSON.parse(read('check/house/size-exceptions.json')) as { files: Lengths; functions: Lengths };

function longFiles(): Lengths {
  const counted = FILES.filter((path) => /\.(ts|tsx|js|mjs|css|sql)$/.test(path)).map((path) => {
    const text = read(path);
    const limit = isTest(path) || isGenerated(text) ? TEST_FILE_LINES : FILE_LINES;
    return { path, limit, lines: text.trimEnd().split('\n').length };
  });
  return Object.fromEntries(counted.filter((one) => one.lines > one.limit).map((one) => [one.path, one.lines]));
}

interface Finding {
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** The block of a `describe` is a list of tests, not a function that somebody has to hold in mind. */
function isListOfTests({ filename, labels }: Finding): boolean {
  const line = read(filename).split('\n')[(labels[0]?.span.line ?? 1) - 1] ?? '';
  return isTest(filename) && /\b(?:describe|eachDatabase|onDatabase)\b|^const \w+ = \(\): void => \{$/.test(line);
}

function longFunctions(): Lengths {
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-c', 'check/house/size.oxlintrc.json', '-f', 'json'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9 });
  const longest: Record<string, number> = {};
  for (const finding of (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics) {
    const lines = Number(/\((\d+)\)/.exec(finding.message)?.[1]);
    if (!isListOfTests(finding)) longest[finding.filename] = Math.max(lines, longest[finding.filename] ?? 0);
  }
  return longest;
}

/** A file or function that is too long must stand in the list, and the list must say its length exactly: it only shrinks. */
function expectOnlyListed(found: Lengths, listed: Lengths): void {
  const grown = Object.entries(found).filter(([path, lines]) => lines > (listed[path] ?? 0));
  const shrunk = Object.entries(listed).filter(([path, lines]) => (found[path] ?? 0) < lines);
  expect({ tooLong: grown, listedLongerThanItIs: shrunk }).toEqual({ tooLong: [], listedLongerThanItIs: [] });
}

describe('size', () => {
  test(`a file has at most ${FILE_LINES} lines, a test or generated one ${TEST_FILE_LINES}`, () => {
    expectOnlyListed(longFiles(), exceptions.files);
  });

  test(`a function has at most ${FUNCTION_LINES} lines`, () => {
    expectOnlyListed(longFunctions(), exceptions.functions);
  });

  test('an exception that grew, or that is no longer needed, fails', () => {
    expect(() => expectOnlyListed({ 'a.ts': 301 }, { 'a.ts': 300 })).toThrow('tooLong');
    expect(() => expectOnlyListed({ 'a.ts': 299 }, { 'a.ts': 300 })).toThrow('tooLong');
    expect(() => expectOnlyListed({}, { 'a.ts': 300 })).toThrow('tooLong');
    expectOnlyListed({ 'a.ts': 300 }, { 'a.ts': 300 });
  });
});

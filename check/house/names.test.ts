import { describe, expect, test } from 'vitest';
import { codeOf } from './code-text.ts';
import { FILES, SOURCES, read } from './tree.ts';

// Names that say nothing about what is inside; `shared-strings` does say it, `string-helpers` does not.
const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'manager', 'misc']);
const LAYER_CLASS = /\bclass\s+\w*(?:Service|Controller|Repository|Manager|Helper|Util)s?\b/;

const wordsOf = (name: string): string[] => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().split(/[^a-z0-9]+/);

function saysNothing(path: string): boolean {
  return path.split('/').some((part) => EMPTY_WORDS.has(wordsOf(part.replace(/\..*$/, '')).at(-1) ?? ''));
}

const isBarrel = (path: string): boolean => /(^|\/)index\.(ts|tsx|js|mjs)$/.test(path);

describe('names', () => {
  test('no file or folder has a name that says nothing', () => {
    expect(FILES.filter(saysNothing)).toEqual([]);
  });

  test('no barrels', () => {
    expect(FILES.filter(isBarrel)).toEqual([]);
    const passingOn = SOURCES.filter((path) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\b/m.test(codeOf(read(path), { strings: false })));
    expect(passingOn).toEqual([]);
  });

  test('no classes named after layers', () => {
    expect(SOURCES.filter((path) => LAYER_CLASS.test(codeOf(read(path), { strings: true })))).toEqual([]);
  });

  test('such names are seen', () => {
    expect(['core/utils/a.ts', 'web/dateHelper.ts', 'store/session-manager.ts'].every(saysNothing)).toBe(true);
    expect(['core/facts/community.ts', 'workbook/shared-strings.ts', 'web/words/misclosure.ts'].some(saysNothing)).toBe(false);
    expect(isBarrel('core/facts/index.ts')).toBe(true);
    expect(LAYER_CLASS.test('export class StudentRepository {')).toBe(true);
  });
});

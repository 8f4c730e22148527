import { describe, expect, test } from 'vitest';
import { lineOf } from './code-text.ts';
import { TEXTS, read } from './tree.ts';

const backwards = (words: string): string => [...words].reverse().join('');
// Spelt backwards, so that this file does not contain what it looks for.
const TOOLS = ['edualc', 'ciporhtna', 'tolipoc', 'tpgtahc', 'ianepo', 'xedoc', 'mll', 'smll'].map(backwards);
const BANNED = new RegExp(`\\b(?:${TOOLS.join('|')}|${backwards('-tpg')}\\d)\\b`, 'gi');
// Folders of the machine that something was written on, and the folder of specifications beside the project.
const MACHINE = new RegExp(`(?<![\\w.~$}/])/(?:${backwards('krow|toor|emoh|sresU')})/[\\w.-]|${backwards('ngised/derahs|ycilop/derahs|sesac/derahs')}|\\.\\./${backwards('derahs')}\\b|/tmp/${backwards('feirb')}`, 'g');

function findings(path: string, text: string): string[] {
  return [...text.matchAll(BANNED), ...text.matchAll(MACHINE)].map((match) => `${path}:${lineOf(text, match.index)} ${match[0]}`);
}

describe('words that have no place in the project', () => {
  test('no names of writing tools, no paths of a machine, nothing of the folder beside the project', () => {
    expect(TEXTS.flatMap((path) => findings(path, read(path)))).toEqual([]);
  });

  test('such words are seen, harmless ones are not', () => {
    const bad = ['edualC', 'TPGtahC', '4-tpg', 'smll', '/niam/krow/', '/x/toor/', 'md.a/ngised/derahs/..'].map(backwards);
    expect(bad.filter((word) => findings('a.md', `see ${word} now`).length === 0)).toEqual([]);
    expect(findings('a.md', 'the claudication of /usr/bin, docs/root/x, https://example.org/home/x, cursor, hallmark')).toEqual([]);
  });
});

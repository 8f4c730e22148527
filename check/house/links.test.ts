import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILES, ROOT, read } from './tree.ts';

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The link targets of a Markdown text: inline, images, references and HTML. */
function targetsOf(text: string): string[] {
  const plain = withoutCode(text);
  return [
    ...[...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)],
    ...[...plain.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)],
    ...[...plain.matchAll(/\b(?:src|href)="([^"]+)"/g)],
  ].map((match) => match[1] ?? '');
}

/** The anchors that the headings of a Markdown text give. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => match[1] ?? '');
  return new Set(headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')));
}

function deadLinks(file: string, text: string): string[] {
  return targetsOf(text).filter((target) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return false;
    const [path = '', anchor] = decodeURIComponent(target).split('#');
    const goal = path === '' ? file : posix.join(posix.dirname(file), path);
    if (goal !== file && (goal.startsWith('..') || !existsSync(join(ROOT, goal)))) return true;
    return anchor !== undefined && goal.endsWith('.md') && !anchorsOf(goal === file ? text : read(goal)).has(anchor);
  }).map((target) => `${file} → ${target}`);
}

describe('links in the documents', () => {
  test('each one leads to a file or heading that is there', () => {
    expect(FILES.filter((path) => path.endsWith('.md')).flatMap((path) => deadLinks(path, read(path)))).toEqual([]);
  });

  test('a dead link is seen', () => {
    const text = '# 一 Title\n[a](package.json) [b](no/such.md) ![c](missing.png) [d](#一-title) [e](#none) [f](../outside.md) [g](https://example.org)\n`[h](x.md)`';
    expect(deadLinks('README.md', text)).toEqual(['no/such.md', 'missing.png', '#none', '../outside.md'].map((target) => `README.md → ${target}`));
  });
});

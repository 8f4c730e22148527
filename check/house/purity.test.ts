import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, lineOf } from './code-text.ts';
import { ROOT, SOURCES, isTest, read } from './tree.ts';

const OUTSIDE = /\bDate\.now\b|\bnew Date\s*\(\s*\)|\bDate\s*\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\.|\bprocess\.|\bglobalThis\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\s*\(|\bconsole\./g;

function findings(path: string, text: string): string[] {
  const code = codeOf(text, { strings: true });
  return [...code.matchAll(OUTSIDE)].map((match) => `${path}:${lineOf(code, match.index)} ${match[0]}`);
}

describe('core is pure', () => {
  test('no clock, no chance, no way out', () => {
    const core = SOURCES.filter((path) => path.startsWith('core/') && !isTest(path));
    expect(core.flatMap((path) => findings(path, read(path)))).toEqual([]);
  });

  test('such a thing is seen in code and not in words', () => {
    expect(findings('a.ts', 'const a = new Date();\nconst b = Math.random();')).toHaveLength(2);
    expect(findings('a.ts', "// Date.now()\nconst a = 'Math.random';\nconst b = new Date(2025, 0, 1);")).toEqual([]);
  });

  test('it compiles without the types of the browser and of Node', () => {
    const project = JSON.parse(read('core/tsconfig.json')) as { compilerOptions: unknown };
    expect(project.compilerOptions).toMatchObject({ lib: ['ES2023'], types: [] });
    const tsc = spawnSync(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'core'], { cwd: ROOT, encoding: 'utf8' });
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });
});

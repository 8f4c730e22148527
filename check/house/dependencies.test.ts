import { describe, expect, test } from 'vitest';
import { read } from './tree.ts';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const NOTE = 'docs/decisions/2026-11-23-dependencies.md';
const MOST_RUNTIME = 26;

const project = JSON.parse(read('package.json')) as Package;
const locked = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages;

/** The packages that have a row in the note, from the first cell of each. */
function noted(): string[] {
  return [...read(NOTE).matchAll(/^\|\s*`([^`]+)`\s*\|([^|]*)\|([^|]*)\|/gm)]
    .filter((row) => (row[2] ?? '').trim().length > 10 && (row[3] ?? '').trim().length > 3)
    .map((row) => row[1] ?? '');
}

describe('dependencies', () => {
  test('every version is exact', () => {
    const loose = Object.entries({ ...project.dependencies, ...project.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  test(`there are at most ${MOST_RUNTIME} at run time`, () => {
    expect(Object.keys(project.dependencies).length).toBeLessThanOrEqual(MOST_RUNTIME);
  });

  test('every one is in the note with why and what would replace it, and no other', () => {
    expect(noted().sort()).toEqual(Object.keys({ ...project.dependencies, ...project.devDependencies }).sort());
  });

  test('the lock names the same versions', () => {
    expect(locked['']?.dependencies).toEqual(project.dependencies);
    expect(locked['']?.devDependencies).toEqual(project.devDependencies);
    const different = Object.entries({ ...project.dependencies, ...project.devDependencies })
      .filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version);
    expect(different).toEqual([]);
  });

  test('the lock names the packages of other platforms too: npm ci refuses one that leaves any out', () => {
    const missing = Object.entries(locked).flatMap(([path, entry]) => Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => locked[`node_modules/${name}`] === undefined && locked[`${path}/node_modules/${name}`] === undefined));
    expect(missing).toEqual([]);
  });
});

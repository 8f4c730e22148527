import { describe, expect, test } from 'vitest';
import { IMPORTS, importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import { SOURCES, isTest } from './tree.ts';

// A ring may use the rings named here. `type` is for the shape of another ring's answers only.
const ARROWS: Readonly<Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  core: { values: [] },
  workbook: { values: ['core'] },
  solver: { values: ['core'] },
  samples: { values: ['core', 'workbook'] },
  paper: { values: ['core'] },
  store: { values: ['core', 'paper'] },
  jobs: { values: ['store', 'core'] },
  api: { values: ['store', 'core', 'workbook', 'solver', 'samples'], types: ['jobs'] },
  cli: { values: ['store', 'core', 'workbook', 'solver', 'samples', 'api', 'jobs'] },
  web: { values: ['core'], types: ['api'] },
  bin: { values: ['cli'] },
};
// Tests of a ring, and the files `made-…` that make up their data, may use these.
const FOR_TESTS = ['check', 'samples', 'workbook', 'solver', 'core'];

const MADE = /(^|\/)made-[\w-]+\.tsx?$/;
const forTests = (path: string): boolean => isTest(path) || MADE.test(path) || ringOf(path) === 'check';

const ringOf = (path: string): string => (path.includes('/') ? path.split('/')[0] ?? '' : 'root');

function breach(one: Import): string | null {
  const ring = ringOf(one.from);
  const allowed = ARROWS[ring];
  if (allowed === undefined || one.isPackage) return null;
  const target = ringOf(one.to);
  if (target === ring || allowed.values.includes(target)) return null;
  if (one.typeOnly && allowed.types?.includes(target)) return null;
  if (forTests(one.from) && FOR_TESTS.includes(target)) return null;
  return `${one.from} → ${one.to}`;
}

describe('arrows between rings', () => {
  test('each ring uses only the rings it may', () => {
    expect(IMPORTS.map(breach).filter((found) => found !== null)).toEqual([]);
  });

  test('what is made up for tests is used by tests only', () => {
    expect(IMPORTS.filter((one) => MADE.test(one.to) && !forTests(one.from)).map((one) => `${one.from} → ${one.to}`)).toEqual([]);
  });

  test('core needs no package, tests aside', () => {
    const packages = IMPORTS.filter((one) => one.isPackage && ringOf(one.from) === 'core' && !isTest(one.from));
    expect(packages.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
  });

  test('every folder with sources is a ring or the checks', () => {
    const rings = new Set(SOURCES.map(ringOf));
    expect([...rings].filter((ring) => !(ring in ARROWS) && !['check', 'root'].includes(ring))).toEqual([]);
  });

  test('an arrow against the rule is seen', () => {
    const made = (from: string, text: string): (string | null)[] => importsOf(from, text).map(breach);
    expect(made('core/a/b.ts', "import { x } from '../../store/y.ts';")).toEqual(['core/a/b.ts → store/y.ts']);
    expect(made('web/a.ts', "import { app } from '../api/app.ts';")).toEqual(['web/a.ts → api/app.ts']);
    expect(made('web/a.ts', "import type { App } from '../api/app.ts';")).toEqual([null]);
    expect(made('store/a.ts', "const b = await import('../api/app.ts');")).toEqual(['store/a.ts → api/app.ts']);
    expect(made('api/a.ts', "import {\n  x,\n} from '../store/y.ts';")).toEqual([null]);
  });
});

import { expect, test } from 'vitest';
import { IMPORTS } from './imports.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** One cycle of the graph as the files along it, or null. */
function findCycle(graph: Graph): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const found = visit(next);
      if (found !== null) return found;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const found = visit(file);
    if (found !== null) return found;
  }
  return null;
}

function graphOf(edges: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, string[]>();
  for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

test('no file imports itself through others, types included', () => {
  expect(findCycle(graphOf(IMPORTS.filter((one) => !one.isPackage).map((one) => [one.from, one.to])))).toBeNull();
});

test('a cycle is seen, a diamond is none', () => {
  expect(findCycle(graphOf([['a', 'b'], ['b', 'c'], ['c', 'b']]))).toEqual(['b', 'c', 'b']);
  expect(findCycle(graphOf([['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']]))).toBeNull();
});

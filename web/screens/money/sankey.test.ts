import { expect, test } from 'vitest';
import { layOut, type Flow } from './sankey.ts';

const flow = (from: string, to: string, fen: number): Flow => ({ key: `${from} ${to}`, from, to, label: '', fen });

test('ribbons are as wide as what flows, and parties as tall as what goes through them', () => {
  const { nodes, ribbons } = layOut([flow('G', 'H', 300), flow('H', 'C', 200), flow('H', 'D', 100)], (name) => ({ G: 0, H: 1 })[name] ?? 2, { width: 900, height: 318 });
  expect(nodes.map(({ name, x, y, height }) => `${name} ${x} ${y} ${height}`)).toEqual(['G 0 0 300', 'H 443 0 300', 'C 886 0 200', 'D 886 218 100']);
  expect(ribbons.map(({ key, width }) => `${key} ${width}`)).toEqual(['G H 300', 'H C 200', 'H D 100']);
});

test('a small flow beside a large one can still be seen', () => {
  expect(layOut([flow('G', 'H', 1_000_000), flow('F', 'H', 1)], (name) => (name === 'H' ? 1 : 0), { width: 900, height: 318 }).ribbons.every(({ width }) => width >= 1.5)).toBe(true);
});

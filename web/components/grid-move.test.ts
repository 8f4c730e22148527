import { expect, test } from 'vitest';
import { moveIn } from './grid-move.ts';

test('keys move inside the grid and stop at its edges', () => {
  expect(moveIn({ row: 0, column: 0 }, 'ArrowUp', false, 6, 17)).toEqual({ row: 0, column: 0 });
  expect(moveIn({ row: 0, column: 0 }, 'ArrowDown', false, 6, 17)).toEqual({ row: 1, column: 0 });
  expect(moveIn({ row: 2, column: 3 }, 'End', false, 6, 17)).toEqual({ row: 2, column: 16 });
  expect(moveIn({ row: 2, column: 3 }, 'End', true, 6, 17)).toEqual({ row: 5, column: 16 });
  expect(moveIn({ row: 5, column: 16 }, 'ArrowRight', false, 6, 17)).toEqual({ row: 5, column: 16 });
  expect(moveIn({ row: 2, column: 3 }, 'Enter', false, 6, 17)).toBeNull();
});

import { expect, test } from 'vitest';
import { contains, pressed, rectangleOf, START } from './selection.ts';

const key = (name: string, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey });

test('the head is one step above the first row and can be left again', () => {
  const head = pressed(START, key('ArrowUp'), 10, 3, 5);
  expect(head?.active).toEqual({ row: -1, column: 0 });
  expect(pressed(head ?? START, key('ArrowRight'), 10, 3, 5)?.active).toEqual({ row: -1, column: 1 });
  expect(pressed(head ?? START, key('ArrowDown'), 10, 3, 5)?.active).toEqual({ row: 0, column: 0 });
});

test('shift extends the selection from where it began', () => {
  const one = pressed(START, key('ArrowDown', true), 10, 3, 5) ?? START;
  const two = pressed(one, key('ArrowRight', true), 10, 3, 5) ?? START;
  expect(rectangleOf(two)).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
  expect(contains(rectangleOf(two), 1, 1)).toBe(true);
  expect(contains(rectangleOf(two), 2, 1)).toBe(false);
});

test('a page stops at the last row', () => {
  expect(pressed(START, key('PageDown'), 10, 3, 50)?.active.row).toBe(9);
  expect(pressed(START, key('End', false, true), 10, 3, 5)?.active).toEqual({ row: 9, column: 2 });
});

import { expect, test } from 'vitest';
import { groupsOf } from './matrix-view.ts';

const column = (id: string, group: string) => ({ id, group, label: id, short: id });

test('neighbours of one group stand under one head', () => {
  expect(groupsOf([column('b', 'R1'), column('c', 'R1'), column('a', 'R2')])).toEqual([
    { label: 'R1', span: 2 },
    { label: 'R2', span: 1 },
  ]);
});

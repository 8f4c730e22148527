import { expect, test } from 'vitest';
import { layOver } from './edit.ts';
import type { TableColumn } from './table-view.ts';

interface Room { readonly id: string; readonly area: string }
const COLUMNS: readonly TableColumn<Room>[] = [
  { key: 'id', label: '编号', kind: 'text', text: (r) => r.id, readOnly: true },
  { key: 'area', label: '面积', kind: 'number', text: (r) => r.area },
];
const ROOMS: readonly Room[] = [{ id: 'A', area: '10' }, { id: 'B', area: '20' }];
const paste = (cells: string[][], column: number, mayAdd: boolean) => layOver(cells, { row: 1, column }, ROOMS, COLUMNS, (r) => r.id, mayAdd);

test('a pasted cell changes the cell it falls on, and only if it differs', () => {
  expect(paste([['25']], 1, false).changes).toEqual([{ row: 'B', column: 'area', text: '25' }]);
  expect(paste([['20']], 1, false).changes).toEqual([]);
});

test('what falls on a column that cannot be written is counted, not lost silently', () => {
  expect(paste([['X', '25']], 0, false)).toMatchObject({ changes: [{ row: 'B', text: '25' }], dropped: 1 });
});

test('rows below the last become new rows where that is allowed', () => {
  expect(paste([['B', '20'], ['C', '30']], 0, true)).toEqual({ changes: [], added: [{ id: 'C', area: '30' }], dropped: 1 });
  expect(paste([['25'], ['30']], 1, false)).toMatchObject({ added: [], dropped: 1 });
});

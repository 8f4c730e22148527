import { useMemo, useState } from 'react';
import { add, parseExact, toDecimalText, ZERO } from '../../../core/values/exact.ts';
import { ButtonLink } from '../Button/Button.tsx';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import type { Examples } from '../example.ts';
import { DataTable } from './DataTable.tsx';
import type { TableColumn } from './table-view.ts';

interface Room { readonly room_id: string; readonly name: string; readonly use: string; readonly area_m2: string; readonly share: string; readonly from: string }

const USES = ['教学', '实训', '图书馆', '行政', '学生宿舍'];
const sum = (rows: readonly Room[]) => toDecimalText(rows.reduce((total, row) => add(total, parseExact(row.area_m2) ?? ZERO), ZERO), 2) ?? '';

const COLUMNS: readonly TableColumn<Room>[] = [
  { key: 'room_id', label: '房间编号', kind: 'text', text: (r) => r.room_id, main: true, readOnly: true },
  { key: 'name', label: '名称', kind: 'text', text: (r) => r.name },
  { key: 'use', label: '用途', kind: 'text', text: (r) => r.use, width_rem: 7 },
  { key: 'area_m2', label: '面积', unit: '平方米', kind: 'number', text: (r) => r.area_m2, total: sum, main: true },
  { key: 'share', label: '份额', kind: 'text', text: (r) => r.share, width_rem: 6 },
  { key: 'from', label: '启用日期', kind: 'date', text: (r) => r.from },
];

const room = (n: number): Room => ({
  room_id: `R${String(n + 1).padStart(6, '0')}`,
  name: `${(n % 9) + 1} 号楼 ${100 + (n % 500)}`,
  use: USES[n % USES.length] ?? '',
  area_m2: `${60 + ((n * 37) % 240)}.${String((n * 13) % 100).padStart(2, '0')}`,
  share: n % 4 === 0 ? '60%' : '100%',
  from: `20${String(10 + (n % 15))}-09-01`,
});

const EMPTY = (
  <EmptyState title="还没有房间" actions={<ButtonLink to="/data">导入工作簿</ButtonLink>}>
    从表格软件粘贴，或导入含「房间」表的工作簿。
  </EmptyState>
);

function Editing() {
  const [rooms, setRooms] = useState<readonly Room[]>(() => Array.from({ length: 6 }, (_, n) => room(n)));
  return (
    <DataTable
      label="房间登记"
      rows={rooms}
      rowKey={(r) => r.room_id}
      columns={COLUMNS}
      empty={EMPTY}
      edit={{
        onChange: (changes) =>
          setRooms((now) => now.map((r) => changes.filter((c) => c.row === r.room_id).reduce((changed, c) => ({ ...changed, [c.column]: c.text }), r))),
        onAdd: (added) => setRooms((now) => [...now, ...added.map((texts, n) => ({ ...room(now.length + n), ...texts }))]),
        problem: (key, column) => (column === 'area_m2' && parseExact(rooms.find((r) => r.room_id === key)?.area_m2 ?? '') === null ? '面积不是数字' : undefined),
      }}
    />
  );
}

function Large() {
  const many = new URLSearchParams(location.search).get('rows');
  const rooms = useMemo(() => Array.from({ length: Number(many ?? 2000) }, (_, n) => room(n)), [many]);
  return <DataTable label="全部房间" rows={rooms} rowKey={(r) => r.room_id} columns={COLUMNS} empty={EMPTY} height_rem={22} />;
}

export const examples: Examples = {
  component: 'DataTable',
  items: [
    { name: 'many rows', render: () => <Large /> },
    { name: 'that can be written in', render: () => <Editing /> },
    { name: 'empty', render: () => <DataTable label="空表" rows={[]} rowKey={(r: Room) => r.room_id} columns={COLUMNS} empty={EMPTY} /> },
  ],
};

import { describe, expect, test } from 'vitest';
import { mappedRows, proposeMapping, type ShownRow } from './mapping.ts';
import type { RawCell } from './raw-cell.ts';
import { createReader } from './reader.ts';
import { sheetNames, sheets } from './sheets.ts';
import { writeHeading } from './write.ts';

const shown = (...rows: RawCell[][]): ShownRow[] => rows.map((cells, i) => ({ row: i + 1, cells }));
const found = (proposal: ReturnType<typeof proposeMapping>) =>
  Object.fromEntries((proposal?.columns ?? []).flatMap((c) => (c.column === null ? [] : [[c.column, c.position]])));

describe('proposing a mapping', () => {
  test.each(sheetNames)('the template’s own heading of %s is found whole, in any language', (name) => {
    for (const wording of ['key', 'zh', 'en'] as const) {
      const heading = writeHeading(sheets[name], wording);
      const proposal = proposeMapping(shown([...heading]), sheets[name]);
      expect(found(proposal)).toEqual(Object.fromEntries(Object.keys(sheets[name].columns).map((column, at) => [column, at])));
      expect(proposal).toMatchObject({ missing: [], heading_rows: [1, 1], fit: 1 });
    }
  });

  test('titles above the heading are passed over, other names and units in brackets are known', () => {
    const proposal = proposeMapping(shown(
      ['衢州市××学校 2025 年校舍房间一览表'],
      ['填表单位：总务处', null, null, '2025年10月'],
      ['序号', '校区代码', '房号', '房间用途', '使用面积（㎡）', '启用日期'],
      [1, 'C1', 'A101', '教室', 90, '2023-09-01'],
    ), sheets.rooms);
    expect(proposal?.heading_rows).toEqual([3, 3]);
    expect(found(proposal)).toEqual({ campus_id: 1, room_id: 2, use: 3, area_m2: 4, from: 5 });
    expect(proposal?.columns[0]).toEqual({ position: 0, heading: '序号', column: null, sure: false });
    expect(proposal?.missing).toEqual([]);
  });

  test('a heading of two rows is read as one', () => {
    const proposal = proposeMapping(shown(
      ['教职工花名册'],
      ['基本信息', null, '聘用', null, null, '任职时间', null],
      ['工号', '姓名', '岗位', '聘用形式', '学位', '起始日期', '截止日期'],
      ['T1', '张三', '教师', '专任', '硕士', '2024-09-01', null],
    ), sheets.staff);
    expect(proposal?.heading_rows).toEqual([3, 3]);
    const split = proposeMapping(shown(
      ['工号', '姓名', '任职', null],
      [null, null, '起始', '截止'],
      ['T1', '张三', '2024-09-01', null],
    ), sheets.staff);
    expect(split?.heading_rows).toEqual([1, 2]);
    expect(found(split)).toEqual({ person_id: 0, name: 1, from: 2, to: 3 });
    expect(split?.columns.map((c) => c.heading)).toEqual(['工号', '姓名', '任职起始', '任职截止']);
  });

  test('what is required and not there is named', () => {
    const proposal = proposeMapping(shown(['房号', '面积']), sheets.rooms);
    expect(proposal?.missing).toEqual(['campus_id', 'use', 'from']);
  });

  test('of the sheets, the right one fits best', () => {
    const rows = shown(['设备台账'], ['资产编号', '校区', '设备名称', '原值（元）', '购置日期', '产权单位']);
    const fits = sheetNames.map((name) => ({ name, fit: proposeMapping(rows, sheets[name])?.fit ?? 0 })).sort((a, b) => b.fit - a.fit);
    expect(fits[0]?.name).toBe('equipment');
  });

  test('records alone name nothing', () => {
    expect(proposeMapping(shown([1, 90, '2023-09-01'], [2, 85.5, '2023-09-01']), sheets.rooms)).toBeNull();
  });
});

describe('reading by an agreed mapping', () => {
  test('rows keep their own numbers; constants fill what the source lacks; remarks below are left out', () => {
    const rows = shown(['房间表'], ['房号', '备注', '面积', '用途'], ['A101', '东', 90, '教室'], [null, '合计', null, null], ['A102', '', '85.5', '实训室']);
    const mapping = {
      sheet: 'rooms', heading_rows: [2, 2] as const, constants: { campus_id: 'C1', from: '2023-09-01', use: 'teaching' },
      columns: [{ position: 0, column: 'room_id' }, { position: 2, column: 'area_m2' }],
    };
    const reader = createReader();
    const sheet = reader.sheet('rooms');
    for (const { row, cells } of mappedRows(rows, mapping)) sheet?.row(row, cells);
    const { dataset, problems } = reader.finish();
    expect(problems).toEqual([]);
    expect(dataset.rooms?.map((r) => [r.row, r.room_id, r.area_m2, r.campus_id, r.from])).toEqual([
      [3, 'A101', { n: 9000n, d: 100n }, 'C1', '2023-09-01'],
      [5, 'A102', { n: 8550n, d: 100n }, 'C1', '2023-09-01'],
    ]);
  });
});

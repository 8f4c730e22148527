import { equipment } from '../../../core/exchange/sheets/campus.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

type Owner = 'school' | 'college' | 'enterprise';
/** Assets of one purchase: how many, at what original value each. */
type Purchase = readonly [campus: string, base: string | null, name: string, count: number, each: string, on: string, owner: Owner, extra?: Row<typeof equipment>];

/**
 * Counted at 31 October 2025, in yuan for each student: C1 10 558.44, new part 14.03 %; C2 11 282.05,
 * new part 10.28 % of the rest but 9.32 % of the whole; C3 exactly 9 000. The asset A-W1 is shared
 * 60 to 40 by C1 and C2; the enterprise's line at C2 counts until its owner closed in March 2025.
 */
const PURCHASES: readonly Purchase[] = [
  ['C1', 'J11', '数控车床', 4, '48000.00', '2021-11-12', 'school'],
  ['C1', 'J11', 'PLC实训台', 12, '15500.00', '2022-05-20', 'school'],
  ['C1', 'J11', '液压气动实训台', 6, '19500.00', '2023-08-16', 'school'],
  ['C1', 'J12', '计算机', 20, '4500.00', '2024-06-03', 'school'],
  ['C1', 'J11', '工业网络实训装置', 2, '15000.00', '2023-10-18', 'college'],
  ['C1', 'J11', '柔性加工单元', 1, '98000.00', '2023-12-01', 'enterprise', { agreement_until: '2027-12-31' }],
  ['C1', 'J11', '传感器实训台', 8, '8000.00', '2025-03-14', 'school'],
  ['C1', 'J11', '万用表', 15, '860.00', '2024-03-11', 'school'],
  ['C1', 'J11', '旧式铣床', 2, '36000.00', '2012-04-09', 'school', { retired_on: '2025-06-30' }],
  ['C2', 'J21', '举升机', 4, '26000.00', '2022-06-15', 'school'],
  ['C2', 'J21', '发动机拆装台架', 8, '18500.00', '2022-09-08', 'school'],
  ['C2', 'J21', '四轮定位仪', 1, '86000.00', '2023-07-19', 'school'],
  ['C2', 'J21', '故障诊断仪', 6, '7500.00', '2023-11-21', 'college'],
  ['C2', 'J21', '示波器', 4, '4000.00', '2024-04-17', 'school'],
  ['C2', 'J21', '驱动电机检测线', 1, '120000.00', '2022-10-10', 'enterprise', { agreement_until: '2025-03-31' }],
  ['C2', 'J21', '充电桩实训台', 1, '17000.00', '2025-05-22', 'school'],
  ['C3', 'J31', '六轴工业机器人', 2, '98000.00', '2021-12-20', 'school'],
  ['C3', 'J31', '电子装配工作台', 20, '6250.00', '2022-08-30', 'school'],
  ['C3', 'J31', '焊接机器人教学版', 1, '30000.00', '2024-05-13', 'school'],
  ['C4', 'J41', '焊装生产线', 1, '560000.00', '2025-04-25', 'school'],
  ['C4', 'J41', '总装工位', 6, '42000.00', '2024-09-10', 'school'],
  ['C5', null, '财务软件教学机', 24, '4600.00', '2025-06-18', 'school'],
  ['C7', 'J71', '纸张强度测试仪', 3, '38000.00', '2023-05-16', 'school'],
  ['C7', 'J71', '光谱仪', 1, '176000.00', '2024-02-26', 'college'],
];
const SHARED: readonly Row<typeof equipment>[] = [['C1', '0.6', 'J11'], ['C2', '40%', 'J21']].map(([campus_id = '', share = '', base_id = '']) => ({
  asset_id: 'A-W1', campus_id, base_id, name: '五轴加工中心', value_yuan: '60000.00', acquired_on: '2025-08-01', owner: 'college', share,
}));

/** The ledger of equipment, one row for each piece. */
export function equipmentSheet(): Table {
  let number = 0;
  return table(equipment, [...PURCHASES.flatMap(([campus_id, base_id, name, count, value_yuan, acquired_on, owner, extra]) =>
    Array.from({ length: count }, () => {
      number += 1;
      return { asset_id: `A${String(number).padStart(4, '0')}`, campus_id, base_id, name, value_yuan, acquired_on, owner, ...extra };
    })), ...SHARED]);
}

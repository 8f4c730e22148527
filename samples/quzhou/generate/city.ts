import { campuses, schools } from '../../../core/exchange/sheets/schools.ts';
import { organisations, parks, region, services } from '../../../core/exchange/sheets/places.ts';
import { creditCode } from './identity.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

/** The six counties of the city, in the order of their codes. */
export const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881'] as const;

const SAMPLE = '（示例）';
type Kind = 'school' | 'enterprise' | 'finance_bureau' | 'education_bureau' | 'government' | 'park' | 'office' | 'department';
type Organisation = readonly [org_id: string, name: string, kind: Kind, division: string, credit: string | null, aliases?: string];

/** The five schools that the policy names are real; their codes here are synthetic, as is everything marked 示例. */
const ORGANISATIONS: readonly Organisation[] = [
  ['S1', '衢州中等专业学校', 'school', '330802', '12330800471800012G', '衢州中专'],
  ['S2', '衢州第二中等专业学校', 'school', '330803', '12330803471800020N', '衢州第二中专'],
  ['S3', '衢州数字工业学校', 'school', '330802', creditCode('12', '330800', '47180003')],
  ['S4', '衢州市工程技术学校', 'school', '330802', creditCode('12', '330800', '47180004')],
  ['S5', '衢州工商学校', 'school', '330803', creditCode('12', '330803', '47180005')],
  ['S6', `衢州第六职业学校${SAMPLE}`, 'school', '330824', creditCode('12', '330824', '47180006')],
  ['O1', '衢州市职业教育改革发展工作领导小组办公室', 'office', '330800', null, '市职业教育改革领导小组办公室;市职改办'],
  ['U1', '衢州市人民政府', 'government', '330800', null],
  ['U2', '开化县人民政府', 'government', '330824', null],
  ['B1', '衢州市教育局', 'education_bureau', '330800', null],
  ['B2', '开化县教育局', 'education_bureau', '330824', null],
  ['G1', '衢州市财政局', 'finance_bureau', '330800', null],
  ['G2', '开化县财政局', 'finance_bureau', '330824', null],
  ['D1', '衢州市人力资源和社会保障局', 'department', '330800', null],
  ['K1', `智造园区管理机构${SAMPLE}`, 'park', '330802', null],
  ['F1', `衢州精工装备有限公司${SAMPLE}`, 'enterprise', '330803', '91330803MA2DH0013P'],
  ['F2', `江山木门智造有限公司${SAMPLE}`, 'enterprise', '330881', '91330881MA29U0029D'],
  ['F3', `龙游特纸科技有限公司${SAMPLE}`, 'enterprise', '330825', '91330825MA28F0034C'],
  ['F4', `衢州电驱汽车服务有限公司${SAMPLE}`, 'enterprise', '330802', creditCode('91', '330802', 'MA29X004')],
  ['F5', `衢州数控机器人有限公司${SAMPLE}`, 'enterprise', '330802', creditCode('91', '330802', 'MA29X005')],
  ['F6', `衢州恒算财税服务有限公司${SAMPLE}`, 'enterprise', '330803', creditCode('91', '330803', 'MA29X006')],
  ['F7', `杭州云仓电商有限公司${SAMPLE}`, 'enterprise', '330106', creditCode('91', '330106', 'MA29X007')],
  ['F9', `衢州旭日机电有限公司${SAMPLE}（已注销）`, 'enterprise', '330803', creditCode('91', '330803', 'MA29X009')],
  ['D2', '衢州市发展和改革委员会', 'department', '330800', null],
];

const college: Row<typeof organisations> = {
  org_id: 'H1', name: '衢州职业技术学院', kind: 'college', division_code: '330802',
  aliases: '衢职院;QZVTC', credit_code: creditCode('12', '330800', '47180000'),
};

const PARKS: readonly Row<typeof parks>[] = [
  { park_id: 'Y1', name: `智造产业园${SAMPLE}`, division_code: '330802', main: true },
  { park_id: 'Y2', name: `江山经济开发区${SAMPLE}`, division_code: '330881', main: true },
  { park_id: 'Y3', name: `龙游经济开发区${SAMPLE}`, division_code: '330825', main: true },
  { park_id: 'Y4', name: `常山工业园${SAMPLE}`, division_code: '330822', main: false },
];

/** One main park has a recognised campus, one a service in force, one only a service that has ended. */
const SERVICES: readonly Row<typeof services>[] = [
  { park_id: 'Y2', programme_id: 'P31', from: '2025-03-01' },
  { park_id: 'Y3', programme_id: 'P21', from: '2024-09-01', to: '2025-08-31' },
  { park_id: 'Y4', programme_id: 'P11', from: '2024-11-15' },
];

export const CAMPUSES = [
  { campus_id: 'C1', school_id: 'S1', name: '衢州中专高职校区', division_code: '330802', park_id: 'Y1', form: 'carved_out', status: 'recognised', opened_on: '2023-09-01', payer_id: 'G1' },
  { campus_id: 'C2', school_id: 'S2', name: '衢州第二中专高职校区', division_code: '330803', park_id: null, form: 'carved_out', status: 'recognised', opened_on: '2023-09-01', payer_id: 'G1' },
  { campus_id: 'C3', school_id: 'S3', name: '衢州数字工业学校高职校区', division_code: '330802', park_id: null, form: 'carved_out', status: 'suspended', opened_on: '2023-09-01', payer_id: 'G1' },
  { campus_id: 'C4', school_id: 'S4', name: '衢州市工程技术学校高职校区（筹）', division_code: '330802', park_id: null, form: 'new_build', status: 'preparing', opened_on: '2027-09-01', payer_id: 'G1' },
  { campus_id: 'C5', school_id: 'S5', name: '衢州工商学校高职校区（筹）', division_code: '330803', park_id: null, form: 'carved_out', status: 'preparing', opened_on: '2027-09-01', payer_id: 'G1' },
  { campus_id: 'C6', school_id: 'S6', name: `第六职业学校高职校区${SAMPLE}（筹）`, division_code: '330824', park_id: null, form: 'new_build', status: 'preparing', opened_on: '2030-09-01', payer_id: 'G2' },
  { campus_id: 'C7', school_id: 'S5', name: `龙游教学点${SAMPLE}（筹）`, division_code: '330825', park_id: null, form: 'carved_out', status: 'preparing', opened_on: '2024-09-01', payer_id: 'G1' },
] as const;

type Totals = readonly [school: string, on: string, land: string, building: string, equipment: string, students: number, teachers: number];

/** Only land, building and students of S1 are published figures; teachers are part of its published staff. */
const TOTALS: readonly Totals[] = [
  ['S1', '2024-10-31', '286667', '140000', '17850000', 5557, 279],
  ['S1', '2025-10-31', '286667', '140000', '18600000', 5557, 279],
  ['S2', '2024-10-31', '112000', '61500.50', '8400000', 2980, 150],
  ['S2', '2025-10-31', '112000', '61500.50', '8650000', 3012, 150],
  ['S3', '2024-10-31', '78600', '44800', '6250000', 2150, 109],
  ['S3', '2025-10-31', '78600', '43020', '6250000', 2196, 109],
  ['S4', '2024-10-31', '95200', '52000', '7900000', 2480, 126],
  ['S4', '2025-10-31', '95200', '55400', '8200000', 2510, 126],
  ['S5', '2024-10-31', '69500', '39400', '4980000', 1985, 101],
  ['S5', '2025-10-31', '69500', '39400', '5020000', 2004, 101],
  ['S6', '2025-10-31', '52000', '26800', '3600000', 1260, 66],
];

function pilot(school: string): Row<typeof schools> {
  if (school === 'S6') return { pilot_stage: 'starting', pilot_from: '2027-09-01' };
  return ['S4', 'S5'].includes(school)
    ? { pilot_stage: 'starting', pilot_from: '2024-09-01' }
    : { pilot_stage: 'deepening', pilot_from: '2022-09-01' };
}

/** The region: its offices, firms, parks, schools and campuses. */
export function city(): readonly Table[] {
  const others = ORGANISATIONS.map(([org_id, name, kind, division_code, credit_code, aliases]) =>
    ({ org_id, name, kind, division_code, credit_code, aliases: aliases ?? null }));
  return [
    table(region, [{ region_code: '330800', name: '衢州市（示例数据）', office_name: '衢州市职业教育改革发展工作领导小组办公室' }]),
    table(organisations, [college, ...others]),
    table(parks, PARKS),
    table(services, SERVICES),
    table(schools, TOTALS.map(([school_id, on, land, building, equipment, students, teachers]) => ({
      school_id, on, ...pilot(school_id), total_land_m2: land, total_building_m2: building,
      total_equipment_yuan: equipment, secondary_students: students, secondary_teachers: teachers,
    }))),
    table(campuses, CAMPUSES.map((campus) => ({ ...campus, college_id: 'H1' }))),
  ];
}

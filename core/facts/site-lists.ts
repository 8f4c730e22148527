import { sheets, type Row } from '../exchange/sheets.ts';
import type { StaffList } from '../teachers/staff-lists.ts';
import { exact, multiply, sum, toDecimalText, type Exact } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import { yearOf, type PlainDate } from '../values/plain-date.ts';
import type { CampusRows } from './campus-rows.ts';

/** The two lists of what a campus has: documents 6 and 7. */
export const SITE_LISTS = ['sites', 'equipment'] as const;
export type SiteListName = (typeof SITE_LISTS)[number];

type Columns<T> = readonly (readonly [heading: string, share: number, cell: (line: T) => string])[];
type List = Pick<StaffList, 'columns' | 'rows'>;

const listed = <T>(columns: Columns<T>, lines: readonly T[]): List => ({
  columns: columns.map(([heading, share]) => [heading, share] as const), rows: lines.map((line) => columns.map(([, , cell]) => cell(line))),
});
const text = (value: Exact): string => toDecimalText(value) ?? '';
const percent = (share: Exact): string => `${text(multiply(share, exact(100)))}%`;
/** Nobody recorded it: never made up. */
const UNKNOWN = '—';

/** Whose a parcel or room is, and by which certificate. */
export interface SiteTitle {
  readonly owner: string;
  readonly certificate_no: string | null;
}

/** By `land P1` and `room R1`. */
export type SiteTitles = ReadonlyMap<string, SiteTitle>;

interface Site {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly use: string;
  readonly area_m2: Exact;
  readonly share: Exact;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly title: SiteTitle | null;
}

const useOf = (use: string): string => sheets.rooms.columns.use.codes?.[use]?.zh ?? use;
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function sitesOf({ land, rooms }: CampusRows, titles: SiteTitles, on: PlainDate): Site[] {
  const parcels = land.filter((one) => inForce(one, on)).map((one): Site => ({ ...one, kind: '土地', id: one.parcel_id, name: '', use: '', title: titles.get(`land ${one.parcel_id}`) ?? null }));
  const inside = rooms.filter((one) => inForce(one, on)).map((one): Site => ({ ...one, kind: '房间', id: one.room_id, name: one.name ?? '', use: useOf(one.use), title: titles.get(`room ${one.room_id}`) ?? null }));
  return [...parcels.toSorted(byId), ...inside.toSorted(byId)];
}

const SITE_COLUMNS: Columns<Site> = [
  ['类别', 1.4, ({ kind }) => kind], ['编号', 2.6, ({ id }) => id], ['名称', 3, ({ name }) => name], ['用途', 2.4, ({ use }) => use], ['面积（平方米）', 2.4, ({ area_m2 }) => text(area_m2)],
  ['使用份额', 1.8, ({ share }) => percent(share)], ['计入面积（平方米）', 2.6, (one) => text(multiply(one.area_m2, one.share))], ['起始日期', 2.2, ({ from }) => from], ['截止日期', 2.2, ({ to }) => to ?? ''],
  ['产权单位', 2.8, ({ title }) => title?.owner ?? UNKNOWN], ['证书编号', 2.8, ({ title }) => title?.certificate_no ?? UNKNOWN],
];

const counted = (sites: readonly Site[], kind: string): string => text(sum(sites.filter((one) => one.kind === kind).map((one) => multiply(one.area_m2, one.share))));

/** Document 6: parcels and rooms that the campus uses on the day, each by its share. */
function siteList(rows: CampusRows, titles: SiteTitles, on: PlainDate): StaffList {
  const sites = sitesOf(rows, titles, on);
  const untitled = sites.filter(({ title }) => title === null).length;
  return {
    title: `${rows.campus.name}${rows.campus.name.endsWith('校区') ? '' : '校区'}场地台账`, on, basis: ['R1-b', 'R1-c', 'M4-a'],
    note: `口径日期 ${on}。按使用份额计入：土地 ${counted(sites, '土地')} 平方米，房间 ${counted(sites, '房间')} 平方米。${untitled === 0 ? '' : `“—”为尚未登记：${untitled} 处场地没有登记产权单位，在“实训基地”页的“场地权属”登记。`}`, ...listed(SITE_COLUMNS, sites),
  };
}

type Asset = Row<'equipment'> & { readonly base: string; readonly isNew: boolean };

function assetColumns(): Columns<Asset> {
  const owner = (code: string): string => sheets.equipment.columns.owner.codes?.[code]?.zh ?? code;
  return [
    ['实训基地', 3.4, ({ base }) => base], ['资产编号', 2.8, ({ asset_id }) => asset_id], ['设备名称', 3.6, ({ name }) => name], ['原值（元）', 2.6, ({ value_yuan }) => toDecimalText(value_yuan, 2) ?? ''], ['购置日期', 2.2, ({ acquired_on }) => acquired_on],
    ['使用份额', 1.8, ({ share }) => percent(share)], ['产权归属', 2, (one) => owner(one.owner)], ['共用协议到期日', 2.6, ({ agreement_until }) => agreement_until ?? ''], ['本年新增', 1.8, ({ isNew }) => (isNew ? '是' : '否')],
  ];
}

/** Document 7: equipment that is not retired on the day by the base that it stands in, and bases with their stations. */
function equipmentList(rows: CampusRows, on: PlainDate): StaffList {
  const bases = new Map(rows.bases.map((one) => [one.base_id, `${one.name}（${one.stations} 工位）`]));
  const held = rows.equipment.filter((one) => one.acquired_on <= on && (one.retired_on === null || on < one.retired_on))
    .map((one): Asset => ({ ...one, base: one.base_id === null ? '' : bases.get(one.base_id) ?? one.base_id, isNew: yearOf(one.acquired_on) === yearOf(on) }))
    .toSorted((a, b) => (`${a.base} ${a.asset_id}` < `${b.base} ${b.asset_id}` ? -1 : 1));
  const empty = rows.bases.filter(({ base_id }) => !held.some((one) => one.base_id === base_id)).map(({ base_id }) => bases.get(base_id) ?? base_id);
  return {
    title: `${rows.campus.name}实训基地与设备清单`, on, basis: ['R2-a', 'R2-b', 'R2-c', 'M4-b'],
    note: `口径日期 ${on}。基地 ${rows.bases.length} 个，在用设备 ${held.length} 台件，本年（${yearOf(on)}）新增 ${held.filter(({ isNew }) => isNew).length} 台件。${empty.length === 0 ? '' : `没有登记设备的基地：${empty.join('、')}。`}`,
    ...listed(assetColumns(), held),
  };
}

export function siteListOf(name: SiteListName, rows: CampusRows, titles: SiteTitles, on: PlainDate): StaffList {
  return name === 'sites' ? siteList(rows, titles, on) : equipmentList(rows, on);
}

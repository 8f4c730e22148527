import { column, type Sheet } from '../documents/sheet.ts';
import type { Row } from '../exchange/sheets.ts';
import { sheets } from '../exchange/sheets.ts';
import type { CampusRows } from '../facts/campus-rows.ts';
import { inForce } from '../values/period.ts';
import { toDecimalText } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { overlappingTeachers, type Overlapping } from './overlapping.ts';

/** The two lists of a campus's teachers. */
export const STAFF_LISTS = ['staff', 'overlaps'] as const;
export type StaffListName = (typeof STAFF_LISTS)[number];

/** A list as it is printed and written: headings with their shares of the width, and cells. */
export interface StaffList {
  readonly title: string;
  readonly on: PlainDate;
  readonly note: string;
  readonly basis: readonly string[];
  readonly columns: readonly (readonly [heading: string, share: number])[];
  readonly rows: readonly (readonly string[])[];
}

type Columns<T> = readonly (readonly [heading: string, share: number, cell: (line: T) => string])[];
type Named = (org_id: string) => string;
type Coded = 'post' | 'employment' | 'title' | 'degree';

const coded = (name: Coded, value: string): string => sheets.staff.columns[name].codes?.[value]?.zh ?? value;
const yes = (value: boolean | null): string => (value === null ? '未报' : value ? '是' : '否');

function staffColumns(nameOf: Named, overlapping: ReadonlyMap<string, Overlapping>): Columns<Row<'staff'>> {
  return [
    ['姓名', 2.2, ({ name }) => name], ['人员编号', 2.6, ({ person_id }) => person_id], ['岗位', 3.4, ({ post }) => coded('post', post)], ['任职', 1.8, ({ employment }) => coded('employment', employment)],
    ['人事关系单位', 3.6, ({ employer_id }) => nameOf(employer_id)], ['职称', 2, ({ title }) => coded('title', title)], ['学位', 2, ({ degree }) => coded('degree', degree)],
    ['双师型', 1.6, ({ dual_qualified }) => yes(dual_qualified)], ['符合高职任教要求', 2.2, ({ qualified }) => yes(qualified)], ['份额', 1.6, ({ share }) => toDecimalText(share) ?? ''],
    ['与中职重合', 2.6, ({ person_id }) => overlapText(overlapping.get(person_id))],
  ];
}

function overlapText(found: Overlapping | undefined): string {
  if (found === undefined) return '';
  return found.excepted_until === null ? '重合' : `例外至 ${found.excepted_until}`;
}

const period = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate | null }): string => `${from}至${to ?? '今'}`;

function overlapColumns(nameOf: Named): Columns<Overlapping> {
  return [
    ['姓名', 2, ({ name }) => name], ['人员编号', 2.4, ({ person_id }) => person_id],
    ['高职段专任岗位（表一）', 5, ({ higher }) => higher.map((one) => `${coded('post', one.post)} ${period(one)}`).join('；')],
    ['中职段专任岗位（表二）', 5, ({ secondary }) => secondary.map((one) => `${nameOf(one.school_id ?? one.employer_id)} ${coded('post', one.post)} ${period(one)}`).join('；')],
    ['例外批准到期日', 2.6, ({ excepted_until }) => excepted_until ?? '无'], ['处理意见', 3, ({ excepted_until }) => (excepted_until === null ? '调整岗位或申请例外' : '例外期内')],
  ];
}

const listed = <T>(columns: Columns<T>, lines: readonly T[]): Pick<StaffList, 'columns' | 'rows'> => ({
  columns: columns.map(([heading, share]) => [heading, share] as const), rows: lines.map((line) => columns.map(([, , cell]) => cell(line))),
});

/** Documents 8 and 9: everybody in a post of the higher stage at the campus on the day; teachers who are full time in both stages. */
export function staffList(name: StaffListName, rows: CampusRows, { on, nameOf }: { readonly on: PlainDate; readonly nameOf: Named }): StaffList {
  const overlapping = overlappingTeachers(rows, on);
  if (name === 'overlaps') {
    const without = overlapping.filter(({ excepted_until }) => excepted_until === null).length;
    return { title: `${rows.campus.name}专任教师重合核查表`, on, basis: ['R5-b'], note: `口径日期 ${on}。重合 ${overlapping.length} 人，其中未经例外批准 ${without} 人。`, ...listed(overlapColumns(nameOf), overlapping) };
  }
  const present = rows.staff.filter((post) => inForce(post, on)).toSorted((a, b) => (`${a.post} ${a.person_id}` < `${b.post} ${b.person_id}` ? -1 : 1));
  const people = new Set(present.map(({ person_id }) => person_id)).size;
  return {
    title: `${rows.campus.name}师资一览表（高职阶段）`, on, basis: ['R5-a', 'R5-b', 'R5-c', 'M6-b'], note: `口径日期 ${on}。在岗 ${people} 人，岗位 ${present.length} 个。`,
    ...listed(staffColumns(nameOf, new Map(overlapping.map((one) => [one.person_id, one]))), present),
  };
}

/** The list on A4, to be signed by those who answer for it. */
export function staffListSheet({ title, on, note, basis, columns, rows }: StaffList): Sheet {
  return {
    title, addressee: null, basis,
    blocks: [{ kind: 'paragraph', text: note }, { kind: 'table', caption: rows.length === 0 ? '没有记录' : `共 ${rows.length} 行`, columns: columns.map(([heading, share]) => column(heading, share)), rows }],
    closing: { kind: 'signed', dated: on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}

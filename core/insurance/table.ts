import { column, type Sheet } from '../documents/sheet.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { yuanText } from '../values/fen.ts';
import { COVER_NAMES, type CoverKind, type Span } from './cover.ts';
import type { PolicyDraft } from './policy.ts';

/** A school's policies and whom they leave without cover (document 20). */
export interface CoverTable {
  readonly school: string;
  readonly on: PlainDate;
  readonly policies: readonly (PolicyDraft & { readonly covered: number })[];
  readonly figures: readonly { readonly kind: CoverKind; readonly heads: number; readonly uncovered: number }[];
  readonly uncovered: readonly { readonly student_id: string; readonly name: string; readonly class_id: string | null; readonly kind: CoverKind; readonly gaps: readonly Span[] }[];
}

type Columns<T> = readonly (readonly [heading: string, share: number, cell: (line: T) => string])[];

export const POLICY_COLUMNS: Columns<CoverTable['policies'][number]> = [
  ['保单号', 4, ({ policy_no }) => policy_no],
  ['险种', 2.4, ({ kind }) => COVER_NAMES[kind].zh],
  ['保险公司', 3, ({ insurer }) => insurer],
  ['起期', 2.4, ({ from }) => from],
  ['止期', 2.4, ({ to }) => to],
  ['投保人数', 1.8, ({ heads }) => String(heads)],
  ['已列名', 1.8, ({ covered }) => String(covered)],
  ['保费（元，学校出）', 2.6, ({ premium_fen }) => yuanText(premium_fen)],
  ['凭证', 3, ({ proof }) => proof],
];

export const UNCOVERED_COLUMNS: Columns<CoverTable['uncovered'][number]> = [
  ['学号', 3, ({ student_id }) => student_id],
  ['姓名', 2.4, ({ name }) => name],
  ['班级', 2.6, ({ class_id }) => class_id ?? ''],
  ['险种', 2.4, ({ kind }) => COVER_NAMES[kind].zh],
  ['没有保障的日期', 6, ({ gaps }) => gaps.map(({ from, to }) => (from === to ? from : `${from}至${to}`)).join('、')],
];

export const coverTitle = ({ school }: CoverTable): string => `${school}保险投保与覆盖表`;

/** `应保 120 人，未全保 1 人`, for each kind. */
export function coverInWords({ figures }: CoverTable): string {
  return figures.map(({ kind, heads, uncovered }) => `${COVER_NAMES[kind].zh}：应保 ${heads} 人，未全保 ${uncovered} 人`).join('；');
}

/** Document 20 on A4, to be signed by those who answer for it. */
export function coverSheet(table: CoverTable): Sheet {
  const tableOf = <T>(caption: string, columns: Columns<T>, rows: readonly T[]) =>
    ({ kind: 'table' as const, caption, columns: columns.map(([heading, share]) => column(heading, share)), rows: rows.map((row) => columns.map(([, , cell]) => cell(row))) });
  return {
    title: coverTitle(table), addressee: null, basis: ['R4-j'],
    blocks: [
      { kind: 'paragraph', text: `口径日期 ${table.on}。${coverInWords(table)}。保费由学校承担。` },
      tableOf('保单', POLICY_COLUMNS, table.policies), tableOf(table.uncovered.length === 0 ? '未覆盖名单：没有' : `未覆盖名单：${table.uncovered.length} 条`, UNCOVERED_COLUMNS, table.uncovered),
    ],
    closing: { kind: 'signed', dated: table.on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}

import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { column, dayInWords, facts, type Sheet } from '../documents/sheet.ts';

/** Amounts as they are written; null where nobody reported them. */
export interface BudgetSheet {
  readonly on: PlainDate;
  readonly fiscal_year: number;
  readonly campuses: readonly {
    readonly campus: { readonly id: string; readonly name: string | null };
    readonly due_yuan: string | null;
    readonly received_yuan: string | null;
    readonly in_place: string | null;
    readonly lines: readonly { readonly label: Bilingual; readonly budget_yuan: string | null; readonly spent_yuan: string | null; readonly other_yuan: string | null; readonly left_yuan: string | null; readonly detail: Bilingual | null }[];
  }[];
}

const UNREPORTED = '待补报';

export const budgetSheetTitle = (fiscal_year: number): string => `${fiscal_year}年专项与预算执行表`;

/** S2-c: budget against actual of a fiscal year, campus by campus and kind by kind, and what of the grant arrived. */
export function budgetSheet({ on, fiscal_year, campuses }: BudgetSheet): Sheet {
  const told = (yuan: string | null): string => yuan ?? UNREPORTED;
  return {
    title: budgetSheetTitle(fiscal_year), addressee: null,
    blocks: [
      facts(['财政年度', `${fiscal_year} 年`], ['口径日期', dayInWords(on)]),
      {
        kind: 'table', caption: '预算与支出',
        columns: [column('校区', 5), column('类别', 3), column('预算（元）', 4, 'right'), column('已用（元）', 4, 'right'), column('剩余（元）', 4, 'right'), column('其他资金支出（元）', 4, 'right'), column('说明', 5)],
        rows: campuses.flatMap(({ campus, lines }) => lines.map(({ label, budget_yuan, spent_yuan, left_yuan, other_yuan, detail }) => [campus.name ?? campus.id, label.zh, told(budget_yuan), told(spent_yuan), told(left_yuan), told(other_yuan), detail?.zh ?? ''])),
      },
      {
        kind: 'table', caption: '生均拨款到位', columns: [column('校区', 5), column('应拨（元）', 4, 'right'), column('到账（元）', 4, 'right'), column('到位率（%）', 4, 'right')],
        rows: campuses.map(({ campus, due_yuan, received_yuan, in_place }) => [campus.name ?? campus.id, told(due_yuan), told(received_yuan), told(in_place)]),
      },
    ],
    basis: ['M5-b', 'M5-e', 'M5-g', 'S2-c'],
    closing: { kind: 'signed', dated: on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}

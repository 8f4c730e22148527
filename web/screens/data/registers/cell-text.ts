import type { Language } from '../../../../core/values/bilingual.ts';
import type { Column } from '../../../../core/exchange/column.ts';
import { spelling } from '../../../../core/exchange/plain-text.ts';
import type { TableColumn } from '../../../components/DataTable/table-view.ts';
import type { Cell } from './queries.ts';

/** What a cell is shown, filtered, copied and edited as: words for codes, ISO dates, plain numbers. The reader takes it again. */
export function cellText(column: Column, cell: Cell | undefined, language: Language): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return language === 'zh' ? (cell ? '是' : '否') : cell ? 'yes' : 'no';
  if (typeof cell === 'string' && column.kind === 'code') return column.codes?.[cell]?.[language] ?? cell;
  return typeof cell === 'object' ? cell.join(language === 'zh' ? '；' : '; ') : String(cell);
}

/** The code that a text means, in either language or as its key; null when it is none. */
export function codeOf(column: Column, text: string): string | null {
  const wanted = spelling(text);
  const found = Object.entries(column.codes ?? {}).find(([key, { zh, en }]) => [key, zh, en].some((word) => spelling(word) === wanted));
  return found?.[0] ?? null;
}

/** How a table treats a column: years and terms are names, not amounts. */
export function tableKind({ kind }: Column): TableColumn<unknown>['kind'] {
  switch (kind) {
    case 'integer': case 'number': return 'number';
    case 'money': return 'money';
    case 'date': return 'date';
    default: return 'text';
  }
}

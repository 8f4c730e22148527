import type { Dataset } from '../exchange/sheets.ts';
import { fenOf, sumOf, type Fen } from '../values/fen.ts';

/** What a payer budgeted in a year beside the year before; null where it reported nothing. */
export interface YearOnYear {
  readonly payer_id: string;
  readonly previous: Fen | null;
  readonly current: Fen | null;
  readonly change: Fen | null;
  readonly outcome: 'met' | 'unmet' | 'undetermined';
}

/** M5-a: a government's budget for the pilot grows; the same as last year is no growth. */
export function yearOnYear({ budgets }: Dataset, payer_id: string, fiscal_year: number): YearOnYear {
  const total = (year: number): Fen | null => {
    const rows = (budgets ?? []).filter((row) => row.payer_id === payer_id && row.fiscal_year === year);
    return rows.length === 0 ? null : sumOf(rows, ({ amount_yuan }) => fenOf(amount_yuan));
  };
  const [previous, current] = [total(fiscal_year - 1), total(fiscal_year)];
  if (previous === null || current === null) return { payer_id, previous, current, change: null, outcome: 'undetermined' };
  return { payer_id, previous, current, change: current - previous, outcome: current > previous ? 'met' : 'unmet' };
}

import type { Dataset, Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from '../values/period.ts';
import type { Scope } from './scope.ts';

/** The rows of a settlement: those of its years whose own day has come. The others are as if they were not there. */
export interface CountedRows {
  readonly charges: readonly Row<'charges'>[];
  readonly receipts: readonly Row<'receipts'>[];
  readonly custody_spending: readonly Row<'custody_spending'>[];
  readonly departures: readonly Row<'departures'>[];
  readonly grant_receipts: readonly Row<'grant_receipts'>[];
  readonly payments: readonly Row<'payments'>[];
}

export function countedRows(dataset: Dataset, scope: Scope): CountedRows {
  const { academic_year, fiscal_year, as_of, academic } = scope;
  const ofYear = (row: { readonly academic_year: number | null }, day: PlainDate): boolean => row.academic_year === academic_year && day <= as_of;
  return {
    charges: (dataset.charges ?? []).filter((r) => ofYear(r, r.due_on)),
    receipts: (dataset.receipts ?? []).filter((r) => ofYear(r, r.received_on)),
    custody_spending: (dataset.custody_spending ?? []).filter((r) => ofYear(r, r.spent_on)),
    departures: (dataset.departures ?? []).filter((r) => inForce(academic, r.on) && r.on <= as_of),
    grant_receipts: (dataset.grant_receipts ?? []).filter((r) => r.fiscal_year === fiscal_year && r.received_on <= as_of),
    payments: (dataset.payments ?? []).filter((r) => (r.kind === 'grant' ? r.fiscal_year === fiscal_year && r.paid_on <= as_of : ofYear(r, r.paid_on))),
  };
}

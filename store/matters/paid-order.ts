import type { ApprovedItem } from '../../core/billing/custody-items.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import type { FundingRules } from '../../core/funding/rules.ts';
import type { Settlement } from '../../core/funding/settle.ts';
import type { OrderLine } from '../../core/orders/propose.ts';
import type { Decided } from './decided.ts';

/** Hours of a course to a class, taught at a campus by somebody in a term. */
export interface Taught {
  readonly campus_id: string;
  readonly person_id: string;
  readonly term: string;
  readonly course: string;
  readonly class_id: string;
  readonly hours: number;
}

/** An order that was paid, with the settlement as it stands afterwards. */
export interface PaidOrder {
  readonly dataset: Dataset;
  readonly settlement: Settlement;
  readonly rules: FundingRules;
  readonly lines: readonly OrderLine[];
  readonly head: { readonly dated: Decided['today']; readonly voucher: string; readonly paid_on: Decided['today']; readonly total: string };
  readonly payer: string;
  readonly name: (id: string) => string;
  /** What was taught to each class, as the offerings tell it. */
  readonly taught: readonly Taught[];
  /** By college and item, what the approved lists of the year say that it costs. */
  readonly priced: ReadonlyMap<string, ReadonlyMap<string, ApprovedItem>>;
}
